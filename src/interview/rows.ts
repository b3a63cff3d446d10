// The row of a grid: a mark for each party, confirmed together. (state, key) -> state. Rule kept: where a mark and a command are the
// same letter the mark wins; the arrows back and on, `j` and `q` are never marks.
import type { Cells, Grid } from "../model/grid.ts";
import { cellsOf } from "./given.ts";
import { isMove, move, takeBack } from "./moves.ts";
import type { Screen } from "./screens.ts";
import { type Message, make, type State, say } from "./state.ts";
import { parseRow } from "./typed-row.ts";

type RowScreen = Extract<Screen, { kind: "row" }>;

export function fillRow(state: State, screen: RowScreen, name: string, before: Message | null): State {
  const { marks, columns } = screen.grid;
  // The place after the last party, where nothing is left but to confirm.
  const places = columns.length + 1;
  const mark = marks.find(({ id }) => id.toLowerCase() === name);
  if (mark) return setMark(state, screen.grid, mark.id);
  if (name === "up") return { ...state, cursor: (state.cursor + places - 1) % places };
  if (name === "down") return { ...state, cursor: (state.cursor + 1) % places };
  if (name === "space") return { ...cleared(state, screen.grid), cursor: Math.min(columns.length, state.cursor + 1) };
  // Under the parties, where the whole row is saved, it is also taken back: `x` may be a mark.
  if (name === "delete" && state.cursor === columns.length) return takeBack(state, before);
  if (name === "backspace" || name === "delete") return cleared(state, screen.grid);
  if (name === "x" || name === "take-back") return takeBack(state, before);
  if (/^[1-9]$/.test(name)) return Number(name) <= columns.length ? { ...state, cursor: Number(name) - 1 } : state;
  if (name === "enter") return confirm(state, screen, before);
  if (name === "?") return { ...state, mode: { kind: "why", from: 0 } };
  if (!isMove(name)) return state;
  const warned = before?.code === "row-waits" && before.key === name;
  return waits(state, screen) && !warned ? say(state, { code: "row-waits", key: name }) : move(state, name);
}

/** A mark where the cursor is, which goes on to the next party; the same mark again takes it away. */
function setMark(state: State, grid: Grid, mark: string): State {
  const column = grid.columns[state.cursor]?.id;
  if (column === undefined) return say(state, { code: "row-through" });
  if (state.cells[column] === mark) return cleared(state, grid);
  return { ...state, cells: { ...state.cells, [column]: mark }, cursor: state.cursor + 1 };
}

function cleared(state: State, grid: Grid): State {
  const { [grid.columns[state.cursor]?.id ?? ""]: _, ...cells } = state.cells;
  return { ...state, cells };
}

/** Enter alone never answers: that nobody has a mark is confirmed twice. */
function confirm(state: State, screen: RowScreen, before: Message | null): State {
  const empty = Object.keys(state.cells).length === 0;
  if (empty && cellsOf(state, screen) === undefined && before?.code !== "row-empty")
    return say(state, { code: "row-empty" });
  return giveRow(state, screen, state.cells);
}

/** In the order of the columns, so that a file reads the same whatever was typed first. */
function giveRow(state: State, { grid, row }: RowScreen, cells: Cells): State {
  const value = Object.fromEntries(
    grid.columns.flatMap(({ id }) => (Object.hasOwn(cells, id) ? [[id, cells[id]!]] : [])),
  );
  return make(state, { kind: "row", response: state.response!, grid: grid.id, row: row.id, value });
}

/** Whether the row on the screen is not the one that is confirmed. */
function waits(state: State, screen: RowScreen): boolean {
  const confirmed = cellsOf(state, screen) ?? {};
  return screen.grid.columns.some(({ id }) => confirmed[id] !== state.cells[id]);
}

/** A row typed as a line: "R stores, A marketing". */
export function writeRow(state: State, screen: RowScreen, text: string): State {
  const parsed = parseRow(screen.grid, text);
  return "code" in parsed ? say(state, parsed) : giveRow(state, screen, parsed.cells);
}
