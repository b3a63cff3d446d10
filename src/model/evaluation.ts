// The evaluation: the result of (questionnaire, assessment). Ids and numbers, no words; figures unrounded.
// A contract, published as `cxm schema evaluation`. All lists are in questionnaire order.

import type { Agreed, Evidence } from "./assessment.ts";
import type { AnswerState, PartnerAction, PhaseStatus, StakeholderState } from "./condition.ts";
import type { OddDate } from "./dates.ts";
import type { Cells } from "./grid.ts";

export type TruthState = "holds" | "fails" | "open";

/** Why: "gate:g2-entry" and the like, with the three-valued state it has. */
export interface Reason {
  ref: string;
  state: TruthState;
}

export interface Range {
  low: number | null;
  high: number | null;
}

export interface Interval extends Range {
  /** null while something that could move it is open. */
  value: number | null;
  /** It went beyond what can be calculated with; absent otherwise. */
  tooLarge?: true;
}

export interface ResponseView {
  respondent: string | null;
  role: string | null;
  /** When this person answered; null when the file does not say. */
  date: string | null;
  outside: boolean;
  state: Exclude<AnswerState, "unanswered" | "hidden">;
  level?: number;
  options?: string[];
  reason?: string;
  note?: string;
  evidence?: Evidence[];
}

/** What one role says together, and whether it counts. */
export interface RoleLevels {
  role: string | null;
  levels: number[];
  /** The lower one of the middle. */
  median: number;
  counts: boolean;
}

export interface CriterionView {
  id: string;
  state: AnswerState;
  /** The level that counts, after caps; of an N/A the one that the questionnaire lets it count. */
  level: number | null;
  answeredLevel: number | null;
  cappedBy: string[];
  spread: number | null;
  /** What each role says together: the lower median of those that count is the level answered. Empty for multiple choices, and where something was agreed. */
  heard: RoleLevels[];
  /** What the workshop agreed on, with its reason: it replaced the consensus. */
  agreed: Agreed | null;
  responses: ResponseView[];
}

/** What a date is the date of. */
export type DatedPart = "assessment" | "response" | "evidence" | "fact";

export type Finding =
  | { kind: "disagreement"; refs: string[]; spread: number; answers: { role: string | null; level: number }[] }
  | { kind: "straddle"; refs: string[]; gate: string; needs: number }
  | { kind: "missing-voice"; refs: string[]; roles: string[]; gate: boolean; bestPlaced: boolean }
  | { kind: "uncorroborated"; refs: string[]; roles: string[] }
  | { kind: "unknown"; refs: string[]; roles: string[] }
  | { kind: "na-disputed"; refs: string[]; roles: string[] }
  /** One name in several roles: a person who speaks for more than one department. */
  | { kind: "same-name"; refs: string[]; respondent: string; roles: string[] }
  /** Of an assessment, a response, a piece of evidence or a fact: a day beyond all likelihood, or one after the assessment. */
  | { kind: "odd-date"; refs: string[]; of: DatedPart; date: string; odd: OddDate }
  | { kind: "na-heavy"; refs: string[] }
  | { kind: "na-decides"; refs: string[]; without: { phase: string | null; status: PhaseStatus | null } }
  | { kind: "stale-evidence"; refs: string[]; dates: string[] }
  | { kind: "capped"; refs: string[]; by: string[]; answered: number; counted: number | null }
  | { kind: "say-do-gap"; refs: string[]; inside: number; outside: number }
  | { kind: "grid-disputed"; refs: string[]; grid: string; roles: string[] }
  /** `columns`: the parties that are missing or too many, by every filling. */
  | { kind: "grid"; refs: string[]; grid: string; check: string; hint: boolean; columns: string[] };

export interface RowView {
  id: string;
  state: "filled" | "disputed" | "unanswered";
  /** What everybody filled in; null where nobody did or they differ. */
  cells: Cells | null;
  answers: { respondent: string | null; role: string | null; outside: boolean; cells: Cells }[];
}

/** In how many rows of a section a tally holds; `filled` counts the rows that somebody filled. */
export interface TallyView {
  id: string;
  section: string;
  low: number;
  high: number;
  filled: number;
  rows: number;
}

export interface GridView {
  id: string;
  rows: RowView[];
  tallies: TallyView[];
}

export interface MeasureView extends Interval {
  id: string;
  /** The caps that certainly lower it. */
  cappedBy: string[];
  /** The figure before caps; null when no cap names the measure. */
  uncapped: Interval | null;
}

export interface AdviceView {
  id: string;
  because: Reason[];
  /** "dimension:order-flow", "criterion:of-errors". */
  about: string[];
}

export interface CostRow {
  at: number;
  /** Figures by measure; null where there is none, such as a cost per order without orders. */
  now: Record<string, number | null>;
  after: Record<string, number | null>;
}

export interface Cost {
  /** Facts without which the model cannot be computed. */
  missing: string[];
  /** Some figure of it went beyond what can be calculated with; absent otherwise. */
  tooLarge?: true;
  rows: CostRow[];
  /** Per year at today's scale, after minus running cost. */
  saving: number | null;
  /** Years until the investment is earned back; null when it never is or is not known. */
  payback: number | null;
  /** The scale (online revenue) at which the yearly gross saving equals the running cost. */
  breakEven: number | null;
}

export interface Evaluation {
  questionnaire: { id: string; version: string };
  organization: string;
  lineOfBusiness: string | null;
  date: string | null;
  verdict: {
    phase: string | null;
    status: PhaseStatus | null;
    provisional: boolean;
    possible: { phases: string[]; steps: string[]; partners: string[] };
    decidedBy: { criterion?: string; fact?: string; grid?: string; roles: string[] }[];
    /** Notes of the phase that apply. */
    notes: string[];
  };
  /** Criteria and grids that are answered and that inside roles which were not heard on them could still move; `canChange`: whether the
   * verdict could be another one then. */
  unheard: { refs: string[]; roles: string[]; canChange: boolean };
  /** `passedOver`: the steps that come first in the questionnaire and do not hold, each with what keeps it from holding. */
  nextStep: {
    id: string;
    because: Reason[];
    passedOver: { id: string; because: Reason[] }[];
    notes: string[];
  } | null;
  recommendations: AdviceView[];
  partner: {
    id: string;
    action: PartnerAction | null;
    avoid: string[];
    current: string | null;
    runnerUp: { id: string; flip: { ref: string; from: number | null; to: number } | null } | null;
  } | null;
  warnings: AdviceView[];
  signals: { id: string; state: TruthState; criteria: string[] }[];
  /** Of a reached phase, `because`, `blockedBy` and `openBy` speak of establishing it; of another, of entering it. */
  phases: {
    id: string;
    entered: TruthState;
    established: TruthState | null;
    because: Reason[];
    blockedBy: string[];
    openBy: string[];
  }[];
  /** Parts of the profile: `state` is null while it is not decided; `because` tells what keeps a part from the next better state. */
  profile: { id: string; state: string | null; because: Reason[] }[];
  /** `needs`: the level it asks of each criterion. */
  gates: {
    id: string;
    state: TruthState;
    blockedBy: string[];
    openBy: string[];
    needs: { criterion: string; level: number }[];
  }[];
  capabilities: ({ id: string; level: number | null } & Range)[];
  measures: MeasureView[];
  index: Interval;
  /** `mean` and its bounds are in levels, the others 0 to 100. */
  dimensions: ({
    id: string;
    mean: number | null;
    meanLow: number | null;
    meanHigh: number | null;
    answered: number;
    total: number;
  } & Interval)[];
  /** `by`, `date`, `note`: who gave it, when, and what was said about it. */
  facts: { id: string; value: number | string | null; by: string | null; date: string | null; note: string | null }[];
  criteria: CriterionView[];
  grids: GridView[];
  roadmap: {
    /** `target`: the level aimed at. */
    groups: { id: string; target: number; criteria: string[] }[];
    quickWins: string[];
    parked: string[];
    ask: string[];
  };
  stakeholders: { role: string; state: StakeholderState | "open" }[];
  findings: Finding[];
  cost: Cost | null;
  coverage: {
    answered: number;
    unknown: number;
    na: number;
    unanswered: number;
    hidden: number;
    withEvidence: number;
  };
}
