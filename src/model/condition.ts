// Conditions and measures as the questionnaire's author writes them (one closed grammar, no strings), and the table of their
// leaves: what each says, names, reads, and where it may stand. Whatever asks that question of a leaf asks the table.

/** Comparators of a leaf; several in one leaf must all be met. Figures of a criterion or dimension are in levels. */
export interface Comparators {
  atLeast?: number | string;
  atMost?: number | string;
  above?: number | string;
  below?: number | string;
  is?: number | string;
  in?: (number | string)[];
}

export const comparators = ["atLeast", "atMost", "above", "below", "is", "in"] as const;

export type AnswerState = "answered" | "na" | "unknown" | "unanswered" | "hidden";
export type PhaseStatus = "entered" | "established";
export type PartnerAction = "keep" | "change" | "check" | "find" | "build";
export type StakeholderState = "fully-served" | "served" | "partly" | "left-out";

interface Comparison extends Comparators {
  /** Counts as met when the figure is not applicable or hidden; without it every comparison with those fails. */
  na?: "holds";
}

interface Figured extends Comparison {
  /** Instead of a comparator: holds when none of these figures, of which it is one, is lower. */
  lowestOf?: string[];
}

/** What each kind of leaf is written like. */
export interface Leaves {
  level: { criterion: string } & Comparison;
  state: { criterion: string; state: AnswerState[] };
  includes: { criterion: string; includes: string };
  evidence: { criterion: string; evidence: "any" | "text" | "url" };
  dimension: { dimension: string; as?: "percent" } & Figured;
  measure: { measure: string } & Figured;
  fact: { fact: string } & Comparison;
  known: { fact: string; known: boolean };
  gate: { gate: string };
  signal: { signal: string };
  condition: { condition: string };
  reached: { reached: string; status?: PhaseStatus };
  phase: { phase: string; status?: PhaseStatus };
  partner: { partner: PartnerAction };
  step: { step: string };
  stakeholder: { stakeholder: string; is: StakeholderState };
  profile: { profile: string; is: string };
}

export type LeafKind = keyof Leaves;
export type Leaf = Leaves[LeafKind];

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: number; of: Condition[] }
  | Leaf;

/** What joins conditions, with what has to stand beside it. */
export const nodes = { all: [], any: [], not: [], of: ["atLeast"] } as const;

/** Where a condition can stand. */
export type Site =
  | ("visibility" | "measure" | "cap" | "condition" | "gate" | "signal" | "profile" | "phase")
  | ("step" | "group" | "note" | "recommendation" | "partner action" | "warning");

/** Where the phase is known by then. */
export const afterwards = ["step", "group", "note", "recommendation", "partner action", "warning"] as const;

/** A key of a leaf: what it names, if it names something; whether the leaf needs it; whether it replaces a comparator. */
interface LeafKey {
  names?:
    | ("criterion" | "dimension" | "measure" | "fact" | "gate" | "signal" | "condition" | "phase" | "step")
    | ("department" | "profile part" | "profile state" | "state" | "option");
  needed?: true;
  instead?: true;
}

interface LeafRow<Written> {
  /** The key that says what it is about. */
  head: keyof Written & string;
  /** The key that tells it from other leaves with this head. */
  test?: keyof Written & string;
  keys: { [Key in keyof Written]-?: LeafKey };
  /** What it is about is worked out from other things, so that it may not depend on the reader. */
  depends?: true;
  /** Sites at which it may stand; without them, everywhere. */
  sites?: readonly Site[];
  /** Open counts as no, so that `not` over it would grant something out of ignorance: never in a phase. */
  grants?: true;
  /** Only the headline or the record knows: a reason tells what they say, not what may still come. */
  asItIs?: true;
  /** What of the headline it waits for, which is settled after everything else. */
  awaits?: "phase" | "step" | "action";
  /** What it reads of a criterion beside its level. */
  reads?: "state" | "options" | "evidence";
  /** The key that a reason names beside the head. */
  beside?: keyof Written & string;
}

const limits = { atLeast: {}, atMost: {}, above: {}, below: {}, is: {}, in: {}, na: {} };

export const leaves = {
  level: { head: "criterion", keys: { criterion: { names: "criterion" }, ...limits }, depends: true },
  state: {
    head: "criterion",
    test: "state",
    keys: { criterion: { names: "criterion" }, state: {} },
    depends: true,
    reads: "state",
    asItIs: true,
  },
  includes: {
    head: "criterion",
    test: "includes",
    keys: { criterion: { names: "criterion" }, includes: { names: "option" } },
    depends: true,
    reads: "options",
  },
  evidence: {
    head: "criterion",
    test: "evidence",
    keys: { criterion: { names: "criterion" }, evidence: {} },
    depends: true,
    reads: "evidence",
  },
  dimension: {
    head: "dimension",
    keys: { dimension: { names: "dimension" }, ...limits, as: {}, lowestOf: { names: "dimension", instead: true } },
    depends: true,
  },
  measure: {
    head: "measure",
    keys: { measure: { names: "measure" }, ...limits, lowestOf: { names: "measure", instead: true } },
    depends: true,
  },
  fact: { head: "fact", keys: { fact: { names: "fact" }, ...limits } },
  known: {
    head: "fact",
    test: "known",
    keys: { fact: { names: "fact" }, known: {} },
    sites: afterwards,
    asItIs: true,
  },
  gate: { head: "gate", keys: { gate: { names: "gate" } }, depends: true, grants: true },
  signal: { head: "signal", keys: { signal: { names: "signal" } }, depends: true, grants: true },
  condition: { head: "condition", keys: { condition: { names: "condition" } }, depends: true },
  reached: {
    head: "reached",
    keys: { reached: { names: "phase" }, status: {} },
    sites: ["phase", ...afterwards],
    grants: true,
    awaits: "phase",
    beside: "status",
  },
  phase: {
    head: "phase",
    keys: { phase: { names: "phase" }, status: {} },
    sites: afterwards,
    awaits: "phase",
    beside: "status",
  },
  partner: { head: "partner", keys: { partner: {} }, sites: ["note", "warning"], asItIs: true, awaits: "action" },
  step: {
    head: "step",
    keys: { step: { names: "step" } },
    sites: ["partner action", "note", "warning"],
    asItIs: true,
    awaits: "step",
  },
  stakeholder: {
    head: "stakeholder",
    keys: { stakeholder: { names: "department" }, is: { names: "state", needed: true } },
    sites: ["step", "note", "warning"],
  },
  profile: {
    head: "profile",
    keys: { profile: { names: "profile part" }, is: { names: "profile state", needed: true } },
    depends: true,
    beside: "is",
  },
} as const satisfies { [Kind in LeafKind]: LeafRow<Leaves[Kind]> };

export type LeafHead = (typeof leaves)[LeafKind]["head"];
type AnyRow = Omit<LeafRow<Record<string, unknown>>, "head"> & { head: LeafHead };

export const rowOf = (kind: LeafKind): AnyRow => leaves[kind] as AnyRow;

/** The rows in the order in which a leaf is looked up: those with a key of their own first. */
export const leafRows = (Object.entries(leaves) as [LeafKind, AnyRow][]).sort(
  ([, a], [, b]) => Number(a.test === undefined) - Number(b.test === undefined),
);

const distinct = <Item>(items: Item[]): readonly Item[] => [...new Set(items)];
const headsOf = (rows: [LeafKind, AnyRow][]) => distinct(rows.map(([, { head }]) => head));

export const leafHeads = headsOf(leafRows);
export const comparedHeads = headsOf(leafRows.filter(([, { keys }]) => "atLeast" in keys));
export const dependingHeads = headsOf(leafRows.filter(([, { depends }]) => depends));

/** Keys that ask something else than a comparator does. */
export const leafTests = distinct(
  leafRows.flatMap(([, { test, keys }]) => [
    ...(test ? [test] : []),
    ...Object.keys(keys).filter(key => keys[key]!.instead),
  ]),
);

/** The kind of a leaf, which may hold keys that do not belong there; null for a node. */
export function leafKind(leaf: object): LeafKind | null {
  const row = leafRows.find(([, { head, test = head }]) => head in leaf && test in leaf);
  return row?.[0] ?? null;
}

export interface KnownLeaf {
  kind: LeafKind;
  leaf: Leaf;
}

/** A condition as a leaf; null for a node, even one without parts. */
export function asLeaf(condition: Condition): KnownLeaf | null {
  const kind = leafKind(condition);
  return kind && { kind, leaf: condition as Leaf };
}

/** One function for each kind of leaf; held with `satisfies`, so that the compiler names the one that is missing. */
export type ByLeaf<More extends unknown[], Result> = {
  [Kind in LeafKind]: (leaf: Leaves[Kind], ...more: More) => Result;
};

export function onLeaf<More extends unknown[], Result>(
  by: ByLeaf<More, Result>,
  { kind, leaf }: KnownLeaf,
  ...more: More
): Result {
  const of = by[kind] as (leaf: Leaf, ...more: More) => Result;
  return of(leaf, ...more);
}

/** A member of a measure: a number, the id of a criterion, dimension, fact, measure or capability, or one of these; of a grid
 * the number of rows at which a check holds. */
export type Member =
  | number
  | string
  | { criterion: string; voice: "inside" | "outside" }
  | { dimension: string; as: "percent" }
  | { grid: string; check: string }
  | Expression;

export const operators = ["min", "max", "mean", "sum", "count", "add", "subtract", "multiply", "divide"] as const;
export type Operator = (typeof operators)[number];

/** A number, or a measure: what it comes to is the weight, and nothing where it has no figure or one below 0. */
export type Weight = number | { measure: string };

interface Modifiers {
  weights?: Weight[];
  /** What a member that does not apply does: leaves (skip), counts as 0 (zero), or leaves no result (null). One that is open may still be anything: under `zero` the low bound is the figure with blanks at 0. */
  missing?: "skip" | "zero" | "null";
  round?: "floor" | "half-up" | "truncate";
  /** Decimals that `round` keeps; 0 when absent. */
  digits?: number;
  /** Lowest and highest value. */
  clamp?: [number, number];
}

export type Expression = Modifiers & { [op in Exclude<Operator, "count">]?: Member[] } & { count?: Condition[] };
