// The line that is being typed: (line, key) -> line. What a reader sees as one character is moved over and removed as one.
import type { Stroke } from "./keyboard.ts";

export interface Line {
  text: string;
  /** Where the next character goes. */
  cursor: number;
}

export const lineOf = (text: string): Line => ({ text, cursor: text.length });

export const insert = ({ text, cursor }: Line, more: string): Line => ({
  text: text.slice(0, cursor) + more + text.slice(cursor),
  cursor: cursor + more.length,
});

/** The keys of every shell; one that is none of them and no character changes nothing. */
export function edit(line: Line, { name = "", sequence, ctrl, meta }: Stroke): Line {
  const { text, cursor } = line;
  const mark = ctrl ? "ctrl-" : meta ? "meta-" : "";
  switch (mark + name) {
    case "backspace":
    case "ctrl-h":
      return without(text, left(line), cursor);
    case "delete":
    case "ctrl-d":
      return without(text, cursor, right(line));
    case "left":
    case "ctrl-b":
      return { text, cursor: left(line) };
    case "right":
    case "ctrl-f":
      return { text, cursor: right(line) };
    case "home":
    case "ctrl-a":
      return { text, cursor: 0 };
    case "end":
    case "ctrl-e":
      return { text, cursor: text.length };
    case "ctrl-left":
    case "meta-left":
    case "meta-b":
      return { text, cursor: wordLeft(line) };
    case "ctrl-right":
    case "meta-right":
    case "meta-f":
      return { text, cursor: wordRight(line) };
    case "ctrl-u":
      return without(text, 0, cursor);
    case "ctrl-k":
      return without(text, cursor, text.length);
    case "ctrl-w":
    case "ctrl-backspace":
    case "meta-backspace":
      return without(text, wordLeft(line), cursor);
    case "meta-d":
      return without(text, cursor, wordRight(line));
    default:
      return mark === "" && isCharacter(sequence) ? insert(line, sequence) : line;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no character
const isCharacter = (sequence: string): boolean => sequence !== "" && !/[\u0000-\u001f\u007f-\u009f]/.test(sequence);

const without = (text: string, from: number, to: number): Line => ({
  text: text.slice(0, from) + text.slice(to),
  cursor: from,
});

const segmenter = new Intl.Segmenter();
/** No character that people see is longer; a text may be. */
const longest = 64;

function left({ text, cursor }: Line): number {
  const near = text.slice(Math.max(0, cursor - longest), cursor);
  return cursor - ([...segmenter.segment(near)].at(-1)?.segment.length ?? 0);
}

function right({ text, cursor }: Line): number {
  const [next] = segmenter.segment(text.slice(cursor, cursor + longest));
  return cursor + (next?.segment.length ?? 0);
}

const wordLeft = ({ text, cursor }: Line): number =>
  cursor - (/[^\s]*\s*$/u.exec(text.slice(Math.max(0, cursor - 1000), cursor))?.[0].length ?? 0);

const wordRight = ({ text, cursor }: Line): number =>
  cursor + (/^\s*[^\s]*/u.exec(text.slice(cursor, cursor + 1000))?.[0].length ?? 0);
