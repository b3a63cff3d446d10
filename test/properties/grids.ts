// Grids: what is definite about some fillings by several people holds however the others turn out, and a grid that everybody filled
// in alike counts as a naive reading of it does.
import fc from "fast-check";
import { expect } from "vitest";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Cells, Grid, GridCheck } from "../../src/model/grid.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { tapes } from "../support/random.ts";
import { contradictions } from "./contradictions.ts";
import { property } from "./property.ts";
import { completedGrids, filledFrom, gridFrom } from "./random/grids.ts";
import { createTape } from "./random/tape.ts";
import { evaluatorOf } from "./soundness.ts";

const title = "T";
const roles = ["it", "sales"].map(id => ({ id, title }));

/** A grid, with a measure for each of its checks. */
function questionnaireOf(grid: Grid): Questionnaire {
  const sum = ({ id }: GridCheck) => ({ id, title, sum: [{ grid: grid.id, check: id }] });
  const criterion = { id: "c", title, question: title, roles: ["it"], levels: ["0", "1"] };
  return {
    ...{ id: "random", version: "1.0.0", title, summary: title, grids: [grid], measures: (grid.checks ?? []).map(sum) },
    roles: [...roles, { id: "panel", title, outside: true }],
    dimensions: [{ id: "d", title, criteria: [criterion] }],
  };
}

const fillings = fc
  .tuple(tapes(60), tapes(120), fc.array(tapes(40), { minLength: 4, maxLength: 4 }))
  .map(([asked, said, endings]) => {
    const questionnaire = questionnaireOf(gridFrom(createTape(asked), "who", ["it", "sales"]));
    const tape = createTape(said);
    const people = tape.times(0, 4, at => ({
      respondent: `${at}`,
      role: tape.pick(["it", "sales", "panel"]),
      answers: {},
    }));
    const shared = { questionnaire: "random", version: "1.0.0", organization: "Random Ltd" };
    const assessment: Assessment = { ...shared, responses: filledFrom(tape, questionnaire, people) };
    const complete = (ending: number[]) => completedGrids(createTape(ending), questionnaire, assessment, () => true);
    return { questionnaire, assessment, completions: endings.map(complete) };
  });

export const gridProperties = [
  property("whatever is definite of a grid holds for every completion", 500, fillings, value => {
    const run = evaluatorOf(value.questionnaire);
    const before = run(value.assessment);
    for (const completion of value.completions) expect(contradictions(before, run(completion))).toEqual([]);
  }),

  property(
    "a grid filled in alike counts as a naive reading of it",
    300,
    fillings,
    ({ questionnaire, completions }) => {
      const run = evaluatorOf(questionnaire);
      const [grid] = questionnaire.grids!;
      for (const completion of completions) {
        const rows = completion.responses!.at(-1)!.grids!.who!;
        const expected = (grid!.checks ?? []).map(check => [check.id, held(grid!, check, rows)]);
        expect(run(completion).measures.map(({ id, value }) => [id, value])).toEqual(expected);
      }
    },
  ),
];

function held(grid: Grid, check: GridCheck, rows: Record<string, Cells>): number {
  const asked = grid.rows.filter(
    ({ id, section }) =>
      (!check.rows || check.rows.includes(id)) && (!check.sections || check.sections.includes(section)),
  );
  return asked.filter(({ id }) => {
    const cells = Object.entries(rows[id]!);
    if ("holder" in check) {
      const holders = cells.filter(([, mark]) => mark === check.holder).map(([party]) => party);
      const { sections, marks } = check.nowhere;
      const others = grid.rows.filter(other => other.id !== id && sections.includes(other.section));
      const [holder] = holders;
      return holders.length === 1 && others.every(other => !marks.includes(rows[other.id]![holder!] ?? "none"));
    }
    const { marks, columns } = check;
    const count = cells.filter(([party, mark]) => marks.includes(mark) && (!columns || columns.includes(party))).length;
    const meets = {
      ...{ atLeast: (n: number) => count >= n, atMost: (n: number) => count <= n, above: (n: number) => count > n },
      ...{ below: (n: number) => count < n, is: (n: number) => count === n },
    };
    return Object.entries(meets).every(([bound, meet]) => {
      const limit = check[bound as keyof typeof meets];
      return limit === undefined || meet(limit);
    });
  }).length;
}
