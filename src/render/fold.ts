// Text in the columns of a terminal, where some characters take two and some none. In: a text and a width. Out: lines.
import stringWidth from "string-width";
import type { Hints } from "../model/hints.ts";

/** Columns in a terminal; what is plain needs no measuring, and what is long is measured in pieces: the time grows with its length. */
export const cellsOf = (text: string): number =>
  isPlain(text) ? text.length : (text.match(pieces) ?? []).reduce((sum, piece) => sum + stringWidth(piece), 0);

const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);
const pieces = /.{1,500}/gsu;

/** Breaks at spaces, and between characters of two columns, as their scripts have no spaces; any other word longer than the line, such
 * as a link, stands alone. */
export function wrap(text: string, width: number, indent: string, hanging: string): string[] {
  const lines: string[] = [];
  const room = () => width - cellsOf(lines.length === 0 ? indent : hanging);
  let [line, used] = ["", 0];
  const add = (part: string, space: string) => {
    const cells = cellsOf(part);
    if (line !== "" && used + space.length + cells > room()) {
      lines.push(line);
      [line, used] = [part, cells];
    } else if (line === "") [line, used] = [part, cells];
    else [line, used] = [`${line}${space}${part}`, used + space.length + cells];
  };
  for (const word of text.split(" ")) {
    const [first = "", ...more] = cellsOf(word) > room() && hasWide(word) ? broken(word, 2) : [word];
    add(first, " ");
    for (const part of more) add(part, "");
  }
  lines.push(line);
  return lines.map((one, index) => (index === 0 ? indent : hanging) + one);
}

const hasWide = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);

/** A character as a person sees it: with its marks, and what a joiner binds to it. */
const characters = /\P{M}(?:[\p{M}\p{Emoji_Modifier}]|\u200d\P{M})*|\p{M}/gu;

/** A word in parts of at most so many columns, each of at least one character as a person sees it. */
export function broken(word: string, width: number): string[] {
  if (cellsOf(word) <= width) return [word];
  const parts = [""];
  let used = 0;
  for (const character of word.match(characters) ?? []) {
    const cells = cellsOf(character);
    if (used > 0 && used + cells > width) {
      parts.push("");
      used = 0;
    }
    parts[parts.length - 1] += character;
    used += cells;
  }
  return parts;
}

/** Commands stay whole; what they do stands beside them, or below all of them where there is no room. */
export function hintsText({ title, commands, end }: Hints, width: number): string {
  const longest = Math.max(...commands.map(([command]) => cellsOf(command)));
  const beside = commands.every(([, what]) => 2 + longest + 2 + cellsOf(what) <= width);
  const lines = commands.flatMap(([command, what]) => {
    if (what === "") return `  ${command}`;
    if (beside) return `  ${command}${" ".repeat(longest - cellsOf(command))}  ${what}`;
    return [`  ${command}`, ...wrap(what, width, "      ", "      ")];
  });
  const paragraph = (text: string) => text.split("\n").flatMap(line => wrap(line, width, "", ""));
  return [...paragraph(title), ...lines, ...(end === undefined ? [] : paragraph(end)), ""].join("\n");
}
