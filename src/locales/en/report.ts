// The words of the leader's report in English. What the questionnaire says (titles, advice, levels) is not here.

import type { PartnerAction } from "../../model/condition.ts";
import type { OddDate } from "../../model/dates.ts";
import type { DatedPart, Finding, TruthState } from "../../model/evaluation.ts";
import { and, count, number, or, quote } from "./numbers.ts";
import { presence, standing } from "./truths.ts";

const reached = { holds: "reached", fails: "not reached", open: "not known yet" } satisfies Record<TruthState, string>;
const dated = {
  assessment: "the assessment",
  response: "an answer",
  evidence: "the evidence",
  fact: "the fact",
} satisfies Record<DatedPart, string>;
const level = (n: number, top: number) => `${number(n)} of ${number(top)}`;
const questions = (n: number) => count(n, "question", "questions");

export const report = {
  title: (subject: string, verdict: string) => (verdict ? `${subject}: ${verdict}` : subject),
  certain: (phase: string, status: string) => (status ? `${phase}, ${status}` : phase),
  provisional: (phase: string, status: string) =>
    status ? `not certain yet; so far: ${phase}, ${status}` : `not certain yet; so far: ${phase}`,
  lineOfBusiness: (name: string) => `Line of business: ${name}`,
  preparedBy: (who: string) => `Prepared by ${who}`,
  logo: (organization: string) => `Logo of ${organization}`,
  contents: "Contents",
  list: (items: string[]) => items.join("; "),
  standing,
  presence,
  reached,
  noSecondStatus: "has none",

  heading: {
    where: "Where you stand",
    next: "The one next step",
    recommendations: "What to do next",
    partner: "The partner to look for",
    money: "The money",
    first: "What to reach first",
    reasons: "Why this step",
    gates: "The conditions, one by one",
    ladder: "The way, one after the other",
    capabilities: "The capabilities",
    departments: "Outcomes of the departments",
    work: "The whole work in order",
    warnings: "Warnings",
    cost: "How the money was worked out",
    doubts: "What is not certain",
    talk: "Questions to talk about",
    advice: "Why this advice",
    profile: "Part by part",
    grids: "Who has which part",
    scores: "Scores",
    facts: "Facts about the organisation",
    answers: "Every answer",
    method: "How this was worked out",
    glossary: "Words",
    sources: "Sources",
  },

  soFar: "As the answers stand; those that are missing could still lead to another step.",
  departments: "What the departments get from it today:",
  state: (state: string, roles: string[]) => `${state}: ${and(roles)}.`,
  parts: (state: string, parts: string[]) => `${state[0]!.toUpperCase()}${state.slice(1)}: ${and(parts)}.`,
  always: "It holds for everyone.",
  warnings: "Warnings:",
  settle: "What would settle it:",
  ask: (title: string, roles: string[]) =>
    roles.length > 0 ? `${quote(title)} (ask ${or(roles)})` : `${quote(title)} (ask the organisation itself)`,
  shows: "It should show:",
  avoid: "To avoid:",
  questions: {
    keep: "Ask your present partner:",
    check: "Ask your present partner, and every candidate:",
    build: "Ask your own people:",
    change: "Ask every candidate:",
    find: "Ask every candidate:",
    unknown: "Ask every candidate:",
  } satisfies Record<PartnerAction | "unknown", string>,
  redFlags: "Red flags:",
  difference: "Difference",

  column: {
    givenBy: "Given by",
    signal: "Signal",
    seenIn: "Seen in",
    state: "State",
    entered: "Entered",
    established: "Established",
    capability: "Capability",
    level: "Level",
    mean: "Mean level",
    lowest: "Lowest question",
    department: "Department",
    outcome: "Outcome",
    dimension: "Part",
    weight: "Weight",
    score: "Score of 100",
    answered: "With a level",
    fact: "Fact",
    value: "Value",
    figure: "Figure",
    now: "As is",
    after: "After the step",
  },
  needed: (level: number, gate: string) => `level ${number(level)} for ${quote(gate)}`,
  neededFor: (needs: string[]) => `Needed: ${and(needs)}.`,
  takes: {
    entered: (phase: string, what: string) => `${phase} is entered with ${what}.`,
    established: (phase: string, what: string) => `${phase} is established with ${what} as well.`,
    atLeast: (title: string, n: string) => `${quote(title)} of at least ${n}`,
    all: (parts: string[]) => and(parts),
    any: (parts: string[]) => or(parts),
    before: (phase: string, established: boolean) => (established ? `${phase} established` : phase),
  },
  has: (title: string, level: number, needs: number) =>
    `${quote(title)} (level ${number(level)}, needs ${number(needs)})`,
  needs: (title: string, level: number) => `${quote(title)} (needs level ${number(level)})`,
  tooLow: (items: string[]) => `Too low: ${and(items)}.`,
  stillOpen: (items: string[]) => `Not known yet: ${and(items)}.`,
  doesNotApply: "does not apply",
  of: {
    min: (items: string[]) => `the lowest of ${and(items)}`,
    max: (items: string[]) => `the highest of ${and(items)}`,
    mean: (items: string[]) => `the mean of ${and(items)}`,
  },
  seenFrom: (reasons: string[]) => (reasons.length > 0 ? `Seen from: ${reasons.join("; ")}.` : ""),
  notKnown: "not known",
  level,
  states: (served: number, partly: number) =>
    `Served: the outcomes named first for a department are at level ${number(served)} or more; fully served: all of them are. Partly served: they are at level ${number(partly)} or more on average. Left out: less than that.`,
  levelRange: (low: number, high: number, top: number) => `${number(low)} to ${number(high)} of ${number(top)}`,
  none: "nothing to score",
  answeredOf: (answered: number, total: number) => `${number(answered)} of ${number(total)}`,
  bar: (bar: string, figure: string) => `${bar} ${figure}`,
  notThisStep: (step: string, reasons: string[]) => `Not ${quote(step)}: ${reasons.join("; ")}.`,
  signals: "The signals that it is time to move on:",
  possible: (steps: string[]) => `With the answers that are missing, the step could be ${or(steps.map(quote))}.`,
  seenIn: (title: string, level: number | null) =>
    level === null ? `${title}: not known` : `${title}: level ${number(level)}`,
  keeps: (part: string, reasons: string[]) => `What keeps ${quote(part)} down: ${reasons.join("; ")}.`,
  notYet: (phase: string, reasons: string[]) => `Not yet ${phase}: ${reasons.join("; ")}.`,
  ladder: "A high score elsewhere does not make up for a condition that is not met.",

  work: (title: string, owner: string, effort: number | null, value: number | null) =>
    effort === null || value === null
      ? `${title} (with ${owner}).`
      : `${title} (with ${owner}; effort ${number(effort)} of 5, value ${number(value)} of 5).`,
  aim: (from: number, to: number, text: string) => `From level ${number(from)} to ${number(to)}: ${text}`,
  estimates: "Effort and value are estimates of the questionnaire from 1 (lowest) to 5 (highest); they are not money.",
  quickWins: "Quick wins beside the plan",
  quickWinsAre: "Little effort for what they are worth; they need not wait for the plan.",
  parked: "Parked for later",
  parkedAre: (titles: string[]) => `Below their target, and not part of the plan above: ${and(titles)}.`,

  inputs: "What went in, from you:",
  formulas: "How the figures follow from it:",
  equals: (title: string, formula: string) => `${title} = ${formula}`,
  input: (title: string, value: string) => `${title}: ${value}`,

  finding: {
    disagreement: (title: string, said: string[]) => `Departments disagree on ${quote(title)}: ${and(said)}.`,
    settled: (title: string, said: string[], because: string) =>
      `Departments differed on ${quote(title)}: ${and(said)}. The workshop settled it: ${because}`,
    said: (who: string, n: number) => `${who} says level ${number(n)}`,
    straddle: (title: string, gate: string, needs: number) =>
      `${quote(title)} is answered on both sides of level ${number(needs)}, which ${quote(gate)} needs.`,
    unheardMany: (role: string, n: number, titles: string[], best: number) =>
      best > 0
        ? `${role} was not heard on ${questions(n)}, and is best placed to answer ${number(best)} of them. Of these questions, conditions rest on ${and(titles.map(quote))}.`
        : `${role} was not heard on ${questions(n)}. Of these, conditions rest on ${and(titles.map(quote))}.`,
    unheardCount: (role: string, n: number) => `${role} was not heard on ${questions(n)}; no condition rests on them.`,
    uncorroborated: (titles: string[]) =>
      `One department grades itself, without evidence and without a second voice: ${and(titles.map(quote))}.`,
    ask: (roles: string[], titles: string[]) => `To ask ${or(roles)}: ${and(titles.map(quote))}.`,
    unsaid: (title: string, asked: string[], others: string[]) =>
      others.length > 0
        ? `${quote(title)}: ${and(asked)} could not say. Still to ask: ${or(others)}.`
        : `${quote(title)}: ${and(asked)} could not say. Look for who can.`,
    disputed: (title: string, roles: string[]) =>
      `${quote(title)} has a level, but ${and(roles)} said that it does not apply.`,
    isSameName: (name: string, roles: string[]) =>
      `${quote(name)} answers for ${and(roles)}: one person speaks for more than one department.`,
    oddDate: (of: DatedPart, date: string, odd: OddDate, title: string | null) =>
      `The date of ${dated[of]}${title === null ? "" : ` on ${quote(title)}`} is ${odd === "later" ? "later than the answer that rests on it" : "hardly meant"}: ${date}.`,
    heavy: (titles: string[]) =>
      `Many questions that decide are said not to apply: ${and(titles.map(quote))}. A reason is in the appendix for each.`,
    stale: (title: string, dates: string[]) => `The evidence for ${quote(title)} is old: ${and(dates)}.`,
    lowered: (title: string, figure: string, counted: string, caps: string[]) =>
      `${quote(title)} would be ${figure} and counts as ${counted}: ${and(caps)}.`,
    capped: (title: string, answered: number, counted: number | null, caps: string[]) =>
      counted === null
        ? `${quote(title)} was answered with level ${number(answered)} and counts less: ${and(caps)}.`
        : `${quote(title)} was answered with level ${number(answered)} and counts as ${number(counted)}: ${and(caps)}.`,
    gap: (title: string, inside: number, outside: number) =>
      `On ${quote(title)} the organisation says level ${number(inside)}, voices from outside say ${number(outside)}.`,
    noRole: "Someone",
    factsToAsk: (roles: string[], titles: string[]) =>
      roles.length > 0
        ? `Facts that nobody has given, to ask ${or(roles)}: ${and(titles.map(quote))}.`
        : `Facts that nobody has given: ${and(titles.map(quote))}.`,
  } satisfies Record<string, unknown> & Partial<Record<Finding["kind"], unknown>>,

  answer: {
    says: (role: string, n: number) => `${role} ${number(n)}`,
    middle: (said: string[]) =>
      said.length % 2 === 0 ? `The middle, the lower of two, of ${and(said)}.` : `The middle of ${and(said)}.`,
    counts: (n: number, top: number, weight: string) =>
      `Counts as level ${number(n)} of ${number(top)}, with weight ${weight}.`,
    capped: (answered: number, caps: string[]) =>
      `Answered with level ${number(answered)}; lowered because of: ${and(caps)}.`,
    unanswered: "Nobody has answered this.",
    unknown: "Asked, and nobody could say.",
    na: "Does not apply.",
    hidden: "Not asked: it does not concern this organisation.",
    agreed: "Agreed in the workshop, because:",
    level: (n: number) => `level ${number(n)}`,
    noOptions: "none of them.",
    doesNotApply: "does not apply.",
    cannotSay: "cannot say.",
    who: (role: string, respondent: string, date: string) =>
      [[role, respondent ? `(${respondent})` : ""].filter(Boolean).join(" "), date].filter(Boolean).join(", "),
    outside: (who: string) => `${who}, from outside, not counted`,
    nobody: "Someone",
    voice: (n: number) => `voice ${number(n)}`,
    note: "Note:",
    evidence: "Evidence:",
    evidenceOf: (what: string, date: string) => `${what}, ${date}`,
    nobodyLeft: "Look for who can.",
    shouldAnswer: (roles: string[]) => `To ask: ${or(roles)}.`,
    basis: (claims: string) => `Rests on ${claims}.`,
    ours: (inference: string) => `Ours: ${inference}`,
    cut: (rest: number) => `[… ${number(rest)} more characters in the answer file]`,
  },
  notGiven: (titles: string[]) => `Not given: ${and(titles)}.`,

  doubt: {
    disagree: "Where answers differ or weigh less",
    unheard: "Who was not heard",
    ask: "What nobody has said yet",
  },

  method: {
    spread: (levels: number) =>
      `Departments are said to disagree where their answers lie ${count(levels, "level", "levels")} or more apart.`,
    voices:
      "Each person counts once. Per department the level in the middle counts, the lower of two; then the same over the departments that the question is meant for. Where the workshop agreed on a level, that level counts.",
    blanks:
      "What nobody has answered is never counted as zero and never assumed: it is carried as an interval from the lowest to the highest level. Whatever is called certain here holds whichever way the missing answers turn out.",
    gates: "Conditions decide, not averages. The index describes how far along the whole is and decides nothing.",
    rounding: "Scores are rounded down and upper ends of intervals up, so that nothing is overstated.",
    instruction: (text: string) => `The rule for everyone who answered: ${text}`,
    explain: (command: string) => `Every figure can be traced to the answers with: ${command}`,
    claims:
      "Statements of the sources, in our words, on which this report rests. They are the sources' views, not findings about this organisation:",
    ours: "What is our inference and not a statement of the sources:",
    oursOf: (title: string, text: string) => `${title}: ${text}`,
    version: (questionnaire: string, version: string) => `Questionnaire: ${questionnaire}, version ${version}.`,
  },
};
