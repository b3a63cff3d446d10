// A reader with pencil and paper: redoes each node of a trace from what the node names, with nothing of the engine. Out: what does not
// come out as the node says.
import type { TruthState } from "../../src/model/evaluation.ts";
import type { Explanation, FiguresHow, How, Node, ShapingView, Test } from "../../src/model/explanation.ts";
import { checkMistakes, tallyMistakes } from "./redo-grid.ts";

type Nodes = Map<string, Node>;

export function mistakes({ nodes: list }: Explanation): string[] {
  const nodes = new Map(list.map(node => [node.ref, node]));
  const found: string[] = [];
  const expectSame = (ref: string, what: string, said: unknown, redone: unknown) => {
    const same = typeof said === "number" && typeof redone === "number" ? close(said, redone) : said === redone;
    if (!same) found.push(`${ref} ${what}: says ${said}, redone ${redone}`);
  };
  for (const { ref, how, figure, state } of list) {
    for (const test of testsOf(how)) for (const line of testMistakes(nodes, test)) found.push(`${ref} ${line}`);
    if (how.by === "condition") expectSame(ref, "state", state, how.when.state);
    if (how.by === "grid") found.push(...tallyMistakes(how).map(line => `${ref} ${line}`));
    if (how.by === "check") found.push(...checkMistakes(nodes.get(how.of)!.how, how).map(line => `${ref} ${line}`));
    if (how.by === "check") {
      expectSame(ref, "at least", figure!.low, how.rows.filter(row => row.state === "holds").length);
      expectSame(ref, "at most", figure!.high, how.rows.filter(row => row.state !== "fails").length);
    }
    if (how.by === "recorded") {
      const from = nodes.get(how.of)!;
      const level = from.how.by === "table" ? nodes.get(from.how.of)!.how : null;
      const said = level?.by === "answers" && !["unknown", "unanswered"].includes(level.state);
      expectSame(ref, "figure", JSON.stringify(figure), JSON.stringify(said ? from.figure : nothing));
    }
    if (how.by === "capped") {
      const from = nodes.get(how.of)!.figure!;
      const limits = (...states: (TruthState | null)[]) =>
        how.caps.filter(cap => states.includes(nodes.get(cap.of)!.state)).map(cap => cap.atMost);
      const least = Math.min(...limits("holds"), from.high ?? Infinity);
      const sure = Math.min(...limits("holds"), from.low ?? Infinity);
      expectSame(ref, "counts", figure!.counts, from.counts);
      if (from.counts !== "fails") {
        expectSame(ref, "low", figure!.low, finite(Math.min(from.low ?? -Infinity, ...limits("holds", "open"))));
        expectSame(ref, "high", figure!.high, finite(least));
      }
      for (const { of, atMost, binds } of how.caps) {
        const lowers = from.low !== null && atMost < from.low && nodes.get(of)!.state === "holds";
        expectSame(ref, of, binds, lowers && atMost === sure);
      }
    }
    if ("members" in how) {
      const redone = arithmetic(nodes, how);
      if (redone !== "unsure") {
        const before = how.shaping ? how.shaping.before.value : figure!.value;
        expectSame(ref, "counts", figure!.counts, redone === null ? "fails" : "holds");
        expectSame(ref, "value", before, finite(redone));
        if (how.shaping && before !== null) expectSame(ref, "shaped", figure!.value, shaped(how.shaping, before));
      }
    }
    if (how.by === "count" && how.parts.every(part => part.state !== "open") && !how.shaping)
      expectSame(ref, "count", figure!.value, how.parts.filter(part => part.state === "holds").length);
    if (how.by === "table" && nodes.get(how.of)!.figure!.value !== null)
      expectSame(ref, "table", figure!.value, how.table[nodes.get(how.of)!.figure!.value!]!);
    if (how.by === "answers") {
      expectSame(ref, "answered", how.answered, levelOf(how));
      const caps = how.caps.filter(cap => nodes.get(cap.of)!.state === "holds").map(cap => cap.atMost);
      if (figure!.value !== null)
        expectSame(ref, "level", figure!.value, Math.min((how.state === "na" ? how.naLevel : how.answered)!, ...caps));
    }
    if (how.by === "part") {
      const first = how.states.find(({ of }) => nodes.get(of)!.state === "holds");
      expectSame(ref, "state", how.state, first?.state ?? null);
    }
    if (how.by === "department") {
      const first = how.states.find(({ of }) => nodes.get(of)!.state === "holds");
      expectSame(ref, "served", how.served, first?.served ?? "open");
    }
  }
  return found;
}

const nothing = { value: null, low: null, high: null, counts: "fails" };
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const finite = (x: number | null) => (x !== null && Number.isFinite(x) ? x : null);

/** The result; null for none, and "unsure" while a member is open. */
function arithmetic(nodes: Nodes, { by, members, missing }: FiguresHow): number | null | "unsure" {
  const all = members.map(({ of, weight }) => ({ ...nodes.get(of)!.figure!, weight: weightOf(nodes, weight) }));
  if (all.some(one => Number.isNaN(one.weight))) return "unsure";
  if (all.some(one => one.counts === "open" || (one.counts === "holds" && one.value === null))) return "unsure";
  if (missing === "null" && all.some(one => one.counts === "fails")) return null;
  const counted = all
    .filter(one => (missing === "zero" || one.counts === "holds") && (by !== "mean" || one.weight > 0))
    .map(one => ({ figure: one.counts === "holds" ? one.value! : 0, weight: one.weight }));
  if (counted.length === 0) return null;
  const figures = counted.map(one => one.figure);
  const sum = counted.reduce((total, one) => total + one.weight * one.figure, 0);
  const chain = (next: (a: number, b: number) => number) => figures.reduce(next);
  switch (by) {
    case "mean":
      return sum / counted.reduce((total, one) => total + one.weight, 0);
    case "sum":
      return sum;
    case "min":
      return Math.min(...figures);
    case "max":
      return Math.max(...figures);
    case "add":
      return chain((a, b) => a + b);
    case "subtract":
      return chain((a, b) => a - b);
    case "multiply":
      return chain((a, b) => a * b);
    case "divide":
      return figures.slice(1).includes(0) ? null : chain((a, b) => a / b);
  }
}

/** NaN while it is open. */
function weightOf(nodes: Nodes, weight: number | string): number {
  if (typeof weight === "number") return weight;
  const { value, counts } = nodes.get(weight)!.figure!;
  if (counts === "fails") return 0;
  return counts === "open" || value === null ? Number.NaN : Math.max(0, value);
}

function shaped({ round, digits = 0, clamp }: ShapingView, before: number): number {
  const scaled = Number((before * 10 ** digits).toPrecision(15));
  const whole = { floor: Math.floor(scaled), "half-up": Math.floor(scaled + 0.5), truncate: Math.trunc(scaled) };
  const rounded = round ? whole[round] / 10 ** digits : before;
  return clamp ? Math.min(clamp[1], Math.max(clamp[0], rounded)) : rounded;
}

const middle = (levels: number[]) => levels.toSorted((a, b) => a - b)[Math.ceil(levels.length / 2) - 1]!;

function levelOf({ agreed, roles, options, state }: Extract<How, { by: "answers" }>): number | null {
  if (agreed) return "level" in agreed ? agreed.level : "options" in agreed ? agreed.options.length : null;
  const heard = roles.length > 0 ? [roles] : options.map(option => option.roles);
  const medians = heard.map(all => all.filter(one => one.counts).map(one => middle(one.levels)));
  if (medians.every(one => one.length === 0)) return null;
  if (state === "na" || state === "unknown") return null;
  return medians.reduce((sum, one) => sum + middle(one), 0);
}

export function testsOf(how: How): Test[] {
  if (how.by === "answers") return how.visible ? [how.visible] : [];
  if (how.by === "count") return how.parts;
  if (how.by === "phase") return [how.entered, ...(how.established ? [how.established] : [])];
  if (how.by === "action") return how.rules.map(({ when }) => when);
  if (how.by === "rule") return [how.when, ...how.about.flatMap(({ when }) => when ?? [])];
  return "when" in how && how.when ? [how.when] : [];
}

function testMistakes(nodes: Nodes, test: Test): string[] {
  if ("parts" in test) {
    const redone = joined(test.by === "atLeast" ? test.count : test.by, test.parts);
    const below = test.parts.flatMap(part => testMistakes(nodes, part));
    return redone === test.state ? below : [...below, `${test.by}: says ${test.state}, redone ${redone}`];
  }
  const node = nodes.get(test.of);
  if (!node) return [`${test.of} is named and not there`];
  const logic = test.asItIs ? test.state : (test.logic ?? test.state);
  if (test.by === "passed" && node.state !== logic) return [`${test.of}: says ${logic}, is ${node.state}`];
  if (test.by === "lowest") {
    const redone = lowest(
      node,
      test.among.filter(other => other !== test.of).map(other => nodes.get(other)!),
      test.naHolds,
    );
    return redone === logic ? [] : [`${test.of} the lowest: says ${logic}, redone ${redone}`];
  }
  if (test.by !== "compare" || typeof Object.values(test.with).flat()[0] === "string") return [];
  const redone = compared(node, test);
  return redone === logic ? [] : [`${test.of} compared: says ${logic}, redone ${redone}`];
}

function joined(by: "all" | "any" | "not" | number, parts: { state: TruthState }[]): TruthState {
  const count = (state: TruthState) => parts.filter(part => part.state === state).length;
  if (by === "not") return ({ holds: "fails", fails: "holds", open: "open" } as const)[parts[0]!.state];
  const needed = by === "all" ? parts.length : by === "any" ? 1 : by;
  if (count("holds") >= needed) return "holds";
  return count("holds") + count("open") >= needed ? "open" : "fails";
}

/** Whether none of the others is lower, by their bounds; one that is not there is not. */
function lowest({ figure: own }: Node, others: Node[], naHolds: boolean): TruthState {
  const [from, to] = ends(own!);
  const results = others.map(({ figure: other }): TruthState => {
    const [low, high] = ends(other!);
    if (other!.counts === "fails" || low >= to) return "holds";
    return other!.counts === "holds" && high < from ? "fails" : "open";
  });
  return ifThere(
    own!.counts,
    joined(
      "all",
      results.map(state => ({ state })),
    ),
    naHolds,
  );
}

const ends = ({ low, high }: { low: number | null; high: number | null }): [number, number] => [
  low ?? -Infinity,
  high ?? Infinity,
];

function ifThere(counts: TruthState, present: TruthState, naHolds: boolean): TruthState {
  const missing: TruthState = naHolds ? "holds" : "fails";
  if (counts === "fails") return missing;
  return counts === "holds" || present === missing ? present : "open";
}

/** Whether every, some or no figure within the bounds is what is asked for. */
function compared({ figure }: Node, { with: asked, naHolds }: Extract<Test, { by: "compare" }>): TruthState {
  const [from, to] = ends(figure!);
  const three = (every: boolean, some: boolean): TruthState => (every ? "holds" : some ? "open" : "fails");
  const results = Object.entries(asked).map(([name, limit]): TruthState => {
    const values = [limit].flat().map(Number);
    const v = values[0]!;
    if (name === "atLeast") return three(from >= v, to >= v);
    if (name === "atMost") return three(to <= v, from <= v);
    if (name === "above") return three(from > v, to > v);
    if (name === "below") return three(to < v, from < v);
    const inside = values.some(one => one >= from && one <= to);
    return three(inside && from === to, inside);
  });
  const present: TruthState = results.includes("fails") ? "fails" : results.includes("open") ? "open" : "holds";
  return ifThere(figure!.counts, present, naHolds);
}
