// Nothing may depend on itself. In: a questionnaire. Out: each cycle once, at the reference that closes it.
// Rule kept: the edges here are at least those that the compiler follows.
import type { Path } from "../../document.ts";
import { type Findings, found } from "../../found.ts";
import { dependingHeads } from "../../model/condition.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { figureKinds } from "../outline.ts";
import { conditionRoots, expressions, membersOf, nodesOf, weighing } from "../walk.ts";

interface Edge {
  from: string;
  to: string;
  path: Path;
}

export function* cycles(questionnaire: Questionnaire): Findings {
  for (const { names, path } of closed([...dependencies(questionnaire)])) {
    yield found(path, "reference-cycle", { path: names });
  }
  for (const { names, path } of closed([...prerequisites(questionnaire)])) {
    yield found(path, "prerequisite-cycle", { path: names });
  }
}

function* dependencies(questionnaire: Questionnaire): Generator<Edge> {
  for (const root of conditionRoots(questionnaire)) {
    for (const { condition, path, owner } of nodesOf(root)) {
      for (const head of dependingHeads) {
        const id = condition[head];
        if (id !== undefined) yield { from: owner, to: `${head}:${id}`, path: [...path, head] };
      }
      const kind = condition.dimension === undefined ? "measure" : "dimension";
      for (const [i, id] of (condition.lowestOf ?? []).entries()) {
        yield { from: owner, to: `${kind}:${id}`, path: [...path, "lowestOf", i] };
      }
    }
  }
  const kinds = figureKinds(questionnaire);
  for (const node of expressions(questionnaire)) {
    const { expression, path, owner, top } = node;
    for (const { member, path } of membersOf(node)) {
      if (typeof member === "string") yield { from: owner, to: `${kinds.get(member) ?? "measure"}:${member}`, path };
    }
    if (top) continue;
    for (const leaf of ["criterion", "dimension"] as const) {
      if (expression[leaf]) yield { from: owner, to: `${leaf}:${expression[leaf]}`, path: [...path, leaf] };
    }
  }
  for (const { measure, path, owner } of weighing(questionnaire)) {
    yield { from: owner, to: `measure:${measure}`, path };
  }
  yield* lists(questionnaire);
}

/** What depends on something by being made of it. */
function* lists({ dimensions, capabilities, caps, signals }: Questionnaire): Generator<Edge> {
  for (const [d, { id, criteria }] of dimensions.entries()) {
    const path = ["dimensions", d];
    yield { from: "measure:index", to: `dimension:${id}`, path };
    for (const [c, one] of criteria.entries()) {
      yield { from: `dimension:${id}`, to: `criterion:${one.id}`, path: [...path, "criteria", c] };
    }
  }
  for (const [i, { id }] of (signals ?? []).entries()) {
    yield { from: "measure:signals", to: `signal:${id}`, path: ["signals", i] };
  }
  for (const [i, { id, criteria }] of (capabilities ?? []).entries()) {
    for (const [c, to] of criteria.entries()) {
      yield { from: `measure:${id}`, to: `criterion:${to}`, path: ["capabilities", i, "criteria", c] };
    }
  }
  for (const [i, { id, criteria, measures }] of (caps ?? []).entries()) {
    for (const [c, from] of (criteria ?? []).entries()) {
      yield { from: `criterion:${from}`, to: `cap:${id}`, path: ["caps", i, "criteria", c] };
    }
    for (const [m, from] of (measures ?? []).entries()) {
      yield { from: `measure:${from}`, to: `cap:${id}`, path: ["caps", i, "measures", m] };
    }
  }
}

function* prerequisites(questionnaire: Questionnaire): Generator<Edge> {
  for (const [d, { criteria }] of questionnaire.dimensions.entries()) {
    for (const [c, criterion] of criteria.entries()) {
      for (const [i, to] of (criterion.prerequisites ?? []).entries()) {
        yield { from: criterion.id, to, path: ["dimensions", d, "criteria", c, "prerequisites", i] };
      }
    }
  }
}

/** One cycle for each edge that leads back to a node under way, depth first. */
function* closed(edges: Edge[]): Generator<{ names: string[]; path: Path }> {
  const from = grouped(edges);
  const done = new Set<string>();
  for (const start of from.keys()) {
    const trail: { name: string; rest: Edge[] }[] = [];
    const underWay = new Set<string>();
    const enter = (name: string) => {
      underWay.add(name);
      trail.push({ name, rest: [...(from.get(name) ?? [])].reverse() });
    };
    if (!done.has(start)) enter(start);
    while (trail.length > 0) {
      const { name, rest } = trail.at(-1)!;
      const edge = rest.pop();
      if (!edge) {
        done.add(name);
        underWay.delete(name);
        trail.pop();
      } else if (underWay.has(edge.to)) {
        const names = trail.map(step => step.name);
        yield { names: [...names.slice(names.indexOf(edge.to)), edge.to], path: edge.path };
      } else if (!done.has(edge.to)) enter(edge.to);
    }
  }
}

function grouped(edges: Edge[]): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.from);
    if (group) group.push(edge);
    else groups.set(edge.from, [edge]);
  }
  return groups;
}
