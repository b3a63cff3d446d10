// What an explanation calls things, and the values they come out as, in English.
import type { AnswerState } from "../../model/condition.ts";
import type { TruthState } from "../../model/evaluation.ts";
import { quote, tooLarge } from "./numbers.ts";
import { presence, standing } from "./truths.ts";

export const answer = {
  answered: "answered",
  na: "not applicable",
  unknown: "asked, and nobody can say",
  unanswered: "not answered",
  hidden: "not asked here",
} satisfies Record<AnswerState, string>;
export const name = {
  gate: (title: string) => `Gate ${quote(title)}`,
  signal: (title: string) => `Signal ${quote(title)}`,
  condition: (title: string) => `Condition ${quote(title)}`,
  cap: (title: string) => `Cap ${quote(title)}`,
  criterion: (title: string) => `Question ${quote(title)}`,
  fact: (title: string) => `Fact ${quote(title)}`,
  percent: (title: string) => `Dimension ${quote(title)}, of 100`,
  dimension: (title: string) => `Dimension ${quote(title)}, in levels`,
  measure: (title: string) => `Figure ${quote(title)}`,
  capability: (title: string) => `Capability ${quote(title)}`,
  uncapped: (title: string) => `Figure ${quote(title)} before caps`,
  "record-dimension": (title: string) => `Dimension ${quote(title)}, in levels, as far as it is answered`,
  "record-percent": (title: string) => `Dimension ${quote(title)}, of 100, as far as it is answered`,
  profile: (title: string) => `Profile part ${quote(title)}`,
  grid: (title: string) => `Grid ${quote(title)}`,
  check: (title: string) => `Check ${quote(title)}`,
  index: () => "The profile index, of 100",
  signals: () => "The number of signals that are present",
  phase: (title: string, name: string) => `${name}, ${quote(title)}`,
  step: (title: string) => `Step ${quote(title)}`,
  recommendation: (title: string) => `Recommendation ${quote(title)}`,
  warning: (title: string) => `Warning ${quote(title)}`,
  partner: (title: string) => `Partner type ${quote(title)}`,
  department: (title: string) => `Department ${quote(title)}`,
  "department-core": (title: string) => `The lowest core question of ${quote(title)}`,
  "department-all": (title: string) => `The lowest of all questions of ${quote(title)}`,
  "department-mean": (title: string) =>
    `The mean of the core questions of ${quote(title)}, or of all where none is core`,
  verdict: () => "The verdict",
  "partner-action": () => "What to do about the present partner",
  outside: (title: string) => `What the voices from outside say on ${quote(title)}`,
  part: () => "A part worked out here",
};

export const value = {
  level: (level: string, highest: number) => `level ${level} of ${highest}`,
  capped: (level: string, answered: string, highest: number) =>
    `level ${level} of ${highest}, lowered by a cap from level ${answered}`,
  naCounts: (level: string) => `not applicable, which counts as ${level}`,
  lowered: (figure: string, before: string) => `${figure}, lowered by a cap from ${before}`,
  missing: (why: string) => `${why}, so missing here`,
  openState: "not known yet",
  state: quote,
  chosen: (count: string, of: number) => `${count} of ${of} options`,
  openLevel: (why: string, range: string, na: boolean) =>
    `${why}, so level ${range}${na ? ", or that it does not apply" : ""}`,
  unsettled: (level: string) => `${level}, as far as is settled`,
  range: (low: string | null, high: string | null) =>
    low === null ? `${high} or less` : high === null ? `${low} or more` : `${low} to ${high}`,
  open: (range: string) => `not known yet, ${range}`,
  tooLarge,
  notCounted: "does not count here: nothing to score",
  maybe: (value: string) => `${value}, if it applies`,
  unknownFact: "not known",
  answer,
  met: standing,
  signal: presence,
  rule: { holds: "applies", fails: "does not apply", open: "not certain, so it does not apply" } satisfies Record<
    TruthState,
    string
  >,
  cap: { holds: "holds", fails: "does not hold", open: "not known yet" } satisfies Record<TruthState, string>,
  reached: { holds: "reached", fails: "not reached", open: "not certain, so not reached" } satisfies Record<
    TruthState,
    string
  >,
  established: { holds: "established", fails: "not established", open: "not known yet" } satisfies Record<
    TruthState,
    string
  >,
  passedOver: "reached, and passed over by a later one",
  here: (status: string | null) => `this is where the organisation stands${status === null ? "" : ` (${status})`}`,
  nextStep: {
    holds: "this is the next step",
    fails: "not the next step",
    open: "not the next step",
  } satisfies Record<TruthState, string>,
  partner: {
    holds: "the next step calls for it",
    fails: "the next step does not call for it",
    open: "not certain",
  } satisfies Record<TruthState, string>,
};
