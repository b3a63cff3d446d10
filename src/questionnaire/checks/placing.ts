// What may stand where: leaves that read the result only in rules that come after it, phases in the order of their list,
// `not` never over a gate inside a phase, a default at the end of the steps.
import { type Findings, found } from "../../found.ts";
import { leafRows } from "../../model/condition.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { type ConditionRoot, conditionNodes, conditionRoots, type LooseCondition, nodesOf } from "../walk.ts";

export function* placing(questionnaire: Questionnaire): Findings {
  yield* leafSites(questionnaire);
  yield* phaseOrder(questionnaire);
  yield* negatedGates(questionnaire);
  yield* defaultStep(questionnaire);
}

function* leafSites(questionnaire: Questionnaire): Findings {
  for (const { condition, path, site } of conditionNodes(questionnaire)) {
    for (const [, { head, test: leaf = head, sites }] of leafRows) {
      if (sites && !sites.includes(site) && head in condition && leaf in condition) {
        yield found([...path, leaf], "leaf-out-of-place", { leaf, site }, "key");
      }
    }
  }
}

function* phaseOrder(questionnaire: Questionnaire): Findings {
  const order = (questionnaire.phases ?? []).map(({ id }) => id);
  for (const { condition, path, site } of conditionNodes(questionnaire)) {
    const { reached } = condition;
    if (site !== "phase" || reached === undefined || !order.includes(reached)) continue;
    const own = Number(path[1]);
    if (order.indexOf(reached) >= own) {
      yield found([...path, "reached"], "phase-not-earlier", { phase: order[own]!, reached });
    }
  }
}

/** Nothing is granted out of ignorance: an open gate counts as not passed, so `not` over it would be a yes. */
function* negatedGates(questionnaire: Questionnaire): Findings {
  const named = new Map((questionnaire.conditions ?? []).map(({ id, when }) => [id, when as LooseCondition]));
  for (const root of conditionRoots(questionnaire)) {
    if (root.site !== "phase") continue;
    const phase = root.owner.slice("phase:".length);
    for (const { condition, path, negated } of nodesOf(root)) {
      const isLeaf = !(condition.all || condition.any || condition.of || condition.not);
      const ref = isLeaf ? negatedRef(condition, negated, named) : null;
      if (ref !== null) yield found(path, "not-over-gate", { phase, ref });
    }
  }
}

/** Leaves that grant what they ask for only when it is certain. */
const granting = leafRows.flatMap(([, { head, keys, grants }]) => (grants ? [{ head, kind: keys[head]!.names }] : []));

/** What is negated below a leaf, through named conditions; each is read once a sign, so that circles and diamonds end. */
function negatedRef(leaf: LooseCondition, negated: boolean, named: Map<string, LooseCondition>): string | null {
  const seen = new Set<string>();
  const queue = [{ condition: leaf, negated }];
  for (const next of queue) {
    const root: ConditionRoot = { condition: next.condition, path: [], site: "condition", owner: "" };
    for (const { condition, negated } of nodesOf(root, next.negated)) {
      const grants = negated && granting.find(({ head }) => condition[head] !== undefined);
      if (grants) return `${grants.kind}:${condition[grants.head]}`;
      const id = condition.condition;
      const inner = id === undefined ? undefined : named.get(id);
      if (!inner || seen.has(`${id} ${negated}`)) continue;
      seen.add(`${id} ${negated}`);
      queue.push({ condition: inner, negated });
    }
  }
  return null;
}

function* defaultStep({ steps = [] }: Questionnaire): Findings {
  const last = steps.at(-1);
  if (last?.when) {
    yield found(["steps", steps.length - 1, "when"], "missing-default-step", { step: last.id }, "key");
  }
  const first = steps.findIndex(({ when }) => when === undefined);
  const next = first < 0 ? undefined : steps[first + 1];
  if (next) yield found(["steps", first + 1], "step-after-default", { step: next.id, default: steps[first]!.id });
}
