// Every number of a report is the right one: tables cell by cell, sentences by what they say, and no number besides. The figures are
// worked out here from what `score --format json` says was answered and from the questionnaire, by other code than the program's.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Evaluation } from "../../src/model/evaluation.ts";
import { criteriaOf } from "../../src/questionnaire/outline.ts";
import { cxm } from "../support/cli.ts";
import { flagship } from "../support/flagship.ts";
import { heard, top } from "./report/arithmetic.ts";
import { gateNeeds } from "./report/expected-gates.ts";
import { expectedSentences, type Sentence } from "./report/expected-sentences.ts";
import { expectedTables, moneyFigures } from "./report/expected-tables.ts";
import { numbersIn, unquoter } from "./report/quoted.ts";
import { assessmentOf, reportFiles, reportOf } from "./report/reports.ts";
import { type ReportSection, readSections } from "./report/sections.ts";
import { tamed } from "./report/tame.ts";

const folder = mkdtempSync(join(tmpdir(), "cxm-recompute-"));
afterAll(() => rmSync(folder, { recursive: true }));

const titles = new Map(criteriaOf(flagship).map(one => [one.id, one]));
const section = (sections: ReportSection[], title: string) => sections.find(one => one.title === title);

describe.each(Object.entries(reportFiles))("%s", (_name, file) => {
  // Texts that act are tested elsewhere; here they would only hide which numbers are quoted.
  const assessment = tamed(assessmentOf(file));
  let made: Promise<{ sections: ReportSection[]; evaluation: Evaluation }> | undefined;
  const make = async () => {
    const sections = readSections(await reportOf(folder, assessment));
    const { stdout } = await cxm(["score", join(folder, "assessment.yaml"), "--format", "json"]);
    return { sections, evaluation: JSON.parse(stdout) as Evaluation };
  };
  const given = () => {
    made ??= make();
    return made;
  };

  test("tables", async () => {
    const { sections, evaluation } = await given();
    const expected = expectedTables({ questionnaire: flagship, assessment, evaluation });
    for (const [title, rows] of Object.entries(expected)) {
      const printed = section(sections, title)?.tables[0]?.slice(1) ?? [];
      const blanked = printed.map((row, at) => row.map((cell, column) => (rows[at]?.[column] === null ? null : cell)));
      expect({ title, rows: blanked }).toEqual({
        title,
        rows: rows.map((row, at) => row.slice(0, blanked[at]?.length)),
      });
    }
  });

  test("the work in order", async () => {
    const { sections, evaluation } = await given();
    const { groups } = evaluation.roadmap;
    const due = groups.flatMap(({ criteria, target }) => criteria.map(id => ({ id, target })));
    const work = section(sections, "The whole work in order")?.texts.filter(({ at }) => at !== null) ?? [];
    expect(work.map(({ at }) => at)).toEqual(due.map((_, at) => at + 1));
    for (const [at, { text }] of work.entries()) {
      expect(text.startsWith(`${titles.get(due[at]!.id)!.title} (`)).toBe(true);
      expect(text).toContain(`to ${due[at]!.target}: ${levelText(due[at]!)}`);
    }
    const first = section(sections, "What to reach first")?.texts.filter(({ at }) => at !== null) ?? [];
    expect(first.map(({ at }) => at)).toEqual(due.slice(0, 5).map((_, at) => at + 1));
    for (const [at, { text }] of first.entries()) expect(text).toContain(levelText(due[at]!));
  });

  test("every answer with its level", async () => {
    const { sections, evaluation } = await given();
    const unquoted = unquoter(flagship, assessment);
    const texts = section(sections, "Every answer")!.texts;
    for (const view of evaluation.criteria) {
      const { id, state, level, agreed, responses } = view;
      const { title, weight = 1 } = titles.get(id)!;
      const own = texts.filter(({ below }) => below === title).map(({ text }) => unquoted(text));
      const { levels, counted } = agreed ? { levels: [], counted: level } : heard(titles.get(id)!, view);
      expect({ id, level }).toEqual({ id, level: counted });
      const middle = new Set(levels).size > 1 ? levels : [];
      const needed = gateNeeds(flagship).flatMap(({ need, criteria }) =>
        criteria.some(one => one.id === id) ? need : [],
      );
      const said = responses.flatMap(one => one.level ?? []);
      const due = [...(state === "answered" ? [level, top, weight] : []), ...middle, ...needed, ...said];
      expect({ id, numbers: own.flatMap(numbersIn) }).toEqual({ id, numbers: due.map(String) });
    }
  });

  test("facts and what the money was worked out from", async () => {
    const { sections } = await given();
    const facts = section(sections, "Facts about the organisation")?.tables[0]?.slice(1) ?? [];
    for (const [title, value] of facts)
      expect({ title, value: amount(value!) }).toEqual({ title, value: factOf(title!) });
    expect(facts.length).toBe(Object.keys(assessment.facts ?? {}).length);
    const money = moneyFigures(flagship, assessment);
    const worked = section(sections, "How the money was worked out");
    expect(worked === undefined).toBe(money === null);
    if (!money || !worked) return;
    for (const { text } of worked.texts.filter(one => isInput(worked.title, one.text))) {
      const [title, value] = text.split(": ") as [string, string];
      expect({ title, value: amount(value) }).toEqual({
        title,
        value: title.endsWith(" after the step") ? targetOf(title) : factOf(title),
      });
    }
    const rows = worked.tables[0]!.slice(1).map(row => row.slice(-2).map(amount));
    expect(rows).toEqual(
      flagship.cost!.figures.map(id => [money.now[id]!, money.after[id]!].map(x => Number(x.toFixed(2)))),
    );
  });

  test("no number besides", async () => {
    const { sections, evaluation } = await given();
    const unquoted = unquoter(flagship, assessment);
    const sentences = expectedSentences(flagship, assessment, evaluation);
    const known = new Set(Object.values(expectedTables({ questionnaire: flagship, assessment, evaluation })).flat(2));
    const texts = sections.flatMap(({ title, headings, texts, tables }) => [
      ...[title, ...headings],
      ...texts.filter(({ text }) => title !== "Every answer" && !isInput(title, text)).map(({ text }) => text),
      ...(/^(Facts about|How the money)/.test(title) ? [] : tables.flat(2).filter(cell => !known.has(cell))),
    ]);
    const left = texts.flatMap(text =>
      numbersIn(unquoted(vouched(text, sentences))).map(number => `${number}: ${text.slice(0, 120)}`),
    );
    expect(left).toEqual([]);
  });

  const factOf = (title: string) => {
    const fact = flagship.facts!.find(one => one.title === title)!;
    const value = assessment.facts![fact.id]!;
    if (fact.type === "choice") return fact.choices.find(({ id }) => id === value)!.title;
    return fact.type === "number" && fact.as === "percent" ? Number((Number(value) * 100).toPrecision(12)) : value;
  };
  const targetOf = (title: string) => {
    const id = flagship.facts!.find(one => `${one.title} after the step` === title)!.id;
    const target = flagship.cost!.after[id]!;
    return Number((Number(assessment.facts?.[target.fact] ?? target.else) * 100).toPrecision(12));
  };
});

/** "2,500,000 USD per year" as its number; words as they are. */
const amount = (text: string): number | string =>
  /^-?\d/.test(text) ? Number(/^-?[\d,.]+/.exec(text)![0].replaceAll(",", "")) : text;

/** "Hourly cost of customer service: 36 USD per hour", held to the facts. */
const isInput = (section: string, text: string): boolean =>
  section === "How the money was worked out" && /^[^:]+: \d/.test(text);

interface Item {
  id: string;
  target: number;
}

function levelText({ id, target }: Item): string {
  const level = titles.get(id)!.levels![target]!;
  return typeof level === "string" ? level : level.text;
}

/** The text without the sentences whose numbers are as they have to be. */
function vouched(text: string, sentences: Sentence[]): string {
  return sentences.reduce(
    (rest, { form, due }) =>
      rest.replace(form, (whole: string, ...found: (string | undefined)[]) => {
        const groups = found.slice(
          0,
          found.findIndex(one => typeof one === "number"),
        );
        expect({ whole, numbers: groups }).toEqual({ whole, numbers: due(...(groups as string[])) });
        return " · ";
      }),
    text,
  );
}
