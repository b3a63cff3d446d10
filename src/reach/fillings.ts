// Ways of filling a row in that are worth trying: nobody; one party with a mark and all the others with another; just as many cells
// as a check looks for.

import { ownValue } from "../evaluate/own-value.ts";
import type { Cells, Counted, Grid } from "../model/grid.ts";
import { countedColumns, withinCount } from "../questionnaire/outline.ts";

export function fillingsOf(grid: Grid): Cells[] {
  const { marks, columns, checks = [] } = grid;
  const one = columns.slice(0, 1);
  const others = columns.slice(1);
  const counted = checks.flatMap(check => ("marks" in check ? [check] : []));
  return [
    {},
    ...counted.map(check => justEnough(grid, check)),
    ...marks.flatMap(first => [
      markedAlike(one, first.id),
      ...marks.map(rest => ({ ...markedAlike(one, first.id), ...markedAlike(others, rest.id) })),
    ]),
  ];
}

const markedAlike = (columns: { id: string }[], mark: string): Cells =>
  Object.fromEntries(columns.map(({ id }) => [id, mark]));

function justEnough(grid: Grid, check: Counted): Cells {
  const columns = countedColumns(grid, check);
  const enough = Array.from({ length: columns.length + 1 }, (_, count) => count).find(n => withinCount(check, n));
  return markedAlike(columns.slice(0, enough), check.marks[0]!);
}

/** Grids of which every row is filled in the same way. */
export const filledAlike = (grids: Grid[] = [], alike: Record<string, Cells>): Record<string, Record<string, Cells>> =>
  Object.fromEntries(
    grids.flatMap(({ id, rows }) => {
      const cells = ownValue(alike, id);
      return cells ? [[id, Object.fromEntries(rows.map(row => [row.id, cells]))]] : [];
    }),
  );
