import { describe, expect, it } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import { parseDocument } from "../../src/document.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { assessmentText as good, questionnaireText } from "./base.ts";
import { assessmentProblems, expectOne, unmarked, validators } from "./support.ts";

const questionnaire = parseDocument(questionnaireText, "base.yaml").value as Questionnaire;
const problemsIn = (text: string) => assessmentProblems(text, questionnaire);

it("the base is good", () => {
  expect(problemsIn(good)).toEqual([]);
});

type Case = [code: string, from: string, to: string, words: string];

const cases: Case[] = [
  ["wrong-kind", "questionnaire: base", "¦dimensions: []", "cxm score -q FILE"],
  ["schema-unknown-key", "organization: Example Ltd", "organization: E\n¦organisation: F", "Remove it"],
  ["schema-unknown-key", "role: sales", "¦rol: sales", "`role`"],
  ["schema-missing-key", ", because: Shown in the workshop", "", "`because`"],
  ["schema-value", 'version: "1.0.0"', "version: ¦1.0", '"1.0.0"'],
  ["schema-type", "speed: {level: 2,", "speed: {level: ¦two,", "a whole number; found `two`"],
  ["level-not-whole", "speed: {level: 2,", "speed: {level: ¦2.5,", "a whole number, 0 to 4"],
  [
    "schema-type",
    "facts: {ordering: live",
    "facts: {ordering: ¦[live]",
    "a number, a text or a mapping (key: value); found a list",
  ],
  ["schema-value", "care: unknown", "care: ¦maybe", "the word unknown"],
  ["schema-value", "care: unknown", "care: ¦-1", "0 or more"],
  ["schema-value", "care: unknown", "care: ¦{}", "at least 1"],
  ["schema-value", "care: unknown", "care: {na: ¦''}", "not empty"],
  ["schema-value", "because: Shown in the workshop", "because: ¦' '", "not empty"],
  ["schema-value", "date: 2026-11-21", "date: ¦21.11.2026", "YYYY-MM-DD"],
  ["schema-value", "care: unknown", "care: {unknown: ¦false}", "`true`"],
  ["keys-needed", "care: unknown", "¦care: {note: x}", "`level`, `options`, `unknown`, `na`"],
  ["keys-needed", "{level: 3, because", "{because", "`level`, `options`, `na`"],
  ["keys-exclusive", "care: unknown", "care: {na: x, ¦level: 1}", "`na`, `level`"],
  ["keys-exclusive", "responses:", "answers: {care: 1}\n¦responses:", "`answers`, `responses`"],
  ["key-out-of-place", "responses:", "¦respondent: Bea\nresponses:", "`respondent`"],
  ["questionnaire-mismatch", "questionnaire: base", "questionnaire: ¦other", "`other`"],
  ["version-mismatch", '"1.0.0"', '¦"2.0.0"', "version 1.2.0"],
  ["version-mismatch", '"1.0.0"', '¦"0.9.0"', "version 1.2.0"],
  ["version-newer", '"1.0.0"', '¦"1.2.1"', "newer"],
  ["version-newer", '"1.0.0"', '¦"1.10.0"', "newer"],
  ["unknown-id", "care: unknown", "¦caer: unknown", "Did you mean `care`?"],
  ["unknown-id", "care: unknown", "¦ca\u200bre: unknown", "`ca<U+200B>re`. Did you mean `care`?"],
  ["unknown-id", "agreed:\n  speed", "agreed:\n  ¦spede", "`speed`"],
  ["unknown-id", "revenue: 5", "¦revenu: 5", "`revenue`"],
  ["unknown-id", "revenue: 5", "¦__proto__: 5", "There is no fact"],
  ["unknown-id", "role: sales", "role: ¦slaes", "`sales`"],
  ["unknown-id", "ways: [web]", "ways: [¦wbe]", "`web`"],
  ["level-not-in-criterion", "care: unknown", "care: ¦2", "0 to 1"],
  ["level-not-in-criterion", "{level: 3, because", "{level: ¦9, because", "0 to 4"],
  ["na-not-allowed", "care: unknown", "care: {¦na: Never}", "`care`"],
  ["options-expected", "ways: [web]", "ways: ¦1", "`web`, `fax`"],
  ["level-expected", "care: unknown", "care: ¦[web]", "0 to 1"],
  ["level-expected", "care: unknown", "care: {options: ¦[web]}", "0 to 1"],
  ["option-twice", "ways: [web]", "ways: [web, ¦web]", "twice"],
  ["choice-unknown", "ordering: live", "ordering: ¦liev", "`live`"],
  ["choice-unknown", "ordering: live", "ordering: ¦elsewhere", "one of `none`, `live`"],
  ["schema-unquoted", "ordering: live", "ordering: ¦1", '`"1"`'],
  ["fact-out-of-bounds", "revenue: 5", "revenue: ¦101", "of at least 0 of at most 100"],
  ["fact-out-of-bounds", "revenue: 5", "revenue: ¦2.5", "a whole number"],
  ["fact-out-of-bounds", "revenue: 5", "price: ¦0", "above 0"],
  ["fact-type", "revenue: 5", 'revenue: ¦"5"', "is a number"],
  ["respondent-twice", "agreed:", "  - {respondent: ¦Ann, role: sales, answers: {}}\nagreed:", "`Ann`"],
  ["date-impossible", "date: 2026-11-21", "date: ¦2026-02-31", "2026-02-31"],
  ["date-impossible", "date: 2026-11-20", "date: ¦2026-13-01", "calendar"],
  ["date-impossible", "date: 2026-10-02", "date: ¦2025-02-29", "calendar"],
];

describe("a bad assessment", () => {
  it.each(cases)("%s: %s -> %s", (code, from, to, words) => {
    expect(good.split(from).length, `${from} stands in the base`).toBeGreaterThan(1);
    const text = good.replace(from, () => to);
    expectOne(problemsIn(unmarked(text)), code, text, words);
  });
  it("is told all at once, in the order of the file", () => {
    const text = good
      .replace("revenue: 5", "revenue: 500")
      .replace("care: unknown", "care: 7")
      .replace("[web]", "[x, y]");
    expect(problemsIn(text).map(({ code, place }) => `${place?.line} ${code}`)).toEqual([
      "5 fact-out-of-bounds",
      "12 level-not-in-criterion",
      "13 unknown-id",
      "13 unknown-id",
    ]);
  });
  it("never pollutes a prototype", () => {
    const text = good
      .replace("care: unknown", "constructor: 1")
      .replace("agreed:\n", "agreed:\n  __proto__: {level: 1, because: x}\n");
    expect(problemsIn(text).map(({ code }) => code)).toEqual(["unknown-id", "unknown-id"]);
    expect(({} as { level?: number }).level).toBeUndefined();
  });
});

describe("what may be", () => {
  it.each<[string, string, string]>([
    ["the same name in two roles", "agreed:", "  - {respondent: Ann, role: panel, answers: {}}\nagreed:"],
    ["a reason where it may not apply", "speed: {level: 2,", "speed: {na: No customers,"],
    ["an older version of the same line", '"1.0.0"', '"1.1.9"'],
    ["a leap day", "date: 2026-11-21", "date: 2028-02-29"],
    ["no options chosen", "ways: [web]", "ways: []"],
    ["a bound itself", "revenue: 5", "revenue: 100"],
    ["text facts", "revenue: 5", "remark: anything"],
  ])("%s", (_, from, to) => {
    expect(problemsIn(good.replace(from, to))).toEqual([]);
  });
});

describe("answers at the top level", () => {
  const short =
    'questionnaire: base\nversion: "1.0.0"\norganization: E\nrespondent: Ann\nrole: sales\nanswers: {speed: 1, care: ¦9}\n';
  it("are one response", () => {
    const document = parseDocument(unmarked(short), "x.yaml");
    expect(acceptAssessment(document, validators.assessment).assessment).toEqual({
      questionnaire: "base",
      version: "1.0.0",
      organization: "E",
      responses: [{ respondent: "Ann", role: "sales", answers: { speed: 1, care: 9 } }],
    });
  });
  it("keep their places", () => {
    expectOne(problemsIn(unmarked(short)), "level-not-in-criterion", short, "`care`");
  });
});
