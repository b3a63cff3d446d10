// The hand-out as GitHub would show it: every question with what belongs to it, a box for every answer there is, room to write, and
// nothing of what decides. The goldens (test/golden/handout) are for a reader to judge.
import { describe, expect, test } from "vitest";
import { handout as words } from "../../src/locales/en/handout.ts";
import { words as common } from "../../src/locales/en/words.ts";
import type { Criterion, Questionnaire } from "../../src/model/questionnaire.ts";
import { loadQuestionnaire } from "../../src/questionnaire/load.ts";
import { criteriaOf } from "../../src/questionnaire/outline.ts";
import { handout } from "../../src/render/handout.ts";
import { createView } from "../../src/render/view.ts";
import { goldenFile } from "../support/cli.ts";
import { all, type Node, readPage, textOf } from "../support/page.ts";
import { handoutFiles, handoutGolden } from "./handouts.ts";
import { structureProblems } from "./report/structure.ts";

const print = (questionnaire: Questionnaire) => handout(createView(questionnaire, common), words);
const nobody = { questionnaire: "x", version: "1.0.0", organization: "x" };

/** Ids that are plain words are words here. */
const problemsOf = (printed: string, questionnaire: Questionnaire) =>
  structureProblems(printed, nobody, questionnaire).filter(problem => !/^a bare id: \w+:/.test(problem));

interface Block {
  title: string;
  nodes: Node[];
}

/** What stands under each heading of a depth, up to the next heading of any depth. */
function blocksOf(markdown: string, depth: number): Block[] {
  const { blocks } = readPage(markdown);
  return blocks.flatMap((node, at) => {
    if (node.type !== "heading" || node.depth !== depth) return [];
    const end = blocks.findIndex((one, index) => index > at && one.type === "heading");
    return [{ title: textOf(node), nodes: blocks.slice(at + 1, end < 0 ? undefined : end) }];
  });
}

const boxesIn = ({ nodes }: Block): string[] =>
  nodes
    .flatMap(node => all(node, "listItem"))
    .map(item => ((item as { checked?: boolean | null }).checked === false ? textOf(item) : "no box"));

/** What deciding parts are called, but for what a fact offers to choose from: nobody may meet one of these while answering. */
function decidingTitles(questionnaire: Questionnaire): string[] {
  const { facts = [], phases = [], gates = [], signals = [], steps = [], partners, warnings = [] } = questionnaire;
  const choices = facts.flatMap(fact => (fact.type === "choice" ? fact.choices.map(({ title }) => title) : []));
  const parts = [...phases, ...gates, ...signals, ...steps, ...(partners?.types ?? []), ...warnings];
  return parts.map(({ title }) => title).filter(title => !choices.some(choice => choice.includes(title)));
}

describe.each(Object.entries(handoutFiles))("%s", (name, file) => {
  const { questionnaire } = loadQuestionnaire(file);
  const printed = print(questionnaire);
  const criteria = criteriaOf(questionnaire);
  const questions = blocksOf(printed, 4);

  test("reads as in its golden", async () => {
    await expect(printed).toMatchFileSnapshot(goldenFile(handoutGolden(name)));
  });

  test("is a sound page", () => {
    expect(problemsOf(printed, questionnaire)).toEqual([]);
    expect(printed).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b|\[object |[^ ] +$/m);
    expect(readPage(printed).blocks.filter(({ type }) => type === "thematicBreak")).toEqual([]);
  });

  test("asks every question in order, with a number", () => {
    expect(questions.map(({ title }) => title)).toEqual(criteria.map(({ title }, at) => `${at + 1}. ${title}`));
  });

  test("says with each question what the interview says", () => {
    for (const [at, { question, help = "", why = "", evidence = "", roles }] of criteria.entries()) {
      const text = questions[at]!.nodes.map(textOf).join(" ");
      const who = roles.map(id => questionnaire.roles.find(role => role.id === id)!.title);
      const missing = [question, help, why, evidence, ...who].filter(part => !text.includes(part));
      expect(missing, questions[at]!.title).toEqual([]);
    }
  });

  test("has a box for each answer, and none for another", () => {
    for (const [at, criterion] of criteria.entries()) {
      const own = criterion.levels ?? questionnaire.scales?.find(({ id }) => id === criterion.scale)?.levels ?? [];
      const levels = own.map((level, number) => `${number} ${typeof level === "string" ? level : level.text}`);
      const options = criterion.options ? [...criterion.options.map(({ text }) => text), "None of these"] : [];
      const found = boxesIn(questions[at]!);
      const plain = [...levels, ...options, "Nobody here can say"];
      expect(found.slice(0, plain.length)).toEqual(plain);
      expect(found.slice(plain.length).map(text => text.replace(/_+/, "…"))).toEqual(
        criterion.na === undefined ? [] : [`Does not apply. ${criterion.na} Because: …`],
      );
    }
  });

  test("leaves room for a note at each question and an answer at each fact", () => {
    for (const { nodes, title } of questions) expect(textOf(nodes.at(-1)!), title).toMatch(/^Note: _{20,}/);
    const [facts] = blocksOf(printed, 2).filter(({ title }) => title === "About the organisation");
    const asked = questionnaire.facts ?? [];
    const rooms = facts?.nodes.filter(node => /^Answer: _{20,}/.test(textOf(node))) ?? [];
    expect(rooms.length).toBe(asked.filter(({ type }) => type !== "choice").length);
    const choices = asked.flatMap(fact => (fact.type === "choice" ? fact.choices.map(({ title }) => title) : []));
    expect(facts ? boxesIn(facts) : []).toEqual(choices);
  });

  test("tells nothing of what decides", () => {
    const text = readPage(printed).blocks.map(textOf).join("\n");
    expect(decidingTitles(questionnaire).filter(title => text.includes(title))).toEqual([]);
    const word = questionnaire.words?.phase ?? "Stage";
    expect((questionnaire.phases ?? []).filter(({ id }) => text.includes(`${word} ${id}`))).toEqual([]);
    expect(text).not.toMatch(/\b(weight|core|gate|signal)\b/i);
  });
});

const small = (criterion: Partial<Criterion>, rest: Partial<Questionnaire> = {}): Questionnaire => ({
  id: "small",
  version: "1.0.0",
  title: "Small",
  summary: "One question.",
  roles: [{ id: "it", title: "IT" }],
  dimensions: [
    {
      id: "d",
      title: "Part",
      criteria: [{ id: "c", title: "First", question: "Which?", roles: ["it"], ...criterion }],
    },
  ],
  ...rest,
});

test("several options may be ticked, and the question says so", () => {
  const printed = print(
    small({
      options: [
        { id: "a", text: "This" },
        { id: "b", text: "That" },
      ],
    }),
  );
  expect(printed).toContain("**Which?** Tick all that are so.");
  const [question] = blocksOf(printed, 4);
  expect(boxesIn(question!)).toEqual(["This", "That", "None of these", "Nobody here can say"]);
});

test("a question that is not for everyone says so, and not when", () => {
  const visible = { criterion: "c", atLeast: 1 };
  expect(print(small({ levels: ["No", "Yes"], visible }))).toContain("does not concern every organisation");
  expect(print(small({ levels: ["No", "Yes"] }))).not.toContain("does not concern every organisation");
});

test("markup in a questionnaire is text", () => {
  const attack = "1. <b>*x*</b> | [y](z.html) ___";
  const questionnaire = small({ title: attack, question: attack, levels: [attack, attack], na: attack });
  const printed = print({ ...questionnaire, title: attack, glossary: [{ id: "g", term: attack, meaning: attack }] });
  expect(problemsOf(printed, questionnaire)).toEqual([]);
  const [question] = blocksOf(printed, 4);
  expect(question!.title).toBe(`1. ${attack}`);
  expect(boxesIn(question!)[1]).toBe(`1 ${attack}`);
});

test("questions of a role are told by their numbers, neighbours as a range", () => {
  const all = [1, 2, 3, 5, 6, 9];
  expect(words.asked(all, [2], 9)).toBe("questions 1 to 3, 5, 6 and 9; knows best: 2");
  expect(words.asked([4], [4], 9)).toBe("question 4");
  expect(words.asked([1, 2], [], 2)).toBe("all 2 questions");
});
