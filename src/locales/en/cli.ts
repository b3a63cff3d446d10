// What the commands say in English beside their results: what can be done next, lists, what a questionnaire asks.
import type { Hints } from "../../model/hints.ts";
import { and, count, number, or } from "./numbers.ts";

type Minutes = [number, number];
const spanOf = ([from, to]: Minutes): string => (from === to ? number(from) : `${number(from)} to ${number(to)}`);

interface AfterExample {
  questionnaire: string;
  again: string;
  other: string | null;
  own: string;
}

export const cli = {
  greeting: (cxm: string, questionnaire: string): Hints => ({
    title:
      "cxm finds out where an organisation stands on its customer-experience journey, and what its one next step is.\n",
    commands: [
      [`${cxm} score --example`, "score a bundled example"],
      [`${cxm} assess FILE`, "answer the questions for your organisation"],
      [`${cxm} score FILE`, "score what was answered"],
      [`${cxm} explain FILE`, "see how the verdict came about"],
      [`${cxm} list`, "see the questionnaires there are"],
      [`${cxm} show ${questionnaire}`, "read one, every question with its levels"],
      [`${cxm} check FILE`, "check a questionnaire or an assessment"],
      [`${cxm} new ID`, "start a questionnaire of your own"],
    ],
    end: `\n${cxm} COMMAND --help tells more.`,
  }),
  menu: {
    question: "What would you like to begin with?",
    example: "See a bundled example scored",
    assess: "Answer the questions for your organisation",
    list: "See the questionnaires there are",
    new: "Start a questionnaire of your own",
    nothing: "Nothing for now",
    file: "Which file shall hold the answers?",
    usualFile: "my-organisation.yaml",
    fileNeeded: "Give it a name.",
  },
  beginning: {
    id: "What is it called? Letters, digits and hyphens",
    from: "What does it begin from?",
    starter: "a short one with comments, to be filled in",
    badId: "Only letters, digits and hyphens, such as service-maturity.",
  },
  /** `again`: how the example is named; `other`: another one, null where there is none; `own`: how the questionnaire is. */
  afterExample: (cxm: string, { questionnaire, again, other, own }: AfterExample): Hints => ({
    title: "That was a bundled example. What to try next:",
    commands: [
      ...(other === null ? [] : [[`${cxm} score --example ${other}`, "another organisation"] as [string, string]]),
      [`${cxm} score ${again} --format markdown`, "the page for its leader"],
      [`${cxm} score ${again} --format json`, "everything, for a program"],
      [`${cxm} show ${questionnaire}`, "the questions, with their levels"],
      [`${cxm} assess my-organisation.yaml${own}`, "the same for your organisation"],
    ],
  }),
  afterList: (cxm: string) =>
    `${cxm} show ID prints one of them; with --format markdown, as a hand-out to fill in on paper.`,
  list: { size: "Size", roles: "Answers", origin: "Origin", examples: "Examples" },
  size: (criteria: number, facts: number, minutes: Minutes | null, workshop: Minutes | null) => {
    const times = [
      minutes ? `${spanOf(minutes)} minutes for one person` : "",
      workshop ? `${spanOf(workshop)} minutes for a workshop with all of them` : "",
    ].filter(Boolean);
    const asked = [
      count(criteria, "question", "questions"),
      ...(facts > 0 ? [count(facts, "fact about the organisation", "facts about the organisation")] : []),
    ];
    return `${and(asked)}${times.length > 0 ? `; ${and(times)}` : ""}.`;
  },
  inside: (roles: string[], outside: string[]) =>
    outside.length > 0 ? `${and(roles)}; from outside: ${and(outside)}.` : `${and(roles)}.`,
  tryExample: (names: string[], cxm: string) => `${names.join(", ")} (${cxm} score --example NAME)`,
  asked: (questions: number, best: number) =>
    best > 0 && best < questions
      ? `${count(questions, "question", "questions")}, best placed to answer ${number(best)} of them.`
      : `${count(questions, "question", "questions")}.`,
  origin: "Where it comes from",
  roles: "Who answers",
  outside: "A voice from outside: shown beside the others, never counted with them.",
  facts: "Facts asked first",
  phases: "Stages",
  steps: "Next steps",
  marks: "Marks",
  parties: "Parties",
  gridChecks: "What is looked for",
  glossary: "Words",
  whoAnswers: (roles: string[]) => `Ask ${or(roles)}.`,
  evidence: (what: string) => `Evidence: ${what}`,
  why: (why: string) => `Why: ${why}`,
  naWhen: (when: string) => `Not applicable: ${when}`,
  overwrite: (file: string, kind: "assessment" | "questionnaire") =>
    `${file} holds ${kind === "assessment" ? "somebody's answers" : "a questionnaire"}. Overwrite it?`,
  created: (cxm: string, file: string) => `Wrote ${file}. Try: ${cxm} check ${file}`,
  checked: (file: string, problems: number, reached: number, rules: number) =>
    [
      `${file}: ${problems === 0 ? "no problems" : count(problems, "problem", "problems")}`,
      rules > 0
        ? `; ${number(reached)} of ${count(rules, "phase or rule", "phases and rules")} can come true, each shown by an answer set`
        : "",
      ".",
    ].join(""),
  unmet: (file: string, threshold: string, wanted: string, blocked: string[], open: string[]) =>
    [
      `${file}: --${threshold}${wanted ? ` ${wanted}` : ""} is not met.`,
      blocked.length > 0 ? ` Too low: ${blocked.join(", ")}.` : "",
      open.length > 0 ? ` Not known: ${open.join(", ")}.` : "",
    ].join(""),
  bug: (version: string, trace: string) =>
    `This is a bug in cxm ${version}; no answer was lost. Please report it with the command you ran and these lines:\n${trace}`,
};
