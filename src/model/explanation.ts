// The explanation: how each figure and each decision came about, as data for a reader who redoes it by hand. Ids and numbers, no
// words. It is a list of nodes; each says what it is made of by naming others (`of`, `members`), so that what many rest on stands
// here once. `cxm explain --format json` prints it with titles; `subjects` are the nodes that were asked for.
import type { Agreed } from "./assessment.ts";
import type {
  AnswerState,
  Comparators,
  Expression,
  PartnerAction,
  PhaseStatus,
  StakeholderState,
} from "./condition.ts";
import type { Evaluation, Interval, ResponseView, RoleLevels, RowView, TallyView, TruthState } from "./evaluation.ts";
import type { Apart, Counted } from "./grid.ts";

/** A kind and an id: "gate:g2-entry". Parts of figures have names of their own: "percent:d" is dimension d as a percentage, "share:c"
 * what criterion c counts in it, "score:c" what it counts in other figures, "expression:7" a nested expression, "uncapped:m" measure m
 * before caps. With "record-" before it a part of a figure is that of the record, in which what nobody answered is missing. */
export type Ref = string;

export interface Explanation {
  questionnaire: { id: string; version: string };
  organization: string;
  lineOfBusiness: string | null;
  date: string | null;
  subjects: Ref[];
  /** In reading order; every node that another names is there. */
  nodes: Node[];
}

export interface Figure extends Interval {
  /** Whether it is there to be counted: `fails` when not applicable or hidden, `open` when it may turn out so. */
  counts: TruthState;
}

export interface Node {
  ref: Ref;
  /** Of a decision. Of gates, signals, conditions, caps and phases three-valued; of the rest what the headline says. */
  state: TruthState | null;
  figure: Figure | null;
  how: How;
}

/** A condition, tested. `state` is the reading that counts at this place. */
export type Test = Asked & {
  state: TruthState;
  /** The three-valued reading, where the place reads a yes or no and this differs. */
  logic?: TruthState;
  /** It reads the record as it stands, about which nothing is certain. */
  asItIs?: true;
  /** Among what makes the whole condition what it is. */
  decides: boolean;
};

export type Asked =
  | { by: "all" | "any" | "not"; parts: Test[] }
  | { by: "atLeast"; count: number; parts: Test[] }
  | { by: "compare"; of: Ref; with: Comparators; naHolds: boolean }
  /** Whether there is anything to score. */
  | { by: "there"; of: Ref }
  /** No other of these is lower. */
  | { by: "lowest"; of: Ref; among: Ref[]; naHolds: boolean }
  /** A gate, signal, named condition, or the state of a department or of a part of the profile. */
  | { by: "passed"; of: Ref }
  | { by: "record"; of: Ref; asked: Recorded }
  | { by: "known"; of: Ref; known: boolean }
  | { by: "reached" | "phase"; of: Ref; status: PhaseStatus | null }
  | { by: "partner"; of: Ref; action: PartnerAction }
  | { by: "step"; of: Ref };

/** What is asked of a criterion's record; one of the three. */
export interface Recorded {
  state?: AnswerState[];
  includes?: string;
  evidence?: "any" | "text" | "url";
}

export interface ShapingView extends Pick<Expression, "round" | "digits" | "clamp"> {
  before: Interval;
}

export interface AnswersHow {
  by: "answers";
  state: AnswerState;
  highest: number;
  /** The level before caps. */
  answered: number | null;
  /** The level that "not applicable" counts here; null where it leaves. */
  naLevel: number | null;
  voices: ResponseView[];
  /** From the workshop: replaces what the roles say. */
  agreed: Agreed | null;
  /** The lower median of those that count is the level answered; empty where something was agreed. */
  roles: RoleLevels[];
  /** Of a multiple choice: the same for each option, 1 for chosen; the level is the number of options that count. */
  options: { id: string; counts: boolean; roles: RoleLevels[] }[];
  visible: Test | null;
  caps: { of: Ref; atMost: number }[];
}

export interface FiguresHow {
  by: "min" | "max" | "mean" | "sum" | "add" | "subtract" | "multiply" | "divide";
  /** A weight is a number, or a measure: then what that comes to, and 0 where it has no figure or one below 0. */
  members: { of: Ref; weight: number | Ref }[];
  missing: "skip" | "zero" | "null";
  shaping: ShapingView | null;
}

export interface GridHow {
  by: "grid";
  rows: (RowView & { section: string })[];
  checks: Ref[];
  tallies: (TallyView & { asked: Counted })[];
}

export interface CheckHow {
  by: "check";
  of: Ref;
  asked: Counted | Apart;
  /** Whether it holds by every filling of the row; `named`: the parties of the finding there, null without one. A finding passes over
   * rows elsewhere that nobody filled, which the state takes for open. */
  rows: { row: string; state: TruthState; named: string[] | null }[];
}

export type How =
  | AnswersHow
  | FiguresHow
  | GridHow
  | CheckHow
  | { by: "count"; parts: Test[]; shaping: ShapingView | null }
  /** `giver`, `date`, `note`: who gave it, when, and what was said about it. */
  | { by: "fact"; given: number | string | null; giver: string | null; date: string | null; note: string | null }
  | { by: "number" }
  /** What each level counts. */
  | { by: "table"; of: Ref; table: number[] }
  /** The same where somebody answered, else nothing. */
  | { by: "recorded"; of: Ref }
  /** The lowest of a figure and of the caps that hold; `binds`: among those that certainly make it lower. */
  | { by: "capped"; of: Ref; caps: { of: Ref; atMost: number; binds: boolean }[] }
  /** The lower median of the voices from outside. */
  | { by: "outside"; of: Ref; level: number | null }
  | { by: "condition"; when: Test }
  | { by: "cap"; when: Test; atMost: number; criteria: string[]; measures: string[] }
  /** `here`: the headline stands in it. A later phase that is certain passes it over. */
  | { by: "phase"; here: PhaseStatus | null; entered: Test; established: Test | null; later: Ref[] }
  /** The first whose condition holds. */
  | { by: "step"; when: Test | null; earlier: Ref[]; partner: Ref | null }
  /** `about`: what it speaks of, where the condition beside that holds, or always. */
  | { by: "rule"; when: Test; about: { of: Ref; when: Test | null }[] }
  | { by: "partner"; step: Ref | null }
  | {
      by: "action";
      action: PartnerAction | null;
      ground: "no-partner" | "unknown" | "rule" | "same" | "breadths" | "unordered";
      /** The questionnaire's own, up to the first that holds. */
      rules: { action: PartnerAction; when: Test }[];
      wanted: { of: Ref; breadth: number | null } | null;
      /** The present one: a choice, and a type of partner if it is one. */
      current: { choice: string; breadth: number | null } | null;
      fact: Ref | null;
    }
  /** The first state that holds. */
  | { by: "department"; served: StakeholderState | "open"; states: { served: StakeholderState; of: Ref }[] }
  /** The first state that holds for certain while every better one certainly fails. */
  | { by: "part"; state: string | null; states: { state: string; of: Ref }[] }
  | {
      by: "verdict";
      verdict: Evaluation["verdict"];
      phases: Ref[];
      step: Ref | null;
      partner: Ref | null;
      action: Ref | null;
      /** Recommendations and warnings, those that do not apply too. */
      rules: Ref[];
      /** Parts of the profile. */
      profile: Ref[];
      grids: Ref[];
      /** Figures that the questionnaire wants printed, and the index. */
      figures: Ref[];
    };
