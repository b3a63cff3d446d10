// Conditions and measures as the questionnaire's author writes them (design: section 3, one closed grammar, no strings).

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

interface Figure extends Comparison {
  /** Instead of a comparator: holds when none of these figures, of which it is one, is lower. */
  lowestOf?: string[];
}

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: number; of: Condition[] }
  | ({ criterion: string } & Comparison)
  | { criterion: string; state: AnswerState[] }
  | { criterion: string; includes: string }
  | { criterion: string; evidence: "any" | "text" | "url" }
  | ({ dimension: string; as?: "percent" } & Figure)
  | ({ measure: string } & Figure)
  | ({ fact: string } & Comparison)
  | { fact: string; known: boolean }
  | { gate: string }
  | { signal: string }
  | { condition: string }
  | { reached: string; status?: PhaseStatus }
  | { phase: string; status?: PhaseStatus }
  | { partner: PartnerAction }
  | { step: string }
  | { stakeholder: string; is: StakeholderState }
  | { profile: string; is: string };

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

interface Shaping {
  weights?: Weight[];
  /** What a member that does not apply does: leaves (skip), counts as 0 (zero), or leaves no result (null). One that is open may still be anything: under `zero` the low bound is the figure with blanks at 0. */
  missing?: "skip" | "zero" | "null";
  round?: "floor" | "half-up" | "truncate";
  /** Decimals that `round` keeps; 0 when absent. */
  digits?: number;
  /** Lowest and highest value. */
  clamp?: [number, number];
}

export type Expression = Shaping & { [op in Exclude<Operator, "count">]?: Member[] } & { count?: Condition[] };
