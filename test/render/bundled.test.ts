// Every example of every bundled questionnaire as a person gets it: the summary and the full report, in the words of its own
// questionnaire and of no other. What they say of the answers is argued in test/expected; the goldens are for a reader to judge.
import { describe, expect, test } from "vitest";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { bundled, catalog, examplePath } from "../../src/questionnaire/catalog.ts";
import { cxm, ensureBuilt, goldenFile } from "../support/cli.ts";
import { type Node, readPage, textOf, walk } from "../support/page.ts";
import { assessmentOf, report } from "./report/reports.ts";
import { structureProblems } from "./report/structure.ts";

ensureBuilt();
const [flagship, ...others] = catalog();
const shipped = catalog().map(({ id }) => bundled(id)!);

/** What the program may speak of only where the questionnaire has it. */
const vocabulary: [RegExp, (questionnaire: Questionnaire) => boolean][] = [
  [/\bphases?\b/gi, ({ words }) => (words?.phase ?? "Phase") === "Phase"],
  [/\bpartners?\b/gi, ({ partners }) => partners !== undefined],
  [/\bsteps?\b/gi, ({ steps }) => steps !== undefined],
  [/\bcapabilit(?:y|ies)\b/gi, ({ capabilities }) => capabilities !== undefined],
  [/\bsignals?\b/gi, ({ signals }) => signals !== undefined],
  [/\b(?:payback|savings?|break-even)\b/gi, ({ cost }) => cost !== undefined],
  [/\b(?:grids?|rows?)\b/gi, ({ grids }) => grids !== undefined],
  [/\b(?:conditions?|gates?)\b/gi, ({ gates }) => gates !== undefined],
];

interface Printed {
  text: string;
  markdown: string;
  evaluation: Evaluation;
}

async function print(file: string): Promise<Printed> {
  const [text, json] = await Promise.all([cxm(["score", file]), cxm(["score", file, "--format", "json"])]);
  expect([text.code, text.stderr, json.code]).toEqual([0, "", 0]);
  return { text: text.stdout, markdown: await report(file), evaluation: JSON.parse(json.stdout) };
}

const examples = catalog().flatMap(({ id, examples: names }) => names.map(name => ({ id, name })));

describe.each(examples)("$id, $name", ({ id, name }) => {
  const questionnaire = bundled(id)!;
  const file = examplePath(id, name);
  const assessment = assessmentOf(file);
  let made: Promise<Printed> | undefined;
  const printed = () => {
    made ??= print(file);
    return made;
  };
  const pages = async () => {
    const { text, markdown } = await printed();
    return [plain(text), plain(readPage(markdown).blocks.flatMap(walk).filter(isText).map(textOf).join("\n"))];
  };

  test("is a sound page", async () => {
    const { markdown } = await printed();
    // An id that is a word of the questionnaire too is no slip: "absent", a number, the mark of a grid.
    const words = new Set(
      textsOf(questionnaire)
        .join(" ")
        .split(/[^\p{L}\p{N}-]+/u),
    );
    const isWord = (problem: string) => {
      const [, id] = /^a bare id: (\S+): /.exec(problem) ?? [];
      return id !== undefined && (words.has(id) || /^(?:\d+|\p{L})$/u.test(id));
    };
    const problems = async (page: string) =>
      structureProblems(page, assessment, questionnaire).filter(problem => !isWord(problem));
    expect(await problems(markdown)).toEqual([]);
    expect(await problems(await report(file, "--brief"))).toEqual([]);
    expect(await problems(await report(file, "--redact-respondents"))).toEqual([]);
  });

  test("says nothing that only a program would", async () => {
    const { text, markdown } = await printed();
    for (const page of [text, markdown]) {
      expect(page).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b|\[object |\bInfinity\b/);
      expect(page).not.toMatch(
        /[“"]{2}|\(\)|: \.|,\s*[,.]|\.\s\.|\bof 0\b(?!\.)|\b1 (?:people|roles|questions|rows|steps|levels|departments)\b/,
      );
    }
  });

  test("speaks only of what the questionnaire has", async () => {
    for (const page of await pages()) {
      const rest = without(page, textsOf([questionnaire, assessment]));
      const strange = vocabulary.flatMap(([words, fits]) => (fits(questionnaire) ? [] : around(rest, words)));
      expect(strange).toEqual([]);
    }
  });

  test("gives the advice that holds, and none of another questionnaire", async () => {
    const { evaluation } = await printed();
    const given = new Set([...evaluation.recommendations, ...evaluation.warnings].map(advice => advice.id));
    const { recommendations = [], warnings = [] } = questionnaire;
    const foreign = shipped.filter(other => other.id !== id).flatMap(adviceTexts);
    for (const page of await pages()) {
      const missing = [...recommendations, ...warnings].filter(
        advice => given.has(advice.id) !== page.includes(plain(advice.text)),
      );
      expect(missing.map(advice => advice.id)).toEqual([]);
      expect(foreign.filter(text => page.includes(text))).toEqual([]);
    }
    if (!questionnaire.partners) expect(evaluation.partner).toBeNull();
  });

  // Those of the flagship are test/golden/render and test/golden/report.
  if (id !== flagship!.id) {
    test("reads as in its goldens", async () => {
      const { text, markdown } = await printed();
      await expect(text).toMatchFileSnapshot(goldenFile(`bundled/${id}/${name}.txt`));
      await expect(markdown).toMatchFileSnapshot(goldenFile(`bundled/${id}/${name}.md`));
    });
  }
});

test("there are questionnaires beside the flagship, with examples", () => {
  expect(others.filter(({ examples: names }) => names.length < 2)).toEqual([]);
  expect(others.length).toBeGreaterThan(0);
});

const isText = ({ type }: Node): boolean => ["heading", "paragraph", "tableCell"].includes(type);

/** As words alone: wrapping and the marks of lists do not tell texts apart. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Texts that people read: sentences, and what stands under a key that is printed. */
function textsOf(value: unknown, key = ""): string[] {
  if (typeof value === "string") return / /.test(value) || printedKeys.has(key) ? [plain(value)] : [];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(one => textsOf(one, key));
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, name));
}

const printedKeys = new Set(["title", "name", "term", "unit", "phase", "phases", "text", "note", "na", "respondent"]);

/** What is left for the program to have said: the longest texts go first, since they hold the shorter ones. */
function without(page: string, texts: string[]): string {
  const longest = [...new Set(texts)].sort((a, b) => b.length - a.length);
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const whole = (text: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, "gu");
  return longest.reduce((rest, text) => rest.replace(whole(text), "…"), page);
}

const around = (page: string, words: RegExp): string[] =>
  [...page.matchAll(words)].map(({ index }) => page.slice(Math.max(0, index - 60), index + 40));

const adviceTexts = ({ recommendations = [], warnings = [], steps = [], partners }: Questionnaire): string[] =>
  textsOf([recommendations, warnings, steps, partners?.types]).filter(text => text.length > 60);
