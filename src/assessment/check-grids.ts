// The rows that somebody filled in, against their grid. In: grids by id with their path. Out: every id that is not known, every
// mark that does not exist.
import type { Path } from "../document.ts";
import { type Findings, type Found, found } from "../found.ts";
import type { Response } from "../model/assessment.ts";
import type { Cells, Grid } from "../model/grid.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { nearest } from "../nearest.ts";
import type { Kind } from "../problem.ts";

export function* checkGrids(given: Response["grids"] = {}, { grids = [] }: Questionnaire, path: Path): Findings {
  for (const [id, rows] of Object.entries(given)) {
    const grid = grids.find(one => one.id === id);
    if (!grid) yield unknown("grid", id, grids, path);
    else for (const [row, cells] of Object.entries(rows)) yield* checkRow(grid, row, cells, [...path, id]);
  }
}

function* checkRow(grid: Grid, row: string, cells: Cells, path: Path): Findings {
  if (!grid.rows.some(({ id }) => id === row)) return yield unknown("row", row, grid.rows, path);
  const marks = grid.marks.map(({ id }) => id);
  for (const [column, mark] of Object.entries(cells)) {
    const here = [...path, row];
    if (!grid.columns.some(({ id }) => id === column)) yield unknown("column", column, grid.columns, here);
    else if (!marks.includes(mark)) {
      const suggestion = marks.find(id => id.toLowerCase() === mark.toLowerCase()) ?? null;
      yield found([...here, column], "mark-unknown", { grid: grid.id, mark, marks, suggestion });
    }
  }
}

function unknown(kind: Kind, id: string, known: { id: string }[], path: Path): Found {
  const ids = known.map(one => one.id);
  return found([...path, id], "unknown-id", { kind, id, suggestion: nearest(id, ids) }, "key");
}
