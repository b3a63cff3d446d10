// What is wrong or odd about who answered and when, in a file: one voice a person, days that can be meant, facts with who gave them.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import type { Assessment, Response } from "../../src/model/assessment.ts";
import { evaluator, flagship } from "../support/flagship.ts";
import { shortQuestionnaire } from "../support/shapes.ts";
import { assessmentProblems, questionnaireProblems, wordsOf } from "./support.ts";

const file = (parts: Partial<Assessment>) =>
  JSON.stringify({ questionnaire: flagship.id, version: flagship.version, organization: "Acme", ...parts }, null, 1);
const codes = (parts: Partial<Assessment>, today?: string) =>
  assessmentProblems(file(parts), flagship, today).map(({ code, severity }) => `${severity} ${code}`);
const says = (respondent: string, role: string, more: Partial<Response> = {}): Response => ({
  respondent,
  role,
  answers: { "of-errors": 1 },
  ...more,
});
const findings = (parts: Partial<Assessment>) =>
  evaluate(evaluator, JSON.parse(file(parts))).findings.filter(({ kind }) => ["same-name", "odd-date"].includes(kind));

describe("one person is one voice", () => {
  test("the same name twice in a role is an error that names both places, however it is typed", () => {
    const [found, ...others] = assessmentProblems(
      file({ responses: [says("Ann", "it"), says(" aNN\u200b", "it")] }),
      flagship,
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "respondent-twice", place: { line: 14 }, first: { line: 7 } });
  });

  test("in several roles it is a finding", () => {
    const responses = [says("Ann", "it"), says("ann", "sales"), says("Bob", "it")];
    expect(codes({ responses })).toEqual([]);
    expect(findings({ responses })).toEqual([
      { kind: "same-name", refs: [], respondent: "Ann", roles: ["it", "sales"] },
    ]);
  });
});

describe("days", () => {
  const evidence = (date: string, more: Partial<Response> = {}) => [
    says("Ann", "it", { answers: { "of-errors": { level: 1, evidence: [{ text: "List", date }] } }, ...more }),
  ];

  test.each<[string, Partial<Assessment>, string]>([
    ["a date of the far future", { date: "9999-12-31" }, "date-unlikely"],
    ["a date of long ago", { responses: [says("Ann", "it", { date: "0001-01-01" })] }, "date-unlikely"],
    ["evidence after the assessment", { date: "2026-11-20", responses: evidence("2026-11-21") }, "date-later"],
    ["a fact of the far future", { facts: { "error-rate": { value: 0.05, date: "2926-11-20" } } }, "date-unlikely"],
  ])("%s is a warning, and a finding of the evaluation", (_, parts, code) => {
    expect(codes(parts)).toEqual([`warning ${code}`]);
    expect(findings(parts)).toMatchObject([{ kind: "odd-date", odd: code === "date-later" ? "later" : "unlikely" }]);
  });

  test("evidence may come with a later answer, and answers after the day of the first", () => {
    const parts = { date: "2026-11-20", responses: evidence("2026-11-25", { date: "2026-11-25" }) };
    expect(codes(parts)).toEqual([]);
    expect(findings(parts)).toEqual([]);
  });

  test("what has not come yet is told only where today is known", () => {
    const parts = { date: "2026-12-24" };
    expect(codes(parts)).toEqual([]);
    const [found, ...others] = assessmentProblems(file(parts), flagship, "2026-12-23");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "date-to-come", severity: "warning" });
    expect(codes(parts, "2026-12-24")).toEqual([]);
  });
});

describe("facts with who gave them", () => {
  const given = { value: 2_500_000, by: "Finance director", date: "2026-11-20", note: "Without parts." };

  test("they count as the bare form does, and the evaluation tells who gave them", () => {
    const facts = { "online-revenue": given };
    expect(codes({ facts })).toEqual([]);
    const evaluation = evaluate(evaluator, JSON.parse(file({ facts })));
    const bare = evaluate(evaluator, JSON.parse(file({ facts: { "online-revenue": given.value } })));
    const { by, date, note } = given;
    expect(evaluation.facts.find(({ id }) => id === "online-revenue")).toEqual({ id: "online-revenue", ...given });
    expect({ ...evaluation, facts: [] }).toEqual({ ...bare, facts: [] });
    expect([by, date, note].every(Boolean)).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ["nothing but who gave it", { by: "Ann" }, "schema-missing-key"],
    ["a key too many", { value: 1, who: "Ann" }, "schema-unknown-key"],
    ["a value beyond the bounds", { value: -1 }, "fact-out-of-bounds"],
    ["a text for a number", { value: "much" }, "fact-type"],
    ["an impossible day", { value: 1, date: "2026-02-30" }, "date-impossible"],
    ["a name without an end", { value: 1, by: "x".repeat(1001) }, "schema-value"],
  ])("%s", (_, fact, code) => {
    expect(codes({ facts: { "online-revenue": fact } as Assessment["facts"] & object })).toEqual([`error ${code}`]);
  });
});

describe("a point that may stand for thousands", () => {
  const head = `questionnaire: ${flagship.id}\nversion: ${flagship.version}\norganization: Acme\nfacts: `;
  const remarks = (facts: string) =>
    assessmentProblems(`${head}{${facts}}\n`, flagship).map(({ code, severity }) => ({ code, severity }));

  test.each([
    ["average-order-value: 1.000", true],
    ["average-order-value: {value: 12.500}", true],
    ["average-order-value: 1000.000", false],
    ["average-order-value: 0.125", false],
    ["average-order-value: 1.00", false],
    // A share is at most 1: one reading is left.
    ["error-rate: 1.000", false],
  ])("%s: %s", (facts, told) =>
    expect(remarks(facts)).toEqual(told ? [{ code: "fact-either", severity: "warning" }] : []),
  );
});

describe("a number that begins with a zero", () => {
  const written = (facts: string, answers = "") =>
    assessmentProblems(
      `questionnaire: ${flagship.id}\nversion: ${flagship.version}\norganization: Acme\nfacts: {${facts}}\nanswers: {${answers}}\n`,
      flagship,
    );

  test.each([
    ["average-order-value: ¦0100", "`0100` is 100 here; programs that read YAML 1.1 take it for 64. Write 100."],
    [
      "average-order-value: {value: ¦090}",
      "`090` is 90 here; programs that read YAML 1.1 take it for a text. Write 90.",
    ],
  ])("%s", (facts, words) => {
    const [remark, ...more] = written(facts.replace("¦", ""));
    expect([remark?.code, remark?.severity, more]).toEqual(["number-octal", "warning", []]);
    expect(wordsOf(remark!)).toBe(words);
    expect(remark!.place?.col).toBe("facts: {".length + facts.indexOf("¦") + 1);
  });

  test("is told of levels and in questionnaires, and not where both read the same, nor in texts and decimals", () => {
    expect(written("", "of-errors: 01")).toEqual([]);
    expect(written("average-order-value: 00.5")).toEqual([]);
    expect(written("average-order-value: 0.05")).toEqual([]);
    const text = shortQuestionnaire.replace("    title: D\n", "    title: D\n    weight: 010\n");
    expect(questionnaireProblems(text).map(({ code }) => code)).toContain("number-octal");
  });
});
