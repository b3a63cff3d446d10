// A grid beside the base questionnaire: two rows in a section, one in another, three parties. `who` is asked of sales, `keys` has
// marks that are commands elsewhere.
import { parseDocument } from "../../src/document.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { questionnaireText } from "../files/base.ts";

const grid = (id: string, marks: string[]) => `
  - id: ${id}
    title: Who
    question: Who does it?
    help: One mark for each.
    roles: [sales]
    marks: [${marks.map(mark => `{id: "${mark}", title: ${mark}-title, text: ${mark}-text}`).join(", ")}]
    columns: [{id: shop, title: Shop}, {id: web, title: E-commerce}, {id: care-desk, title: Customer care}]
    sections: [{id: early, title: Early}, {id: late, title: Late}]
    rows:
      - {id: plan, section: early, title: Plan, why: Plans matter., cites: [C1]}
      - {id: repair, section: late, title: Repair}
      - {id: price, section: early, title: Price}`;

export const gridText = `${questionnaireText}grids:${grid("who", ["R", "A"])}\n`;
export const withGrid = parseDocument(gridText, "grid.yaml").value as Questionnaire;
export const withOddMarks = parseDocument(`${questionnaireText}grids:${grid("keys", ["S", "B", "1"])}\n`, "odd.yaml")
  .value as Questionnaire;
