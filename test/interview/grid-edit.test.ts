// A row of a grid in the text of an assessment: on one line, where the file has it, with all that stands beside it.
import { expect, test } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import type { Change } from "../../src/assessment/change.ts";
import { editText } from "../../src/assessment/edit.ts";
import { parseDocument } from "../../src/document.ts";
import type { Cells } from "../../src/model/grid.ts";
import { validators } from "../files/support.ts";

const row = (id: string, value: Cells | undefined, response = 0): Change => ({
  ...{ kind: "row", response, grid: "who", row: id, value },
});
const edited = (text: string, ...changes: Change[]) =>
  changes.reduce((before, change) => editText(before, change), text);

const head = 'questionnaire: base\nversion: "1.0.0"\norganization: E\n';
const byHand = `${head}responses:
  - respondent: Ann
    answers: {}
    # asked in the workshop
    grids:
      who:
        # first
        plan: { web: "R", shop: A } # as they said
        repair:
          web: A
  - respondent: Bea
    answers: { care: 1 }
`;

test("what is the same stays, comments and quotes too", () => {
  expect(
    edited(byHand, row("plan", { shop: "A", web: "R", desk: "R" }), row("repair", { shop: "A" }), row("price", {})),
  ).toBe(`${head}responses:
  - respondent: Ann
    answers: {}
    # asked in the workshop
    grids:
      who:
        # first
        plan: { web: "R", shop: A, desk: R } # as they said
        repair:
          shop: A
        price: {}
  - respondent: Bea
    answers: { care: 1 }
`);
});

test("the first row of someone, and taking it back", () => {
  const first = edited(byHand, row("plan", { shop: "R" }, 1));
  expect(first).toBe(`${byHand}    grids:\n      who:\n        plan: {shop: R}\n`);
  expect(edited(first, row("plan", undefined, 1))).toBe(byHand);
});

test("answers of one person at the top level keep their rows when a second one comes", () => {
  const alone = `${head}answers: { care: 1 }\ngrids: { who: { plan: {} } }\n`;
  expect(edited(alone, row("repair", { shop: "R" }))).toContain("grids: { who: { plan: {}, repair: { shop: R } } }");
  const two = edited(
    alone,
    { kind: "respond", respondent: "Bea", role: undefined, date: undefined },
    row("plan", { web: "A" }, 1),
  );
  const { responses } = acceptAssessment(parseDocument(two, "a.yaml"), validators.assessment).assessment;
  expect(responses).toEqual([
    { answers: { care: 1 }, grids: { who: { plan: {} } } },
    { respondent: "Bea", answers: {}, grids: { who: { plan: { web: "A" } } } },
  ]);
});

test("JSON keeps its order and its shorthand", () => {
  const json = '{"answers":{},"grids":{"who":{"plan":{}}},"questionnaire":"base","version":"1.0.0","organization":"E"}';
  const once = JSON.parse(edited(json, row("repair", { shop: "R" })));
  expect(Object.keys(once)).toEqual(["answers", "grids", "questionnaire", "version", "organization"]);
  expect(once.grids).toEqual({ who: { plan: {}, repair: { shop: "R" } } });
});
