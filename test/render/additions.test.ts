// What a report says about the profile, about what advice is about, about capped figures and phases with a name, in each format.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import { words } from "../../src/locales/en/words.ts";
import { renderReport, sectionNames } from "../../src/render/report/index.ts";
import { createView } from "../../src/render/view.ts";
import { type Answers, assessment, criterion, dimension, questionnaire } from "../evaluate/rules/small.ts";
import { formats } from "../support/formats.ts";

const strong = (id: string) => ({ strong: { dimension: id, atLeast: 2 }, fair: { dimension: id, atLeast: 1 } });
const small = questionnaire({
  dimensions: [
    { ...dimension("d", [criterion("a")]), title: "Promises | kept" },
    { ...dimension("e", [criterion("b")]), title: "Answers" },
  ],
  measures: [
    { id: "m", title: "Parts that count", report: true, count: ["d", "e"].map(profile => ({ profile, is: "strong" })) },
  ],
  caps: [
    {
      id: "one",
      title: "At most one without answers",
      when: { criterion: "b", atMost: 2 },
      measures: ["m"],
      atMost: 1,
    },
  ],
  profile: {
    title: "The two parts",
    text: "Both count alike.",
    states: [
      { id: "strong", title: "strong" },
      { id: "fair", title: "fair" },
      { id: "weak", title: "not begun" },
    ],
    parts: [
      { dimension: "d", when: strong("d") },
      { dimension: "e", when: strong("e") },
    ],
  },
  phases: [
    { id: "low", name: "Level “by chance”", title: "Kept by chance" },
    { id: "high", title: "Kept", entered: { measure: "m", atLeast: 2 } },
  ],
  recommendations: [
    {
      ...{ id: "r", title: "Lift the weakest", text: "Begin there.", when: { criterion: "a", atLeast: 0 } },
      about: ["d", "e"].map(id => ({ dimension: id, when: { dimension: id, lowestOf: ["d", "e"] } })),
    },
  ],
  warnings: [
    { id: "w", title: "Look", text: "Look closer.", when: { profile: "d", is: "strong" }, about: [{ criterion: "a" }] },
  ],
  steps: [
    { id: "s", title: "Answer", text: "Answer.", when: { profile: "e", is: "fair" } },
    { id: "t", title: "Rest", text: "Rest." },
  ],
});

const evaluator = compile(small);
const print = (format: keyof typeof formats, answers: Answers) =>
  formats[format](createView(small, words), evaluate(evaluator, assessment(answers)));

const both = { a: 3, b: 2 };

describe("text", () => {
  test("both parts strong, and one counts", () => {
    const lines = print("text", both).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "Level “by chance”: Kept by chance",
        "  - Parts that count: 1",
        "    It would be 2 but for this: “At most one without answers”.",
        "The two parts",
        "  Both count alike.",
        "  - Promises | kept: strong",
        "  - Answers: strong",
        "    Begin there. About: Answers.",
        "    Look closer. About: a.",
      ]),
    );
  });

  test("an open part is not known yet, and so is what advice is about", () => {
    const printed = print("text", { a: 1 });
    expect(printed).toContain("  - Answers: not known yet\n");
    expect(printed).toContain("  - Promises | kept: fair\n");
    expect(printed).not.toContain("About:");
  });

  test("several are joined, and a part is a reason", () => {
    const printed = print("text", { a: 1, b: 1 });
    expect(printed).toContain("About: Promises | kept and Answers.");
    expect(printed).toContain("Why: “Answers” is “fair”.");
  });

  test("a phase without a name is called by its id", () => {
    expect(print("text", { a: 3, b: 3 })).toContain("Stage high: Kept");
  });
});

test("the report: the parts by their state on page one and as a table, with what people typed escaped", () => {
  const evaluation = evaluate(evaluator, assessment(both));
  const printed = renderReport(createView(small, words), evaluation, { sections: sectionNames });
  expect(printed).toContain("**The two parts:** Strong: Promises \\| kept and Answers.");
  expect(printed).toContain("- Parts that count: 1. It would be 2 but for this: “At most one without answers”.");
  expect(printed).toContain("**Level “by chance”: Kept by chance.**");
  expect(printed).toContain(
    [
      "**The two parts.** Both count alike.",
      "",
      "| Part             | State  | Mean level |",
      "| ---------------- | ------ | ---------: |",
      "| Promises \\| kept | strong |       3.00 |",
      "| Answers          | strong |       2.00 |",
    ].join("\n"),
  );
});

test("JSON: titles beside the new ids, as its schema says", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../src/evaluate/evaluation.schema.json", import.meta.url), "utf8"),
  );
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  for (const answers of [both, { a: 1 }, {}]) {
    const parsed = JSON.parse(print("json", answers));
    validate(parsed);
    expect(validate.errors ?? []).toEqual([]);
  }
  const { profile, measures, recommendations, warnings } = JSON.parse(print("json", both));
  expect(profile[1]).toEqual({ id: "e", title: "Answers", state: "strong", because: [] });
  expect(measures[0]).toMatchObject({ value: 1, cappedBy: ["one"], uncapped: { value: 2, low: 2, high: 2 } });
  expect(recommendations[0]).toMatchObject({ title: "Lift the weakest", about: ["dimension:e"] });
  expect(warnings[0].about).toEqual(["criterion:a"]);
});
