// The report as GitHub would show it, of every example and fixture: whole tables, links that lead somewhere, headings in order,
// nothing that somebody typed become markup. The goldens (test/golden/report) are for a reader to judge.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAssessment } from "../../src/assessment/check.ts";
import { loadAssessment } from "../../src/assessment/load.ts";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { words } from "../../src/locales/en/words.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import { clean } from "../../src/render/clean.ts";
import { renderReport, sectionNames } from "../../src/render/report/index.ts";
import { createView } from "../../src/render/view.ts";
import { cxm, goldenFile } from "../support/cli.ts";
import { evaluator, flagship } from "../support/flagship.ts";
import { readPage, textOf } from "../support/page.ts";
import { assessmentsOf } from "../support/random.ts";
import { attacked } from "./report/attacks.ts";
import { assessmentOf, report, reportFiles, reportGolden } from "./report/reports.ts";
import { structureProblems } from "./report/structure.ts";
import { build, tamed } from "./report/tame.ts";

const seed = 20261122;
const patience = 60_000;

const view = createView(flagship, words);
const render = (assessment: Assessment, sections = sectionNames): string =>
  renderReport(view, evaluate(evaluator, assessment, { runnerUp: false }), { sections, cover: assessment.report });

/** The glossary explains words that notes use, so it may differ. */
const toldApart = sectionNames.filter(name => name !== "glossary");

function memo<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

describe.each(Object.entries(reportFiles))("%s", (name, file) => {
  const { assessment, document } = loadAssessment(file);
  const printed = memo(() => report(file));
  const redacted = memo(() => report(file, "--redact-respondents"));

  test("is an assessment without problems", () => {
    expect(checkAssessment(assessment, document, flagship)).toEqual([]);
  });

  test("reads as in its golden", async () => {
    await expect(await printed()).toMatchFileSnapshot(goldenFile(reportGolden(name)));
  });

  test("is a sound page: whole, short and without names", async () => {
    const problems = async (page: Promise<string>) => structureProblems(await page, assessment, flagship);
    expect(await problems(printed())).toEqual([]);
    expect(await problems(redacted())).toEqual([]);
    expect(await problems(report(file, "--brief"))).toEqual([]);
  });

  test("is built as if every text were harmless, and says nothing that only a program would", () => {
    const tame = render(tamed(assessment), toldApart);
    expect(build(render(assessment, toldApart))).toBe(build(tame));
    expect(tame).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b|\bN\/A\b|\[object |\bInfinity\b|[^ ] +$/m);
  });

  test("every text arrives as it was typed", async () => {
    const page = shown(textsOf(await printed()));
    const { organization, lineOfBusiness = "", responses = [] } = assessment;
    const notes = responses.flatMap(({ answers }) =>
      Object.values(answers).flatMap(answer => (typeof answer === "object" && "note" in answer ? answer.note! : [])),
    );
    expect([organization, lineOfBusiness, ...notes].map(shown).filter(text => !page.includes(text))).toEqual([]);
  });

  test("names nobody when respondents are to be left out", async () => {
    const names = (assessment.responses ?? []).flatMap(({ respondent }) => respondent ?? []);
    const marks = names.flatMap(one => [wordsOf(one), ...(one.match(/Ermelind|Quirin|Xanthippa|Wolfhart/g) ?? [])]);
    const [open, closed] = [wordsOf(textsOf(await printed())), wordsOf(textsOf(await redacted()))];
    expect(marks.filter(mark => !open.includes(mark))).toEqual([]);
    expect(marks.filter(mark => closed.includes(mark))).toEqual([]);
  });
});

describe("--sections", () => {
  const file = reportFiles.contradictory!;
  const plan = (markdown: string) =>
    readPage(markdown).headings.flatMap(({ depth, text }) => (depth === 2 ? text : []));

  test("prints each section alone, together they are the whole, and page one is the short report", async () => {
    const whole = plan(await report(file));
    const contents = whole.indexOf("Contents");
    const alone: string[] = [];
    for (const name of sectionNames) {
      const page = await report(file, "--sections", name);
      const own = plan(page);
      expect({ name, sections: own.length <= 1, title: readPage(page).headings[0]!.depth }).toEqual({
        name,
        sections: true,
        title: 1,
      });
      alone.push(...own);
    }
    expect(alone).toEqual(whole.filter(title => title !== "Contents"));
    expect(plan(await report(file, "--brief"))).toEqual(whole.slice(0, contents));
  });

  test("keeps the order of the report, and lists the contents of several", async () => {
    const page = await report(file, "--sections", "scores,where,gates");
    expect(plan(page)).toEqual(["Where you stand", "Contents", "The conditions, one by one", "Scores"]);
    expect(structureProblems(page, assessmentOf(file), flagship)).toEqual([]);
  });

  test("names what it does not know", async () => {
    const { code, stdout, stderr } = await cxm(["report", file, "--sections", "score,where"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("score");
    expect(stderr).toContain("scores");
  });
});

/** A text as words alone, so that neither wrapping nor escaping hides a name. */
const wordsOf = (text: string): string =>
  ` ${clean(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
/** What is visible of a text; a joiner that keeps an address from becoming a link is not. */
const shown = (text: string): string => clean(text.replaceAll("\u2060", "")).replace(/\s+/g, " ").trim();
const textsOf = (markdown: string): string => readPage(markdown).blocks.map(textOf).join(" ");

test(
  "random answers make a sound page",
  () => {
    fc.assert(
      fc.property(assessmentsOf(flagship, 300), assessment => {
        expect(structureProblems(render(assessment), assessment, flagship)).toEqual([]);
      }),
      { numRuns: 5, seed },
    );
  },
  patience,
);

test(
  "random texts made of markup are no markup",
  () => {
    fc.assert(
      fc.property(attacked(assessmentOf(reportFiles.contradictory!)), assessment => {
        const printed = render(assessment);
        expect(structureProblems(printed, assessment, flagship)).toEqual([]);
        const made = build(render(assessment, toldApart));
        expect(made).toBe(build(render(tamed(assessment), toldApart)));
      }),
      { numRuns: 2, seed },
    );
  },
  patience,
);

describe("a note of 100 KB", () => {
  const long: Record<string, string> = {
    words: "Grüße ".repeat(17_000),
    "one word": "x".repeat(100_000),
    "an early space": `Hi, ${"x".repeat(100_000)}`,
    pictures: `a${"🏭".repeat(25_000)}`,
    marks: `Z${"\u0351\u036b".repeat(50_000)}`,
    brackets: "[".repeat(100_000),
    bars: "|".repeat(100_000),
    lines: "# heading\n".repeat(10_000),
  };
  const usual = assessmentOf(reportFiles["half-answered"]!);
  const [first, ...others] = usual.responses!;
  const withNote = (note: string): Assessment => ({
    ...usual,
    responses: [{ ...first!, answers: { ...first!.answers, "of-errors": { level: 2, note } } }, ...others],
  });

  test.each(Object.entries(long))("of %s leaves the report readable", (_name, note) => {
    const before = performance.now();
    const printed = render(withNote(note));
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(structureProblems(printed, usual, flagship)).toEqual([]);
    expect(printed.length - render(withNote("Short.")).length).toBeLessThan(10_000);
    expect(printed).not.toMatch(/\p{Cs}/u);
    const cut = readPage(printed)
      .blocks.map(textOf)
      .find(text => text.includes("more characters"))!;
    const left = Number(/… ([\d,]+) more characters/.exec(cut)![1]!.replaceAll(",", ""));
    expect(left).toBeGreaterThan(note.length * 0.9);
    expect(left).toBeLessThan(note.length);
  });
});
