// The words of an explanation in English: one sentence a fact. Titles, questions and levels come from the questionnaire.
import type { AnswerState, Comparators, PartnerAction, PhaseStatus, StakeholderState } from "../../model/condition.ts";
import type { TruthState } from "../../model/evaluation.ts";
import type { FiguresHow, Recorded, ShapingView } from "../../model/explanation.ts";
import { grid } from "./explain-grids.ts";
import { answer, name, value } from "./explain-names.ts";
import { or, quote } from "./numbers.ts";
import { words } from "./words.ts";

const decimals = (digits: number) =>
  digits === 0 ? "a whole number" : digits === 1 ? "1 decimal" : `${digits} decimals`;

/** What a comparator asks; an entry for each. */
const limits = {
  atLeast: ([limit]) => `at least ${limit}`,
  atMost: ([limit]) => `at most ${limit}`,
  above: ([limit]) => `above ${limit}`,
  below: ([limit]) => `below ${limit}`,
  is: ([limit]) => `exactly ${limit}`,
  in: all => `one of ${or(all)}`,
} satisfies Record<keyof Comparators, (limits: string[]) => string>;

const times = (weight: string | null, figure: string) => (weight === null ? figure : `${weight} x ${figure}`);
const plus = (terms: { weight: string | null; figure: string }[]) =>
  terms.map(({ weight, figure }) => times(weight, figure)).join(" + ");

export const explain = {
  name,
  withId: (name: string, id: string) => `${name} (${id})`,
  line: (name: string, value: string) => `${name}: ${value}`,

  value,
  mark: { holds: "yes  ", fails: "no   ", open: "open " } satisfies Record<TruthState, string>,
  join: {
    all: "all of these must hold:",
    any: "one of these must hold:",
    not: "this must not hold:",
    atLeast: (count: number) => `at least ${count} of these must hold:`,
    none: "nothing is asked.",
  },
  test: {
    compare: (name: string, value: string, asked: string, naHolds: boolean) =>
      `${name}: ${value}; asked: ${asked}${naHolds ? ", or that it does not apply" : ""}`,
    asked: (comparators: [keyof Comparators, string[]][]) =>
      words.and(comparators.map(([name, values]) => limits[name](values))),
    there: (name: string, value: string) => `${name}: ${value}; asked: anything that counts`,
    lowest: (name: string, value: string, others: string[], naHolds: boolean) =>
      `${name}: ${value}; asked: that none of these is lower: ${words.and(others)}${naHolds ? ", or that it does not apply" : ""}`,
    other: (title: string, value: string) => `${quote(title)} ${value}`,
    passed: (name: string, state: string) => `${name}: ${state}`,
    is: (name: string, state: string, asked: string) => `${name}: ${state}; asked: ${asked}`,
    state: (name: string, now: string, asked: AnswerState[]) =>
      `${name}: ${now}; asked: ${or(asked.map(state => answer[state]))}`,
    includes: (name: string, option: string) => `${name}: the option ${quote(option)} is chosen`,
    evidence: (name: string, kind: NonNullable<Recorded["evidence"]>) =>
      `${name}: ${{ any: "evidence is given", text: "evidence in words is given", url: "evidence with a link is given" }[kind]}`,
    known: (name: string, value: string, known: boolean) =>
      `${name}: ${value}; asked: that it is ${known ? "known" : "not known"}`,
    reached: (phase: string, status: PhaseStatus | null) =>
      status === "established"
        ? `${phase} is established, or a later one is reached`
        : `${phase} is reached, or a later one`,
    phase: (phase: string, status: PhaseStatus | null) =>
      status === null ? `the organisation stands in ${phase}` : `the organisation stands in ${phase}, ${status}`,
    partner: (action: PartnerAction) => `the advice on the present partner is ${quote(action)}`,
    step: (step: string) => `the next step is ${step}`,
    no: (claim: string) => `not so: ${claim}`,
    asItIs: (text: string) => `${text} [as the record stands]`,
    certain: (text: string) => `${text} [here only what is certain counts as yes]`,
  },

  figure: {
    formula: {
      mean: terms =>
        terms.length === 1
          ? terms[0]!.figure
          : `(${plus(terms)}) / ${words
              .number(
                terms.reduce((sum, term) => sum + term.counts, 0),
                4,
              )
              .replace(/\.?0+$/, "")}`,
      sum: plus,
      min: terms => `the lowest of ${words.and(terms.map(term => term.figure))}`,
      max: terms => `the highest of ${words.and(terms.map(term => term.figure))}`,
      add: plus,
      subtract: terms => terms.map(term => term.figure).join(" - "),
      multiply: terms => terms.map(term => term.figure).join(" x "),
      divide: terms => terms.map(term => term.figure).join(" / "),
    } satisfies Record<
      FiguresHow["by"],
      (terms: { weight: string | null; counts: number; figure: string }[]) => string
    >,
    kind: {
      mean: "the mean of",
      sum: "the sum of",
      min: "the lowest of",
      max: "the highest of",
      add: "added up:",
      subtract: "subtracted, from left to right:",
      multiply: "multiplied:",
      divide: "divided, from left to right:",
    } satisfies Record<FiguresHow["by"], string>,
    equals: (figure: string, formula: string) => `${figure} = ${formula}`,
    atLeast: (figure: string, formula: string) => `At least ${figure} = ${formula}`,
    atMost: (figure: string, formula: string) => `At most ${figure} = ${formula}`,
    bounds: (range: string) => `Whatever is answered and whatever turns out not to apply, the figure is ${range}.`,
    tooLarge: "It is too large to calculate with.",
    unbounded: "What is still to be answered may make it anything.",
    none: "There is nothing to compute it from.",
    missing: {
      skip: "What does not apply leaves the figure.",
      zero: "What does not apply counts as 0.",
      null: "Where something does not apply there is no figure.",
    } satisfies Record<FiguresHow["missing"], string>,
    record:
      "A question that nobody has answered is treated like one that does not apply: the figure is that of the record as it is.",
    capped: "The lowest of what it is before caps and of the caps that hold.",
    cap: (name: string, state: string, atMost: string, binds: boolean) =>
      `${name}: ${state}; where it holds, at most ${atMost}${binds ? ", which is what counts" : ""}`,
    weightFrom: (weight: string, name: string) => `${weight}, from ${name}`,
    weightless: "A weight that has no figure, or one below 0, is 0.",
    weighted: (name: string, value: string, weight: string) => `${name}: ${value}; weight ${weight}`,
    counts: (value: string, counts: string) => `${value} counts ${counts}`,
    table: (counts: string[]) => `the levels from 0 on count ${counts.join(", ")}`,
    withTable: (counted: string, table: string) => `${counted} (${table})`,
    shaped: (
      figure: string,
      before: string,
      round: ShapingView["round"] | null,
      digits: number,
      clamp: [string, string] | null,
    ) =>
      [
        `${figure} = ${before}`,
        round
          ? `${{ floor: "rounded down", "half-up": "rounded half up", truncate: "cut off" }[round]} to ${decimals(digits)}`
          : "",
        clamp ? `kept from ${clamp[0]} to ${clamp[1]}` : "",
      ]
        .filter(Boolean)
        .join(", "),
    count: (value: string, of: number) => `${value} of ${of} hold:`,
  },

  answers: {
    question: (text: string) => `Asked: ${text}`,
    levelText: (level: number, text: string) => `Level ${level} is: ${text}`,
    given: (by: string | null, date: string | null) =>
      `Given ${[by === null ? "" : `by ${by}`, date === null ? "" : `on ${date}`].filter(Boolean).join(" ")}.`,
    voice: (who: string, said: string) => `${who}: ${said}`,
    who: (respondent: string | null, role: string | null) =>
      respondent === null ? (role ?? "Somebody") : role === null ? respondent : `${respondent} (${role})`,
    outside: (who: string) => `${who}, from outside and not counted`,
    said: {
      level: (level: number) => `level ${level}`,
      options: (options: string[]) => (options.length === 0 ? "none of the options" : words.and(options.map(quote))),
      na: (reason: string) => `not applicable: ${reason}`,
      unknown: "asked, and cannot say",
    },
    note: (text: string) => `Note: ${text}`,
    evidence: (parts: string[]) => `Evidence: ${parts.join(", ")}`,
    role: (role: string | null, levels: number[], median: number) =>
      levels.length === 1
        ? `${role ?? "Without a role"}: ${median}`
        : `${role ?? "Without a role"}: ${levels.join(", ")}; the middle, the lower of two: ${median}`,
    notListed: (text: string) => `${text}; not counted, because a role that this question is put to has answered`,
    consensus: (medians: number[], level: number) =>
      medians.length === 1
        ? `One role counts: level ${level}.`
        : `In order: ${medians.join(", ")}. The middle, the lower of two, counts: level ${level}.`,
    option: (title: string, counts: boolean) => `The option ${quote(title)} ${counts ? "counts" : "does not count"}:`,
    optionRole: (role: string | null, chosen: number, voices: number) =>
      `${role ?? "Without a role"}: chosen by ${chosen} of ${voices}`,
    nobody: {
      na: "Whoever answered says that it does not apply.",
      unknown: "Nobody could say.",
      unanswered: "Nobody has answered.",
    },
    naCounts: (level: number) => `“Not applicable” counts as level ${level} here.`,
    agreed: (said: string, because: string) =>
      `Agreed in the workshop, in place of what the roles say: ${said}, because: ${because}`,
    hidden: "It is not asked here, so that no answer counts:",
    visible: "It is asked only under a condition:",
    cap: (name: string, state: string, atMost: number) =>
      `${name}: ${state}; where it holds, at most level ${atMost} counts`,
    short: (parts: string[]) => parts.join(", "),
    shortRole: (role: string | null, levels: number[]) => `${role ?? "without a role"} ${levels.join(" and ")}`,
    shortAgreed: "agreed in the workshop",
    withShort: (value: string, short: string) => `${value} [${short}]`,
  },

  phase: {
    entered: "Reached when",
    established: "Established when it is reached and",
    always: "It is always reached.",
    oneStatus: "There is no second status.",
    later: "A later one that is certain would pass it over:",
    noLater: "There is no later one.",
    laterLine: (name: string, state: string) => `${name} is ${state}`,
    laterBecause: (name: string, state: string, because: string[]) => `${name} is ${state}: ${because.join("; ")}`,
  },
  step: {
    rule: "Steps are tried in order; the first whose condition holds is the next step. What is not certain is taken for a no.",
    condition: "Its condition:",
    always: "It has no condition: it is taken when no earlier step holds.",
    earlier: "Earlier steps:",
    earlierLine: (name: string, because: string[]) => `${name}: ${because.join("; ")}`,
    partner: (name: string) => `It calls for: ${name}.`,
  },
  rule: "What is not certain is taken for a no here.",
  about: "What it is about, each where its condition holds:",
  condition: "It holds only if no answer that is still missing can change that.",
  cap: {
    lowers: (atMost: string, titles: string[]) =>
      `Where it holds, at most level ${atMost} counts for ${words.and(titles.map(quote))}.`,
    limits: (atMost: string, titles: string[]) =>
      `Where it holds, at most ${atMost} counts for ${words.and(titles.map(quote))}.`,
  },
  partner: {
    follows: (step: string) => `The type follows from the next step: ${step}.`,
    none: "No step has been chosen.",
  },
  action: {
    "no-partner": "The next step calls for no partner.",
    unknown: "The present partner is not known, so nothing can be said about it.",
    rule: "The first rule of the questionnaire that holds decides.",
    same: "No rule of the questionnaire holds. The present partner is of the type that the next step calls for: keep.",
    breadths: (current: number, wanted: number, action: PartnerAction) =>
      `No rule of the questionnaire holds, so the breadths decide: present ${current}, wanted ${wanted}; ${
        action === "change" ? "narrower than wanted: change" : "not narrower than wanted: check"
      }.`,
    unordered: "No rule of the questionnaire holds, and the types have no order that would decide.",
    rules: "Rules of the questionnaire, in order:",
    ruleLine: (action: PartnerAction) => `${quote(action)} when`,
    wanted: (name: string) => `Wanted for the next step: ${name}`,
    current: (name: string, choice: string) => `${name}: ${choice}`,
    result: (action: PartnerAction | null) => (action === null ? "no advice" : quote(action)),
  },
  department: {
    rule: "The first state that holds; without one it is not known yet.",
    state: (state: StakeholderState) => `${words.stakeholder[state]}, when`,
  },
  part: {
    rule: "The first state that holds. A state holds where its condition certainly does, and that of every better one certainly does not.",
    state: (title: string) => `${quote(title)}, when`,
    otherwise: (title: string) => `${quote(title)}, when none of the others holds.`,
  },
  grid,
  verdict: {
    none: "nothing can be said yet about where the organisation stands",
    unstaged: (questionnaire: string) => `what follows from ${quote(questionnaire)}`,
    provisional: (text: string) => `${text}, provisional`,
    figures: "Figures",
    rules: "What applies",
    phases: (phases: string) => `${phases}, each by its own condition`,
    grids: "Grids",
    about: (names: string[]) => `about ${words.and(names)}`,
    phaseLine: (name: string, state: string) => `${name}: ${state}`,
    step: (name: string) => `The next step: ${name}`,
    noStep: "No step can be named.",
    partner: (name: string) => `The partner: ${name}`,
    action: (action: string) => `What to do about the present partner: ${action}`,
    open: "Still open",
    nothingOpen: "Nothing: no answer that is still missing can change where the organisation stands or the next step.",
    couldBe: (phases: string[]) => `It could be ${or(phases)}.`,
    stepCouldBe: (steps: string[]) => `The next step could be ${or(steps.map(quote))}.`,
    decides: (name: string, roles: string[]) =>
      roles.length > 0
        ? `${name} would decide; to ask: ${or(roles)}`
        : `${name} would decide; to ask: the organisation itself`,
  },
  rounded: "Figures are printed to four decimals where that is not all of them; the calculation goes on with all.",
  more: (command: string) => `More on any of these: ${command}`,
  whoAnswered: (command: string) => `Who answered what on a question: ${command}`,
};

export type ExplainWords = typeof explain;
