// The questionnaire as its file holds it. The JSON Schema beside the loader describes each key to an author.
import type { Condition, Expression, PartnerAction, Weight } from "./condition.ts";
import type { Grid } from "./grid.ts";

/** Where a statement comes from: claim ids, and a sentence naming what in it is our inference. */
export interface Sourced {
  cites?: string[];
  inference?: string;
}

export interface Titled extends Sourced {
  id: string;
  title: string;
}

export interface Choice {
  id: string;
  title: string;
}

interface FactBase extends Titled {
  question: string;
  help?: string;
  /** Who knows; the first knows best. */
  roles?: string[];
}

export interface NumberFact extends FactBase {
  type: "number";
  unit?: string;
  /** Inclusive bounds; `above` is an exclusive lower one. */
  min?: number;
  max?: number;
  above?: number;
  whole?: boolean;
  /** A share that reports print as a percentage: 0.05 as 5%. */
  as?: "percent";
}

export type Fact = NumberFact | (FactBase & { type: "choice"; choices: Choice[] }) | (FactBase & { type: "text" });

export interface Role {
  id: string;
  title: string;
  /** A voice from outside (a customer panel): never enters the consensus. */
  outside?: boolean;
}

/** An N/A leaves what it is a member of, counts as the highest level, counts as the roadmap's target, or is not allowed. */
export type NotApplicable = "dropped" | "met" | "target" | "forbidden";

export interface Level {
  text: string;
  /** What the level counts in measures; the level's number when absent. */
  score?: number;
}

export interface Option {
  id: string;
  text: string;
}

export interface Criterion extends Titled {
  question: string;
  help?: string;
  why?: string;
  /** Who should answer; the first knows best. */
  roles: string[];
  weight?: number;
  /** 1-5: to lift it by one or two levels. */
  effort?: number;
  /** 1-5: worth to customers and departments. */
  value?: number;
  prerequisites?: string[];
  /** Signals that lifting it answers. */
  solves?: string[];
  evidence?: string;
  /** One department grades itself here: a second voice or evidence is asked for. */
  corroborate?: boolean;
  /** The legitimate case of "not applicable"; absent: not allowed. */
  na?: string;
  /** What N/A counts here; the questionnaire's choice when absent. */
  notApplicable?: NotApplicable;
  visible?: Condition;
  levels?: (string | Level)[];
  /** Shared levels, by id of `scales`. */
  scale?: string;
  /** Multiple choice: the level is the number of options chosen. */
  options?: Option[];
}

export interface Dimension extends Titled {
  weight?: Weight;
  criteria: Criterion[];
}

/** `report`: reports print it among the figures. `blanks: missing`: it speaks of the record, in which what nobody answered is missing. */
export type Measure = Titled & { unit?: string; report?: boolean; blanks?: "missing" } & Expression;
export type Capability = Titled & { criteria: string[] };
export type Rule = Titled & { when: Condition };
export type Note = Sourced & { id: string; when: Condition; text: string };
/** A limit on the levels of criteria and the figures of measures, at least one of them. */
export type Cap = Titled & { when: Condition; criteria?: string[]; measures?: string[]; atMost: number };
/** What a recommendation or warning may be about; without `when` it always is. */
export type About = { when?: Condition } & ({ dimension: string } | { criterion: string });
export type Advice = Rule & { text: string; about?: About[] };

/** Parts that each get a state of their own. */
export interface Profile {
  title: string;
  text?: string;
  /** Best first; the last is the one of a part for which none of the others holds. */
  states: { id: string; title: string }[];
  parts: ProfilePart[];
}

export interface ProfilePart extends Sourced {
  dimension: string;
  /** By state, for all but the last. */
  when: Record<string, Condition>;
}

export interface Phase extends Titled {
  /** How running text calls it; "Phase II" when absent. */
  name?: string;
  definition?: string;
  sponsor?: string;
  served?: string[];
  present?: string[];
  missing?: string[];
  leaveWhen?: string;
  risks?: string[];
  /** Absent: always reached. */
  entered?: Condition;
  /** Entered is implied; absent: the phase knows no second status. */
  established?: Condition;
  notes?: Note[];
}

export interface Group extends Titled {
  criteria?: string[] | "all";
  gates?: string[];
  capabilities?: string[];
  target?: number;
  order?: "lowest-first";
  when?: Condition;
}

export interface Step extends Titled {
  text: string;
  decision?: string;
  customers?: string;
  /** Absent on the last step only: the default. */
  when?: Condition;
  partner?: string;
  target?: number;
  groups?: Group[];
  notes?: Note[];
}

export interface PartnerType extends Titled {
  /** Place in the order narrow to broad; absent: outside the order. */
  breadth?: number;
  lookFor?: string[];
  avoid?: string[];
  avoidText?: string;
  questions?: (Sourced & { text: string })[];
  redFlags?: (Sourced & { text: string })[];
}

export interface Partners {
  /** The fact whose choices are ids of partner types, or other words such as "none". */
  current?: string;
  types: PartnerType[];
  /** First that holds; otherwise the breadths decide: same keep, narrower change, wider check. */
  actions?: (Sourced & { action: PartnerAction; when: Condition })[];
  wording: Record<PartnerAction | "unknown", string>;
}

export interface Department extends Sourced {
  role: string;
  core: string[];
  full: string[];
}

export interface CostModel extends Sourced {
  title: string;
  text?: string;
  /** The fact that the rows vary. */
  scale: string;
  at: number[];
  figures: string[];
  total: string;
  /** What facts fall to after the step: another fact, or a number where that is not known; one that is lower already stays. */
  after: Record<string, { fact: string; else: number }>;
  investment?: string;
  running?: string;
  unit: string;
}

export interface FindingLimits {
  spread?: number;
  gateNotApplicable?: number;
  evidenceDays?: number;
  sayDoGap?: number;
}

export interface Questionnaire {
  id: string;
  version: string;
  title: string;
  summary: string;
  minutes?: { respondent?: [number, number]; workshop?: [number, number] };
  origin?: string;
  /** Place among the bundled questionnaires: lower ones first, those without one last. */
  place?: number;
  disclosure?: string;
  instruction?: string;
  words?: { phase?: string; phases?: string };
  glossary?: { id: string; term: string; meaning: string }[];
  claims?: Record<string, string>;
  roles: Role[];
  facts?: Fact[];
  scales?: { id: string; levels: (string | Level)[] }[];
  dimensions: Dimension[];
  grids?: Grid[];
  measures?: Measure[];
  capabilities?: Capability[];
  notApplicable?: NotApplicable;
  conditions?: Rule[];
  caps?: Cap[];
  gates?: Rule[];
  signals?: Rule[];
  profile?: Profile;
  phases?: Phase[];
  steps?: Step[];
  /** Its groups are the work of a step that has none, and where there are no steps. */
  roadmap?: { target?: number; quickWin?: { effort: number; valuePerEffort: number }; groups?: Group[] };
  recommendations?: Advice[];
  partners?: Partners;
  warnings?: Advice[];
  stakeholders?: { served: number; partly: number; departments: Department[] };
  cost?: CostModel;
  reflection?: (Sourced & { id: string; text: string })[];
  findings?: FindingLimits;
}
