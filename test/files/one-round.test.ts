// Problems of a file's schema and of its meaning come in one round, and what a part left out may have brought about is not said.
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/document.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { assessmentText, questionnaireText } from "./base.ts";
import { assessmentProblems, questionnaireProblems } from "./support.ts";

const base = parseDocument(questionnaireText, "base.yaml").value as Questionnaire;

type Change = [from: string, to: string];

function told(good: string, changes: Change[], problemsIn: (text: string) => readonly { code: string }[]): string[] {
  const text = changes.reduce((text, [from, to]) => {
    expect(text.split(from).length, `${from} stands in the base`).toBeGreaterThan(1);
    return text.replace(from, () => to);
  }, good);
  return problemsIn(text)
    .map(({ code, ...rest }) => ("id" in rest ? `${code} ${rest.id}` : code))
    .sort();
}

describe("an assessment", () => {
  it.each<[string, Change[], string[]]>([
    [
      "a version that is none, and a level too high",
      [
        ['"1.0.0"', "1.0"],
        ["care: unknown", "care: 7"],
      ],
      ["level-not-in-criterion", "schema-value"],
    ],
    [
      "an unknown key, an unknown criterion, an impossible day and half a level",
      [
        ["organization:", "organisation:"],
        ["care: unknown", "caer: 0"],
        ["2026-10-02", "2026-02-31"],
        ["{level: 3, because", "{level: 2.5, because"],
      ],
      ["date-impossible", "level-not-whole", "schema-unknown-key", "unknown-id caer"],
    ],
    [
      "an ill-formed option beside one that is not known",
      [["ways: [web]", "ways: ['a b', wbe]"]],
      ["schema-value", "unknown-id wbe"],
    ],
    ["an answer that has nothing well-formed", [["care: unknown", "care: {level: two}"]], ["schema-type"]],
    [
      "somebody whose role is not known",
      [["agreed:", "  - {respondent: Ann, role: ' ', answers: {}}\n  - {respondent: Ann, answers: {}}\nagreed:"]],
      ["schema-value"],
    ],
    [
      "no questionnaire",
      [
        ["questionnaire: base\n", ""],
        ["care: unknown", "care: 7"],
      ],
      ["schema-missing-key"],
    ],
    [
      "answers of one and of several, and a level too high",
      [["responses:", "answers: {care: 7, speed: one}\nresponses:"]],
      ["keys-exclusive", "level-not-in-criterion", "schema-value"],
    ],
  ])("%s", (_, changes, codes) => {
    expect(told(assessmentText, changes, text => assessmentProblems(text, base))).toEqual(codes);
  });
});

describe("a questionnaire", () => {
  it.each<[string, Change[], string[]]>([
    [
      "no title, and an unknown scale",
      [
        ["title: Base\n", ""],
        ["scale: often", "scale: offen"],
      ],
      ["schema-missing-key", "unknown-id offen"],
    ],
    [
      "a criterion without a text is known, and so are its problems",
      [["{id: speed, title: S, question: S?, roles: [sales, panel]", "{id: speed, title: 5, roles: [slaes]"]],
      ["schema-missing-key", "schema-unquoted", "unknown-id slaes"],
    ],
    [
      "a criterion left out is no unknown one",
      [
        ["{id: speed, title: S, question: S?, roles: [sales, panel]", "{id: speed, title: S, question: S?"],
        ["gates: [quick]", "gates: [quikc]"],
      ],
      ["schema-missing-key", "unknown-id quikc"],
    ],
    [
      "an id that is none hides what is unknown of its kind, not of others",
      [
        ["{id: quick, title: Q", "{id: the quick, title: Q"],
        ["served: [sales]", "served: [slaes]"],
      ],
      ["schema-value", "unknown-id slaes"],
    ],
    [
      "a section under a name that nobody knows",
      [
        ["signals:\n", "signalz:\n"],
        ["atMost: 1}", "atMost: 9}"],
      ],
      ["level-out-of-range", "schema-unknown-key"],
    ],
    [
      "a step without its condition is not the default of those before",
      [["when: {any: [{phase: I}, {stakeholder: sales, is: served}, {fact: revenue, known: false}]}", "when: always"]],
      ["schema-type"],
    ],
  ])("%s", (_, changes, codes) => {
    expect(told(questionnaireText, changes, questionnaireProblems)).toEqual(codes);
  });
});
