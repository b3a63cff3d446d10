// A grid in print: the table for the report, page one, JSON. The tables are written by hand.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import { words } from "../../src/locales/en/words.ts";
import type { Assessment, Response } from "../../src/model/assessment.ts";
import type { Cells } from "../../src/model/grid.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { gridBlocks } from "../../src/render/grid.ts";
import { createView } from "../../src/render/view.ts";
import { withGrid } from "../interview/grid-base.ts";
import { formats } from "../support/formats.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const fixture: Questionnaire = parse(read("../fixtures/responsibility/questionnaire.yaml"));
const example: Assessment = parse(read("../fixtures/responsibility/sheets/example.yaml"));

const fills = (respondent: string, rows: Record<string, Cells>): Response => ({
  ...{ respondent, role: "sales", answers: {}, grids: { who: rows } },
});

function printed(questionnaire: Questionnaire, assessment: Assessment): string {
  const evaluation = evaluate(compile(questionnaire), assessment);
  return gridBlocks(createView(questionnaire, words), evaluation, evaluation.grids[0]!).join("\n\n");
}

describe("the table for the report", () => {
  test("rows under their sections, a column for each party, what differs and what is not filled in", () => {
    const grid = {
      ...withGrid.grids![0]!,
      checks: [{ id: "none", title: "Nobody | really", text: "Name one.", marks: ["A"], below: 1 }],
      tallies: [{ id: "one", title: "One owner", marks: ["A"], is: 1 }],
    };
    const responses = [
      fills("Ann", { plan: { shop: "R", web: "A" }, repair: {} }),
      fills("Bea", { plan: { shop: "R" } }),
    ];
    const assessment = { questionnaire: "base", version: "1.2.0", organization: "E", responses };
    expect(printed({ ...withGrid, grids: [grid] }, assessment)).toBe(`R R-title: R-text · A A-title: A-text

| Activity                     | Shop | E-commerce | Customer care |
| ---------------------------- | ---- | ---------- | ------------- |
| **Early**                    |      |            |               |
| Plan (filled in differently) | R    | A / none   |               |
| Price (not filled in)        |      |            |               |
| **Late**                     |      |            |               |
| Repair                       |      |            |               |

One owner, of the rows filled in: Early 0 to 1 of 1, Late 0 of 1.

- **Filled in differently: “Plan”.** Agree on how it is. What is found in such a row holds whoever
  is right.
- **Nobody \\| really: “Repair”.** Name one.`);
  });

  test("a wide one numbers its parties and names them above", () => {
    const lines = printed(fixture, example).split("\n");
    expect(lines).toContain("1 Stores · 2 E-commerce · 3 Customer care · 4 Marketing · 5 IT · 6 Logistics · 7 Finance");
    const longest = "Introduce or change a customer-facing system (not filled in)";
    expect(lines).toContain(
      `| ${"Plan a promotion".padEnd(longest.length)} | R   | R   |     | A   |     |     |     |`,
    );
    expect(
      lines.filter(line => line.startsWith("|") && line.length !== lines.find(one => one.startsWith("|"))!.length),
    ).toEqual([]);
  });

  test("hints come last and say that they are hints", () => {
    const items = printed(fixture, example)
      .replaceAll("\n  ", " ")
      .split("\n")
      .filter(line => line.startsWith("- "));
    expect(items.map(line => line.slice(4).split(":")[0])).toEqual([
      ...["Nobody is accountable", "Several are accountable", "Nobody does it", "Back office not consulted"],
      "Sales and repair are planned apart",
    ]);
    expect(items.at(-1)).toContain("Worth a thought.");
  });
});

test("JSON is what its schema says, with titles", () => {
  const evaluation = evaluate(compile(fixture), example);
  const json = JSON.parse(formats.json(createView(fixture, words), evaluation));
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    JSON.parse(read("../../src/evaluate/evaluation.schema.json")),
  );
  validate(json);
  expect(validate.errors ?? []).toEqual([]);
  expect(json.grids[0]).toMatchObject({ id: "responsibility-grid", title: "Responsibilities" });
  expect(json.grids[0].rows[0]).toMatchObject({ id: "promotion-plan", title: "Plan a promotion", state: "filled" });
  expect(json.grids[0].tallies[0]).toMatchObject({ title: "Exactly one accountable party", section: "pre-sale" });
});

test("a questionnaire is not complete, nor said to be, while rows are open", () => {
  const asked = { ...fixture, phases: [{ id: "p", title: "P" }] };
  const said = (assessment: Assessment) => formats.text(createView(asked, words), evaluate(compile(asked), assessment));
  expect(said(example)).not.toContain("Every question is answered");
  const rows = Object.fromEntries(fixture.grids![0]!.rows.map(({ id }) => [id, { it: "A" }]));
  const whole = { ...example, responses: [{ answers: { map: 0 }, grids: { "responsibility-grid": rows } }] };
  expect(said(whole)).toContain("Every question is answered");
});
