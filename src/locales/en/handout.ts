// The words of the hand-out in English: what is printed beside the questions for people who answer on paper.
import { bounds } from "./bounds.ts";
import { and, count, number, or } from "./numbers.ts";

/** A place to write in; it does not fold, so that no line holds nothing else. */
const room = (length: number) => "_".repeat(length);
const line = `${room(36)} ${room(36)}`;

export const handout = {
  bounds,
  heading: {
    how: "How to answer",
    who: "Who answers, and how long it takes",
    facts: "About the organisation",
    questions: "The questions",
    grids: "Who has which part",
    glossary: "Words",
    talk: "Questions to talk about",
    origin: "Where it comes from",
  },

  fields: [`Organisation: ${room(40)}`, `Department and function: ${room(40)}`, `Date: ${room(20)}`],
  lineOfBusiness: `Line of business, if it is about one only: ${room(30)}`,

  how: [
    "Answer the questions that name your department; nobody has to answer everything.",
    "Tick one box for each question, and only one, unless it says otherwise.",
    "Answer for the present as you see it. Where departments differ, the difference is worth as much as the answer.",
    "“Nobody here can say” is a good answer and better than a guess. A question left blank counts as not asked. Neither counts as the lowest level.",
    "Note what you saw or heard, and where it can be looked up.",
  ],

  minutes: (respondent: [number, number] | null, workshop: [number, number] | null) =>
    [
      respondent ? `It takes one person ${span(respondent)} minutes` : "",
      workshop ? `${respondent ? "a" : "A"} workshop with all of them takes ${span(workshop)} minutes` : "",
    ]
      .filter(Boolean)
      .join("; ")
      .concat(respondent || workshop ? "." : ""),
  asked: (questions: number[], best: number[], total: number) =>
    [
      questions.length === total
        ? `all ${count(total, "question", "questions")}`
        : `${questions.length === 1 ? "question" : "questions"} ${ranges(questions)}`,
      best.length > 0 && best.length < questions.length ? `; knows best: ${ranges(best)}` : "",
    ].join(""),
  outside: "a voice from outside, shown beside the others and never counted with them",
  rolesAre: "By question number:",

  best: (roles: string[]) => `Best answered by ${or(roles)}.`,
  answer: (unit: string) => `Answer: ${room(24)} ${unit}`.trim(),
  why: "Why it matters:",
  show: "Ask to see:",
  sometimes: "This question does not concern every organisation: answer it when you are asked to.",
  several: "Tick all that are so.",
  level: (n: number) => number(n),
  none: "None of these",
  unknown: "Nobody here can say",
  na: (when: string) => `Does not apply. ${when}`,
  because: `Because: ${room(30)}`,
  note: `Note: ${line}`,
  talk: `Said: ${line}`,

  version: (questionnaire: string, version: string) => `Questionnaire: ${questionnaire}, version ${version}.`,
};

export type HandoutWords = typeof handout;

const span = ([from, to]: [number, number]) => (from === to ? number(from) : `${number(from)} to ${number(to)}`);

/** 1, 3, 4, 5, 9 as "1, 3 to 5 and 9". */
function ranges(numbers: number[]): string {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return and(runs.flatMap(([from, to]) => (to - from === 1 ? [number(from), number(to)] : [span([from, to])])));
}
