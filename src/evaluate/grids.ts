// Who does what, from how people filled the grids in. In: a grid and what was filled in. Out: each row's standing, and at which
// rows a check holds. Rule kept: a row counts as everybody inside filled it; where they differ, only what every filling shows is
// certain, and a row that nobody filled may still be anything.

import { PRESENT, setFigure } from "../calculate/sheet.ts";
import { decided, FAILS, HOLDS, negate, OPEN, type Truth } from "../calculate/truth.ts";
import type { Response } from "../model/assessment.ts";
import type { Apart, Cells, Counted, Grid, GridCheck, GridRow } from "../model/grid.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { checkedRows, countedColumns, withinCount } from "../questionnaire/outline.ts";
import type { Builder } from "./builder.ts";
import type { Inputs } from "./frame.ts";
import { ownValue } from "./own-value.ts";

export interface RowAnswer {
  respondent: string | null;
  role: string | null;
  outside: boolean;
  cells: Cells;
}

export interface FilledRow {
  row: GridRow;
  answers: RowAnswer[];
  /** How people inside filled it in, each way once. */
  fillings: Cells[];
}

export interface FilledGrid {
  grid: Grid;
  rows: FilledRow[];
}

/** What the responses, in their order, say about each grid. */
export function filledGrids({ roles, grids = [] }: Questionnaire, responses: Response[]): FilledGrid[] {
  const outside = new Set(roles.filter(role => role.outside).map(role => role.id));
  return grids.map(grid => filledGrid(grid, responses, outside));
}

function filledGrid(grid: Grid, responses: Response[], outsideRoles: ReadonlySet<string>): FilledGrid {
  const rows = grid.rows.map((row): FilledRow => {
    const answers = responses.flatMap(({ respondent = null, role = null, grids }): RowAnswer[] => {
      const cells = ownValue(ownValue(grids, grid.id), row.id);
      if (!cells) return [];
      return [{ respondent, role, outside: role !== null && outsideRoles.has(role), cells: inOrder(grid, cells) }];
    });
    const inside = answers.filter(({ outside }) => !outside).map(({ cells }) => cells);
    return { row, answers, fillings: [...new Map(inside.map(cells => [JSON.stringify(cells), cells])).values()] };
  });
  return { grid, rows };
}

const inOrder = ({ columns }: Grid, cells: Cells): Cells =>
  Object.fromEntries(
    columns.flatMap(({ id }) => {
      const mark = ownValue(cells, id);
      return mark === undefined ? [] : [[id, mark]];
    }),
  );

/** The columns of a row that have one of some marks. */
export const columnsWith = (grid: Grid, counted: Counted, cells: Cells): string[] =>
  countedColumns(grid, counted)
    .map(({ id }) => id)
    .filter(id => counted.marks.includes(ownValue(cells, id)!));

/** What rows that nobody filled are taken for: still anything, or not there, for what is said of the record as it is. */
export type Unfilled = "open" | "ignored";

/** Whether a check holds at a row, for every filling of it. */
export function checkAt(filled: FilledGrid, check: GridCheck, row: FilledRow, unfilled: Unfilled): Truth {
  return everyWay(row.fillings, cells =>
    "marks" in check ? countsAt(filled.grid, check, cells) : apartAt(filled, check, row, cells, unfilled),
  );
}

/** Whether a tally holds at a row, for every filling of it. */
export const tallyAt = ({ grid }: FilledGrid, tally: Counted, { fillings }: FilledRow): Truth =>
  everyWay(fillings, cells => countsAt(grid, tally, cells));

const countsAt = (grid: Grid, counted: Counted, cells: Cells): Truth =>
  decided(withinCount(counted, columnsWith(grid, counted, cells).length));

export const holdersOf = (grid: Grid, mark: string, cells: Cells): string[] =>
  columnsWith(grid, { marks: [mark] }, cells);

function apartAt(filled: FilledGrid, check: Apart, row: FilledRow, cells: Cells, unfilled: Unfilled): Truth {
  const [holder, another] = holdersOf(filled.grid, check.holder, cells);
  if (holder === undefined || another !== undefined) return FAILS;
  const { sections, marks } = check.nowhere;
  const parts = filled.rows
    .filter(other => other !== row && sections.includes(other.row.section))
    .filter(({ fillings }) => unfilled === "open" || fillings.length > 0)
    .map(({ fillings }) => everyWay(fillings, elsewhere => decided(marks.includes(ownValue(elsewhere, holder)!))));
  return negate(Math.max(FAILS, ...parts) as Truth);
}

function everyWay(fillings: Cells[], truth: (cells: Cells) => Truth): Truth {
  const [first = OPEN, ...others] = fillings.map(truth);
  return others.every(other => other === first) ? first : OPEN;
}

/** At how many rows a check holds: at least, and at most. */
function rowsHeld(filled: FilledGrid, check: GridCheck): [number, number] {
  const asked = new Set(checkedRows(filled.grid, check));
  const truths = filled.rows.filter(({ row }) => asked.has(row)).map(row => checkAt(filled, check, row, "open"));
  return [truths.filter(truth => truth === HOLDS).length, truths.filter(truth => truth !== FAILS).length];
}

/** Notes for each check of each grid, in order, at how many rows it holds. */
export function setHeld(inputs: Inputs, grids: FilledGrid[]): void {
  const held = grids.flatMap(filled => (filled.grid.checks ?? []).map(check => rowsHeld(filled, check)));
  inputs.heldLow = Float64Array.from(held, ([low]) => low);
  inputs.heldHigh = Float64Array.from(held, ([, high]) => high);
}

/** Cells of what measures count: the rows at which a check holds. */
export function defineGrids({ questionnaire, cells }: Builder): void {
  const checks = (questionnaire.grids ?? []).flatMap(({ id, checks = [] }) =>
    checks.map(check => ({ kind: "grid" as const, id, part: check.id })),
  );
  for (const [index, name] of checks.entries()) {
    cells.define(name, cell => ({
      run: frame => {
        const low = frame.inputs.heldLow[index]!;
        const high = frame.inputs.heldHigh[index]!;
        setFigure(frame, cell, low, high, low === high ? low : Number.NaN, PRESENT);
      },
    }));
  }
}
