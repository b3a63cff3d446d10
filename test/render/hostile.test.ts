// What people typed reaches a terminal, a page or a program without doing anything there.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { words } from "../../src/locales/en/words.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { createView } from "../../src/render/view.ts";
import { evaluator, flagship } from "../support/flagship.ts";
import { formats } from "../support/formats.ts";
import { all, attacks, harmless, hostile } from "./hostile.ts";

const view = createView(flagship, words);
const evaluation = evaluate(evaluator, hostile());
const printed = Object.fromEntries(Object.entries(formats).map(([name, render]) => [name, render(view, evaluation)]));

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const c0 = /[\u0000-\u0009\u000b-\u001f]/g;
const others = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

test.each(Object.keys(formats))("%s holds no control character but the line end", format => {
  expect(printed[format]!.match(c0)).toBeNull();
});

test.each(Object.keys(formats).filter(format => format !== "json"))("%s keeps the words and drops the rest", format => {
  const words = printed[format]!.replace(/\s+/g, " ");
  for (const word of harmless) expect(words).toContain(word);
  expect(printed[format]!.match(others)).toBeNull();
  expect(printed[format]).not.toContain("https://evil.example/\u0007");
});

describe("markdown", () => {
  const page = printed.markdown!;
  /** Without what is escaped: what a markdown parser takes for markup. */
  const live = page.replace(/\\[!-/:-@[-`{-~]/g, "");
  const heading = live.split("\n")[0]!;

  test("has no raw HTML", () => expect(page).not.toContain("<"));
  test("has a bar only where a table row has its own", () => {
    const bars = live.split("\n").filter(line => line.includes("|"));
    expect(bars.length).toBeGreaterThan(5);
    for (const line of bars) expect(line).toMatch(/^\| .* \|$/);
    expect(new Set(bars.slice(0, 2).map(line => line.split("|").length)).size).toBe(1);
  });
  test("has no live link, picture, code or emphasis in what was typed", () => {
    expect(live).not.toMatch(/\]\(|!\[|`/);
    expect(heading.slice(2)).not.toMatch(/[*_~#[\]]/);
  });
  test("has everything typed on one line", () => {
    expect(page.split("\n").filter(line => line.startsWith("# ")).length).toBe(1);
    expect(page).not.toMatch(/^# A heading|^- an item/m);
  });
});

test("JSON gives back exactly what was typed", () => {
  const back: Evaluation = JSON.parse(printed.json!);
  expect(back.organization).toBe(`=cmd() ${all}`);
  expect(back.lineOfBusiness).toBe(all);
  const notes = back.criteria.flatMap(({ responses }) => responses.flatMap(({ note = [] }) => note));
  expect(notes.length).toBeGreaterThan(5);
  expect(new Set(notes)).toEqual(new Set([all]));
  const names = new Set(back.criteria.flatMap(({ responses }) => responses.map(({ respondent }) => respondent)));
  expect(names).toContain(`0 ${all}`);
});

test("a note of 100 KB arrives whole in JSON and nowhere makes a page of it", () => {
  const big = "Grüße ".repeat(17_000);
  const assessment = hostile();
  const [first] = assessment.responses!;
  const long = { ...assessment, responses: [{ ...first!, answers: { "of-errors": { level: 0, note: big } } }] };
  const found = evaluate(evaluator, long);
  const back: Evaluation = JSON.parse(formats.json(view, found));
  expect(back.criteria.find(({ id }) => id === "of-errors")!.responses[0]!.note).toBe(big);
  expect(formats.text(view, found).length).toBeLessThan(20_000);
  expect(formats.markdown(view, found).length).toBeLessThan(20_000);
});

test("an organisation's name of 100 KB is printed in time", () => {
  const before = performance.now();
  const found = evaluate(evaluator, { ...hostile(), organization: `${all}${"[".repeat(100_000)}` });
  for (const render of Object.values(formats)) expect(render(view, found).length).toBeGreaterThan(100_000);
  expect(performance.now() - before).toBeLessThan(2_000);
});

describe("a questionnaire from elsewhere", () => {
  const poison = attacks.slice(0, 5).join(" ");
  const foreign: Questionnaire = {
    ...flagship,
    title: `Foreign ${poison}`,
    steps: flagship.steps!.map(step => ({ ...step, title: `Step ${poison}`, text: `Do ${poison}` })),
    phases: flagship.phases!.map(phase => ({ ...phase, title: `At ${poison}`, definition: poison })),
  };
  const other = createView(foreign, words);
  test("markdown and JSON take its texts without control characters", () => {
    for (const format of ["markdown", "json"] as const) {
      const text = formats[format](other, evaluation);
      expect(text).toContain("Step ");
      expect(text.match(c0)).toBeNull();
    }
  });
  test("so does the terminal summary", () => {
    const text = formats.text(other, evaluation);
    expect(text).toContain("Step ");
    expect(text.match(c0)).toBeNull();
  });
});
