// A line being typed as it is shown: folded to rows, a line break in it as a mark; of a long one the part round the cursor.
import { cellsOf } from "../render/fold.ts";
import type { Line } from "./line.ts";

export interface Field {
  rows: string[];
  /** Where the cursor is: the row of these, and the column in it. */
  cursor: { row: number; column: number };
}

const lineBreak = "↵";
const more = "…";

/** `width`: columns of a row; `most`: how many rows there may be. The time it takes does not depend on the length of the text. */
export function fieldOf({ text, cursor }: Line, width: number, most: number): Field {
  // From a whole number of rows before the cursor, so that the rows stand still while one types.
  const start = Math.max(0, Math.floor(cursor / width) - most) * width;
  const from = isSecondHalf(text, start) ? start - 1 : start;
  const to = cursor + width * most;
  const { rows, cursor: at } = folded(text.slice(from, cursor), text.slice(cursor, to), width);
  const first = Math.max(0, Math.min(at.row - Math.floor(most / 2), rows.length - most));
  const shown = rows.slice(first, first + most);
  const row = at.row - first;
  const isCut = { before: from + first > 0 && row > 0, after: to < text.length || first + most < rows.length };
  if (isCut.before) shown[0] = more + [...shown[0]!].slice(1).join("");
  if (isCut.after && row < shown.length - 1) shown.push(`${[...shown.pop()!].slice(0, -1).join("")}${more}`);
  return { rows: shown, cursor: { row, column: at.column } };
}

/** Of a character that takes two places in a string. */
const isSecondHalf = (text: string, at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a file may hold and no terminal may see
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const segmenter = new Intl.Segmenter();

function folded(before: string, after: string, width: number): Field {
  const rows = [""];
  let used = 0;
  const add = (text: string) => {
    for (const { segment } of segmenter.segment(text)) {
      const shown = segment.replaceAll("\n", lineBreak).replace(unprintable, "");
      const cells = cellsOf(shown);
      if (used + cells > width) {
        rows.push("");
        used = 0;
      }
      rows[rows.length - 1] += shown;
      used += cells;
    }
  };
  add(before);
  // The place of the next character: at the end of a full row it is the beginning of the next one.
  if (used >= width) {
    rows.push("");
    used = 0;
  }
  const cursor = { row: rows.length - 1, column: used };
  add(after);
  return { rows, cursor };
}
