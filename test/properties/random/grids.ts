// Random grids, what people fill in, and completions of that: a row that nobody filled gets any filling, a disputed one settles on
// one of its own.
import type { Assessment, Response } from "../../../src/model/assessment.ts";
import { bounds, type Cells, type Counted, type Grid, type GridCheck } from "../../../src/model/grid.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";
import { withinCount } from "../../../src/questionnaire/outline.ts";
import type { Tape } from "./tape.ts";

const title = "T";
const named = (ids: string[]) => ids.map(id => ({ id, title }));

export function gridFrom(tape: Tape, id: string, roles: string[]): Grid {
  const marks = ["R", "A", "C"].slice(0, tape.between(1, 3)).map(id => ({ id, title, text: title }));
  const columns = named(["x", "y", "z"].slice(0, tape.between(1, 3)));
  const sections = named(["before", "after"].slice(0, tape.between(1, 2)));
  const rows = tape.times(1, 4, at => ({ id: `r${at}`, title, section: tape.pick(sections).id }));
  const grid = { id, title, question: title, roles, marks, columns, sections, rows };
  const checks = tape.times(0, 3, (at): GridCheck => {
    const shared = {
      id: `k${at}`,
      title,
      text: title,
      ...(tape.chance(30) && { rows: tape.some(rows).map(row => row.id) }),
    };
    if (!tape.chance(30)) return { ...shared, ...countedFrom(tape, grid) };
    const nowhere = { sections: [tape.pick(rows).section], marks: tape.some(marks).map(mark => mark.id) };
    return { ...shared, hint: true, holder: tape.pick(marks).id, nowhere };
  });
  return { ...grid, checks, tallies: tape.times(0, 1, at => ({ id: `t${at}`, title, ...countedFrom(tape, grid) })) };
}

/** Bounds that some row meets and another does not. */
function countedFrom(tape: Tape, { marks, columns }: Pick<Grid, "marks" | "columns">): Counted {
  const within = tape.chance(40) ? tape.some(columns) : columns;
  const counted: Counted = {
    marks: tape.some(marks).map(({ id }) => id),
    ...(within !== columns && { columns: within.map(({ id }) => id) }),
    [tape.pick(bounds)]: tape.below(within.length + 1),
  };
  const met = Array.from({ length: within.length + 1 }, (_, count) => withinCount(counted, count));
  if (met.includes(true) && met.includes(false)) return counted;
  return { marks: counted.marks, below: 1, ...(counted.columns && { columns: counted.columns }) };
}

const cellsFrom = (tape: Tape, { columns, marks }: Grid): Cells =>
  Object.fromEntries(columns.flatMap(({ id }) => (tape.chance(50) ? [[id, tape.pick(marks).id]] : [])));

/** What some of the respondents fill in, often the same. */
export function filledFrom(tape: Tape, { grids = [] }: Questionnaire, responses: Response[]): Response[] {
  if (grids.length === 0) return responses;
  const agreed = grids.map(grid => new Map(grid.rows.map(({ id }) => [id, cellsFrom(tape, grid)])));
  return responses.map(response => {
    const given = grids.map((grid, at) => {
      const rows = grid.rows.filter(() => tape.chance(60));
      const cells = (id: string) => (tape.chance(30) ? cellsFrom(tape, grid) : agreed[at]!.get(id)!);
      return [grid.id, Object.fromEntries(rows.map(({ id }) => [id, cells(id)]))];
    });
    return tape.chance(70) ? { ...response, grids: Object.fromEntries(given) } : response;
  });
}

export function completedGrids(
  tape: Tape,
  questionnaire: Questionnaire,
  assessment: Assessment,
  wanted: (id: string) => boolean,
): Assessment {
  const outside = questionnaire.roles.filter(role => role.outside).map(role => role.id);
  let responses: Response[] = assessment.responses ?? [];
  const isInside = ({ role }: Response) => role === undefined || !outside.includes(role);
  for (const grid of (questionnaire.grids ?? []).filter(({ id }) => wanted(id))) {
    const settled = new Map<string, Cells>();
    for (const { id } of grid.rows) {
      const fillings = responses.filter(isInside).flatMap(({ grids }): Cells[] => {
        const cells = grids?.[grid.id]?.[id];
        return cells ? [cells] : [];
      });
      settled.set(id, fillings.length > 0 ? tape.pick(fillings) : cellsFrom(tape, grid));
    }
    const corrected = (response: Response): Response => {
      if (!response.grids?.[grid.id] || !isInside(response)) return response;
      const rows = Object.keys(response.grids[grid.id]!).map(id => [id, settled.get(id)!]);
      return { ...response, grids: { ...response.grids, [grid.id]: Object.fromEntries(rows) } };
    };
    const last = { respondent: `Late ${grid.id}`, answers: {}, grids: { [grid.id]: Object.fromEntries(settled) } };
    responses = [...responses.map(corrected), last];
  }
  return { ...assessment, responses };
}
