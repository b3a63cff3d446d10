// A line as a key, where keys are typed and confirmed with Enter: on screens that take text it is the text, and commands begin with
// a colon; on the row of a grid it is the row, and one letter that is no mark is a command too.
import type { Grid } from "../model/grid.ts";
import { screenAt } from "./given.ts";
import { isTyping, type Key } from "./press.ts";
import type { State } from "./state.ts";
import { markOf } from "./typed-row.ts";

export function keyOfLine(state: State, line: string): Key {
  const word = line.trim();
  const screen = screenAt(state);
  const named = (name: string | undefined): Key =>
    name === undefined ? { kind: "line", text: line } : { kind: "press", name };
  if (isTyping(state)) return textLine(state, word) ?? named(textKeys.get(word));
  if (state.mode.kind === "ask" && screen.kind === "row") return named(rowKey(screen.grid, word));
  return named(word || "enter");
}

/** Where there is a text already it cannot be edited here: an empty line keeps it, a dash removes it. */
function textLine({ mode, text }: State, word: string): Key | undefined {
  // A text with a screen of its own is taken back; a line beside a question is left.
  if (mode.kind === "ask" && word === ":x") return { kind: "press", name: "take-back" };
  if (text === "") return undefined;
  if (mode.kind === "ask") return word === "" ? { kind: "press", name: "down" } : undefined;
  if (mode.kind !== "rename" && (mode.kind !== "text" || mode.field !== "note")) return undefined;
  if (word === "-") return { kind: "line", text: "" };
  return word === "" ? { kind: "press", name: "escape" } : undefined;
}

const textKeys = new Map([
  [":b", "up"],
  [":s", "down"],
  [":x", "escape"],
  [":q", "quit"],
]);

const rowKeys = new Map([
  ["", "enter"],
  ["b", "left"],
  ["s", "right"],
  ["j", "j"],
  ["x", "take-back"],
  ["q", "q"],
  ["?", "?"],
]);

const rowKey = (grid: Grid, word: string): string | undefined =>
  markOf(grid, word) === undefined ? rowKeys.get(word.replace(/^:/, "")) : undefined;
