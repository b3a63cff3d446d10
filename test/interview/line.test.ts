// The line that is being typed: the keys of a shell, characters as people see them, and how a long text is shown.
import { describe, expect, test } from "vitest";
import { fieldOf } from "../../src/terminal/field.ts";
import { edit, insert, type Line, lineOf } from "../../src/terminal/line.ts";

/** "some| text": the bar is the cursor. */
const line = (text: string): Line => ({ text: text.replace("|", ""), cursor: text.indexOf("|") });
const shown = ({ text, cursor }: Line): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;
const key = (name: string) => {
  const [, ctrl, meta, bare] = /^(C-)?(M-)?(.*)$/.exec(name)!;
  return { name: bare, sequence: "\u001b", ctrl: ctrl !== undefined, meta: meta !== undefined };
};

describe("editing", () => {
  test.each([
    ["ab|c", "backspace", "a|c"],
    ["ab|c", "C-h", "a|c"],
    ["a|bc", "delete", "a|c"],
    ["a|bc", "C-d", "a|c"],
    ["|abc", "backspace", "|abc"],
    ["abc|", "delete", "abc|"],
    ["ab|c", "left", "a|bc"],
    ["ab|c", "C-b", "a|bc"],
    ["ab|c", "right", "abc|"],
    ["ab|c", "C-f", "abc|"],
    ["ab|c", "home", "|abc"],
    ["ab|c", "C-a", "|abc"],
    ["a|bc", "end", "abc|"],
    ["a|bc", "C-e", "abc|"],
    ["one two| three", "C-u", "| three"],
    ["one| two", "C-k", "one|"],
    ["one two | three", "C-w", "one | three"],
    ["one two|", "M-backspace", "one |"],
    ["one| two three", "M-d", "one| three"],
    ["one two|", "M-b", "one |two"],
    ["one| two", "M-f", "one two|"],
    ["one two|", "C-left", "one |two"],
    ["one| two", "C-right", "one two|"],
    ["ae\u0301|", "backspace", "a|"],
    ["👩‍👧|b", "left", "|👩‍👧b"],
    ["|👩‍👧b", "delete", "|b"],
    ["a|b", "up", "a|b"],
    ["a|b", "f5", "a|b"],
    ["a|b", "C-y", "a|b"],
    ["a|b", "M-1", "a|b"],
  ])("%s %s", (before, name, after) => expect(shown(edit(line(before), key(name)))).toBe(after));

  test("characters go where the cursor is, whatever they are called", () => {
    for (const sequence of ["x", "X", "?", "é", "漢", "😀", " "]) {
      const typed = edit(line("a|b"), { name: undefined, sequence, ctrl: false, meta: false });
      expect(shown(typed)).toBe(`a${sequence}|b`);
    }
    expect(shown(insert(line("a|b"), "several words"))).toBe("aseveral words|b");
    expect(lineOf("opened")).toEqual({ text: "opened", cursor: 6 });
  });
});

describe("shown", () => {
  test("folded to rows, with the cursor after what was typed", () => {
    expect(fieldOf(line("abcdef|"), 10, 3)).toEqual({ rows: ["abcdef"], cursor: { row: 0, column: 6 } });
    expect(fieldOf(line("abcdefghijkl|"), 10, 3)).toEqual({
      rows: ["abcdefghij", "kl"],
      cursor: { row: 1, column: 2 },
    });
    expect(fieldOf(line("abcdefghij|"), 10, 3)).toEqual({ rows: ["abcdefghij", ""], cursor: { row: 1, column: 0 } });
    expect(fieldOf(line("abc|defghijkl"), 10, 3).cursor).toEqual({ row: 0, column: 3 });
  });

  test("by the columns that characters take, none of them broken", () => {
    expect(fieldOf(line("漢字漢字漢|"), 5, 5)).toEqual({ rows: ["漢字", "漢字", "漢"], cursor: { row: 2, column: 2 } });
    expect(fieldOf(line("👩‍👧👩‍👧|"), 4, 5).rows[0]).toBe("👩‍👧👩‍👧");
  });

  test("a line break as a mark, and nothing that acts on a terminal", () => {
    expect(fieldOf(line("one\ntwo|"), 20, 3).rows).toEqual(["one↵two"]);
    expect(fieldOf(line("a\u001b[31m\u0007\u202eb|"), 20, 3).rows).toEqual(["a[31mb"]);
  });

  test("of a long text the rows round the cursor, which stand still while one types", () => {
    const rows = Array.from({ length: 100 }, (_, at) => String(at).padStart(9, "."));
    const text = rows.join("");
    const end = fieldOf({ text, cursor: text.length - 4 }, 9, 4);
    expect(end.rows).toEqual(["…......96", rows[97], rows[98], rows[99]]);
    expect(fieldOf({ text, cursor: text.length - 3 }, 9, 4)).toEqual({ ...end, cursor: { row: 3, column: 6 } });
    const middle = fieldOf({ text, cursor: 9 * 50 + 2 }, 9, 4);
    expect([middle.rows[middle.cursor.row], middle.rows[0]![0], middle.rows.at(-1)!.at(-1)]).toEqual([
      rows[50],
      "…",
      "…",
    ]);
    expect(fieldOf({ text, cursor: 0 }, 9, 4).rows).toEqual([rows[0], rows[1], rows[2], "........…"]);
  });

  test("the time it takes does not depend on how long the text is", () => {
    const text = "漢字 and words ".repeat(70_000);
    for (const cursor of [0, 500_000, text.length]) {
      const { rows } = fieldOf({ text, cursor }, 77, 8);
      expect(rows.length).toBeLessThanOrEqual(8);
      expect(rows.join("").length).toBeLessThan(77 * 9);
    }
  });
});
