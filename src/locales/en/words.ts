// The program's words in English: whole sentences with their own plurals and numbers, so that another language may order them
// differently. Titles and advice come from the questionnaire, not from here.
import type { PhaseStatus, StakeholderState } from "../../model/condition.ts";
import type { TruthState } from "../../model/evaluation.ts";
import { cli } from "./cli.ts";
import { and, count, date, decimalsOf, number, one, or, quote, tooLarge } from "./numbers.ts";
import { report } from "./report.ts";
import { presence, standing } from "./truths.ts";

const answeredOf = (answered: number, na: number, total: number): string =>
  [
    `${number(answered)} of ${count(total, "question", "questions")} answered`,
    na > 0 ? `, ${number(na)} ${one(na) ? "does" : "do"} not apply` : "",
  ].join("");

/** From and to. */

export const words = {
  number,
  /** As many decimals as the figure needs, at most two. */
  decimal: (x: number) => number(x, decimalsOf(x)),
  and,
  quote,
  quoted: (titles: string[]) => and(titles.map(quote)),
  percent: (x: number) => (Number.isFinite(x) ? `${number(x, decimalsOf(x))}%` : tooLarge),
  withUnit: (figure: string, unit: string) => `${figure} ${unit}`.trim(),
  money: (x: number, unit: string) => `${unit} ${number(x)}`.trim(),
  range: (low: string, high: string) => `${low} to ${high}`,
  orMore: (low: string) => `${low} or more`,
  noFigure: "nothing to score",
  tooLarge,
  date,
  phaseWord: "Stage",

  heading: {
    howSure: "How sure",
    nextStep: "The next step",
    partner: "The partner",
    warnings: "Warnings",
    recommendations: "Recommendations",
    blocks: "What stands in the way",
    firstWork: "First things to do",
    unknown: "Not known yet",
    figures: "Figures",
  },

  phaseShort: (word: string, id: string) => `${word} ${id}`,
  unnamed: "Organisation not named yet",
  noPhase: "Nothing can be said yet about where this organisation stands.",
  status: { entered: "entered", established: "established" } satisfies Record<PhaseStatus, string>,
  provisionalMark: "provisional",

  disputed: "No answer that is missing can change this verdict, but departments disagree on questions that decide it.",
  certain: "No answer that is still missing can change this verdict.",
  complete: "Every question is answered, so no missing answer can change this verdict.",
  provisional: (phases: string[], steps: string[]) =>
    [
      "This verdict is provisional: answers that are missing could still change it.",
      phases.length > 1 ? `It could be ${or(phases)}.` : "",
      steps.length > 3 ? `The next step could be one of ${number(steps.length)}.` : "",
      steps.length > 1 && steps.length <= 3 ? `The next step could be ${or(steps.map(quote))}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  figure: (title: string, value: string) => `${title}: ${value}`,
  capped: (uncapped: string, caps: string[]) => `It would be ${uncapped} but for this: ${and(caps.map(quote))}.`,
  notKnown: "not known yet",
  about: (titles: string[]) => `About: ${and(titles)}.`,
  measureFirst: (signals: string, n: number) =>
    `Measure first: ${one(n) ? "one signal is" : "some signals are"} undecided and could raise the next step: ${signals}.`,
  coverage: (answered: number, na: number, total: number, people: number, roles: number) =>
    `${answeredOf(answered, na, total)}${na > 0 ? "," : ""} by ${count(people, "person", "people")} in ${count(roles, "role", "roles")}.`,
  coverageUnnamed: (answered: number, na: number, total: number) => `${answeredOf(answered, na, total)}.`,
  evidence: (answers: number, share: string) =>
    answers === 0
      ? "Nobody named evidence for any of them."
      : `For ${number(answers)} of them (${share}) somebody named evidence.`,
  disagreements: (titles: string) => `Departments differ on ${titles}.`,
  others: (n: number) => `${number(n)} others`,
  movable: (n: number, roles: string[], canChange: boolean) =>
    `${count(n, "answered question", "answered questions")} could still come out otherwise once ${and(roles)} ${roles.length === 1 ? "is" : "are"} heard on ${one(n) ? "it" : "them"}: ${canChange ? "that could change the verdict" : "whatever they say, the verdict stays"}.`,
  naDecides: (titles: string, n: number, now: string, without: string | null) =>
    `${now} rests on ${count(n, "question", "questions")} said not to apply (${titles}): asked and not met, ${without === null ? "no phase would be reached" : `it would be ${without}`}.`,
  phaseStatus: (name: string, status: string) => (status ? `${name}, ${status}` : name),
  unheard: (roles: string[]) => `Not heard on questions that decide, though best placed to answer: ${and(roles)}.`,
  /** `leftOut`: questions that do not apply; `beside`: phases decide, and this figure stands beside them. */
  index: (figure: string, leftOut: number, beside: boolean) =>
    [
      `Profile index ${figure} of `,
      leftOut === 0 ? "100." : `${figure === number(100) ? "" : "100 for "}what applies (${number(leftOut)} left out).`,
      beside ? " It describes; it never decides." : "",
    ].join(""),

  because: "Why:",
  decision: "Decision asked of you:",
  customers: "What customers get:",
  avoid: "To avoid:",
  closest: (partner: string, criterion: string, from: number | null, to: number) =>
    from === null
      ? `Closest to changing this advice: level ${to} on ${quote(criterion)}, not answered yet, would call for this partner instead: ${partner}.`
      : `Closest to changing this advice: level ${to} instead of ${from} on ${quote(criterion)} would call for this partner instead: ${partner}.`,
  steady: "No other answer to a single question would call for another kind of partner.",

  blocked: (target: string, either: boolean) =>
    either ? `${target} takes one of these, and each still lacks something:` : `For ${target}, these are missing:`,
  blockedOpen: (target: string) => `For ${target}, these are not known yet:`,
  establishing: (phase: string) => `${phase} established`,
  work: (title: string, owner: string) => `${title} (with ${owner})`,
  aim: (from: number, to: number, text: string) => `From level ${from} to ${to}: ${text}`,
  decides: (ask: string) => `decides the verdict; ${ask}`,
  askRoles: (roles: string[]) => (roles.length > 0 ? `to ask: ${or(roles)}` : "to ask: the organisation itself"),
  more: (n: number) => `and ${count(n, "more", "more")}`,

  reason: {
    gate: (title: string, state: TruthState) => `${quote(title)} is ${standing[state]}`,
    condition: (title: string, state: TruthState) => `${quote(title)} is ${standing[state]}`,
    signal: (title: string, state: TruthState) => `the signal ${quote(title)} is ${presence[state]}`,
    signals: (present: number, total: number) =>
      `${number(present)} of ${count(total, "signal", "signals")} to move on ${one(present) ? "is" : "are"} present`,
    phase: (name: string, state: TruthState) =>
      state === "holds"
        ? `${name} is where you are`
        : state === "fails"
          ? `you are not in ${name}`
          : `${name} is where you are so far`,
    reached: (name: string, state: TruthState) =>
      state === "holds"
        ? `${name} is reached`
        : state === "fails"
          ? `${name} is not reached`
          : `${name} is not certain yet`,
    established: (name: string, state: TruthState) =>
      state === "holds" ? `${name} is established` : `${name} is not established`,
    criterion: (title: string, level: number | null) =>
      level === null ? `${quote(title)} is not known yet` : `${quote(title)} is at level ${level}`,
    fact: (title: string, value: string | null) =>
      value === null ? `${quote(title)} is not known` : `${quote(title)} is ${value}`,
    measure: (title: string, value: string) => `${quote(title)} is ${value}`,
    stakeholder: (title: string, state: string) => `${title}: ${state}`,
    partner: "the present partner is of another kind than the next step needs",
    step: (title: string) => `the next step is ${quote(title)}`,
    dimension: (title: string, score: string, level: string | null) =>
      level === null
        ? `${quote(title)} is ${score} of 100`
        : `${quote(title)} is ${score} of 100, a mean level of ${level}`,
    profile: (title: string, state: string) => `${quote(title)} is ${state}`,
  },

  grid: {
    coverage: (title: string, filled: number, total: number, disputed: number) =>
      `${quote(title)}: ${number(filled)} of ${count(total, "row", "rows")} filled in${disputed > 0 ? `; people differ on ${number(disputed)} of them` : ""}.`,
    tally: (title: string, sections: string[]) => `${title}, of the rows filled in: ${sections.join(", ")}.`,
    share: (section: string, low: number, high: number, of: number) =>
      `${section} ${low === high ? number(low) : `${number(low)} to ${number(high)}`} of ${number(of)}`,
    finding: (title: string, rows: string[]) => `${title}: ${and(rows)}`,
    hint: (text: string) => `Worth a thought. ${text}`,
    row: (title: string, parties: string[]) => `${quote(title)}${parties.length > 0 ? ` (${and(parties)})` : ""}`,
    disputed: "Filled in differently",
    settle: "Agree on how it is. What is found in such a row holds whoever is right.",
    unanswered: (title: string) => `${title} (not filled in)`,
    differs: (title: string) => `${title} (filled in differently)`,
    mark: (id: string, title: string, text: string) => `${id} ${title}: ${text}`,
    none: "none",
    rows: "Activity",
  },

  stakeholder: {
    "fully-served": "fully served",
    served: "served",
    partly: "partly served",
    "left-out": "left out",
    open: "not known yet",
  } satisfies Record<StakeholderState | "open", string>,

  stakeholderHeading: {
    "fully-served": "Fully served",
    served: "Served",
    partly: "Partly served",
    "left-out": "Left out",
    open: "Not known yet",
  } satisfies Record<StakeholderState | "open", string>,

  cost: {
    rowToday: (amount: string) => `${amount} (today)`,
    now: "As is, per year",
    after: "At the targets, per year",
    saving: (amount: string, less: boolean, net: boolean) =>
      [
        `At the targets a year at today's revenue costs ${amount} ${less ? "less" : "more"}`,
        net ? "after the running cost." : "before any running cost.",
      ].join(", "),
    targets: (targets: string[]) => `Targets: ${and(targets)}.`,
    target: (title: string, value: string, assumed: boolean) =>
      assumed ? `${title} ${value} (assumed)` : `${title} ${value} (yours)`,
    payback: (years: string) => `The investment is earned back in about ${years} years.`,
    neverPaidBack: "At today's revenue the investment is not earned back.",
    noPayback: (titles: string[]) => `No payback can be named without ${and(titles.map(quote))}.`,
    breakEven: (amount: string) => `The difference covers the running cost from ${amount} of online revenue a year.`,
    tooLarge: "The money cannot be computed: with these facts it is too large to calculate with. Look at their units.",
    missing: (asked: string[]) => `The money cannot be computed yet. Missing: ${asked.join("; ")}.`,
  },

  cli,

  report,

  footer: (questionnaire: string, version: string) => `Questionnaire: ${questionnaire}, version ${version}.`,
};

export type Words = typeof words;
