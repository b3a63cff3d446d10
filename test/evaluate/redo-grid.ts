// The same reader at a grid: counts its rows again from who filled in what. Out: what does not come out as the trace says.
import type { TallyView, TruthState } from "../../src/model/evaluation.ts";
import type { CheckHow, GridHow, How } from "../../src/model/explanation.ts";
import type { Apart, Cells, Counted } from "../../src/model/grid.ts";

type Row = GridHow["rows"][number];

export function checkMistakes(grid: How, { asked, rows }: CheckHow): string[] {
  if (grid.by !== "grid") return ["is a check of no grid"];
  return rows.flatMap(({ row: id, state, named }) => {
    const row = grid.rows.find(one => one.id === id)!;
    const redone = checked(grid.rows, asked, row);
    const found = checked(
      grid.rows.filter(one => fillings(one).length > 0),
      asked,
      row,
    );
    return [
      ...(redone === state ? [] : [`at ${id}: says ${state}, redone ${redone}`]),
      ...((found === "holds") === (named !== null) ? [] : [`at ${id}: found ${named !== null}, redone ${found}`]),
    ];
  });
}

export function tallyMistakes({ rows, tallies }: GridHow): string[] {
  return tallies.flatMap(({ id, section, low, high, filled, rows: count, asked }) => {
    const own = rows.filter(row => row.section === section);
    const states = own.map(row => checked(rows, asked, row));
    const redone: Omit<TallyView, "id" | "section"> = {
      low: states.filter(state => state === "holds").length,
      high: states.filter(state => state !== "fails").length,
      filled: own.filter(row => fillings(row).length > 0).length,
      rows: own.length,
    };
    const said = JSON.stringify({ low, high, filled, rows: count });
    return JSON.stringify(redone) === said ? [] : [`${id} of ${section}: says ${said}`];
  });
}

const fillings = ({ answers }: Row): Cells[] => answers.filter(({ outside }) => !outside).map(({ cells }) => cells);

/** What it is by every way in which the row was filled in, if that is the same. */
function byAll(row: Row, state: (cells: Cells) => TruthState): TruthState {
  const [first, ...others] = new Set(fillings(row).map(state));
  return first === undefined || others.length > 0 ? "open" : first;
}

const checked = (rows: Row[], asked: Counted | Apart, row: Row): TruthState =>
  byAll(row, cells => ("marks" in asked ? counted(asked, cells) : apart(rows, asked, row, cells)));

function counted({ marks, columns, ...bounds }: Counted, cells: Cells): TruthState {
  const within = Object.entries(cells).filter(([column]) => columns === undefined || columns.includes(column));
  const n = within.filter(([, mark]) => marks.includes(mark)).length;
  const met = {
    atLeast: (limit: number) => n >= limit,
    atMost: (limit: number) => n <= limit,
    above: (limit: number) => n > limit,
    below: (limit: number) => n < limit,
    is: (limit: number) => n === limit,
  };
  return Object.entries(bounds).every(([name, limit]) => met[name as "is"](limit)) ? "holds" : "fails";
}

function apart(rows: Row[], { holder, nowhere }: Apart, row: Row, cells: Cells): TruthState {
  const holders = Object.keys(cells).filter(column => cells[column] === holder);
  if (holders.length !== 1) return "fails";
  const elsewhere = rows.filter(other => other.id !== row.id && nowhere.sections.includes(other.section));
  const there = elsewhere.map(other =>
    byAll(other, own => (nowhere.marks.includes(own[holders[0]!] ?? "") ? "holds" : "fails")),
  );
  return there.includes("holds") ? "fails" : there.includes("open") ? "open" : "holds";
}
