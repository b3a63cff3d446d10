// Comparisons: each compares, and with the kind of value that the figure has. Ranges are checked beside this.
import type { Path } from "../../document.ts";
import { type Findings, found } from "../../found.ts";
import { comparators, comparedHeads, leafTests } from "../../model/condition.ts";
import type { Fact, Questionnaire } from "../../model/questionnaire.ts";
import { nearest } from "../../nearest.ts";
import type { Kind } from "../../problem.ts";
import { conditionNodes, expressions, type LooseCondition, membersOf } from "../walk.ts";

export function* comparisons(questionnaire: Questionnaire): Findings {
  const facts = new Map((questionnaire.facts ?? []).map(fact => [fact.id, fact]));
  for (const { condition, path } of conditionNodes(questionnaire)) {
    const kind = comparedHeads.find(head => condition[head] !== undefined);
    if (kind) yield* comparison(condition, kind as Kind, condition[kind]!, facts, path);
  }
  for (const node of expressions(questionnaire)) {
    for (const { member, path } of membersOf(node)) {
      const fact = typeof member === "string" ? facts.get(member) : undefined;
      if (fact && fact.type !== "number") yield found(path, "not-a-number", { id: fact.id });
    }
  }
  yield* factTypes(questionnaire, facts);
}

export interface Compared {
  value: number | string;
  path: Path;
}

/** The values a leaf compares with. */
export function valuesOf(condition: LooseCondition, path: Path): Compared[] {
  return comparators.flatMap(key => {
    const value = condition[key];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [{ value, path: [...path, key] }];
    return value.map((value, i) => ({ value, path: [...path, key, i] }));
  });
}

function* comparison(
  condition: LooseCondition,
  kind: Kind,
  id: string,
  facts: Map<string, Fact>,
  path: Path,
): Findings {
  const values = valuesOf(condition, path);
  if (values.length === 0 && !leafTests.some(test => test in condition)) {
    yield found(path, "condition-not-compared", { kind, id });
  }
  const fact = kind === "fact" ? facts.get(id) : undefined;
  if (kind === "fact" && !fact) return;
  for (const { value, path } of values) {
    if (fact?.type === "text") yield found(path, "comparison-type", { kind, id, expected: "known" });
    else if (fact?.type === "choice") yield* choice(fact, value, path);
    else if (typeof value === "string") yield found(path, "comparison-type", { kind, id, expected: "number" });
  }
}

function* choice(fact: Extract<Fact, { type: "choice" }>, value: number | string, path: Path): Findings {
  if (typeof value === "number") {
    return yield found(path, "comparison-type", { kind: "fact", id: fact.id, expected: "choice" });
  }
  const choices = (fact.choices ?? []).map(({ id }) => id);
  if (choices.includes(value)) return;
  yield found(path, "choice-unknown", { fact: fact.id, choice: value, choices, suggestion: nearest(value, choices) });
}

/** Facts that the cost model and the partners read must be of the type they read. */
function* factTypes({ cost, partners }: Questionnaire, facts: Map<string, Fact>): Findings {
  const current = facts.get(partners?.current ?? "");
  if (current && current.type !== "choice") yield found(["partners", "current"], "not-a-choice", { id: current.id });
  if (!cost) return;
  const named: [string | undefined, Path][] = [
    [cost.scale, ["cost", "scale"]],
    ...Object.entries(cost.after).flatMap<[string, Path]>(([id, { fact }]) => [
      [id, ["cost", "after", id]],
      [fact, ["cost", "after", id, "fact"]],
    ]),
    [cost.investment, ["cost", "investment"]],
    [cost.running, ["cost", "running"]],
  ];
  for (const [id, path] of named) {
    const fact = facts.get(id ?? "");
    if (fact && fact.type !== "number") yield found(path, "not-a-number", { id: fact.id });
  }
}
