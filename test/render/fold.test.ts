// Lines in the columns of a terminal: characters of two columns, and scripts without spaces.
import stringWidth from "string-width";
import { expect, test } from "vitest";
import type { Hints } from "../../src/model/hints.ts";
import { broken, hintsText, wrap } from "../../src/render/fold.ts";

const family = "👨‍👩‍👧";

test.each([
  ["plain words", "one two three four", 9, ["one two", "three", "four"]],
  ["words of two columns a character", "名前 会社 電話 住所", 9, ["名前 会社", "電話 住所"]],
  ["a script without spaces", "名前会社電話住所", 7, ["名前会", "社電話", "住所"]],
  ["a text that mixes them", "at 名前会社電話住所 now", 9, ["at 名前会", "社電話住", "所 now"]],
  [
    "a link, which stands alone",
    "see https://example.org/a-long-one now",
    12,
    ["see", "https://example.org/a-long-one", "now"],
  ],
])("%s", (_, text, width, lines) => expect(wrap(text, width, "", "")).toEqual(lines));

test("what hangs counts too", () => expect(wrap("名前 会社", 7, "> ", "  ")).toEqual(["> 名前", "  会社"]));

test("no character comes apart, and no part is wider than it may be", () => {
  const word = `e\u0301${family}名👍🏽`.repeat(40);
  const parts = broken(word, 7);
  expect(parts.join("")).toBe(word);
  for (const part of parts) {
    expect(stringWidth(part)).toBeLessThanOrEqual(7);
    expect(part).not.toMatch(/^(?:\u0301|\u200d|🏽)|\u200d$/u);
  }
});

test("commands stay whole; what they do stands beside them, or below all of them", () => {
  const hints: Hints = {
    title: "What to do next, in a few words:",
    commands: [
      ["cxm assess a-file.yaml", "let others answer"],
      ["cxm score a-file.yaml", "see"],
      ["cxm list", ""],
    ],
    end: "Or not.",
  };
  expect(hintsText(hints, 24).split("\n")).toEqual([
    ...["What to do next, in a", "few words:", "  cxm assess a-file.yaml", "      let others answer"],
    ...["  cxm score a-file.yaml", "      see", "  cxm list", "Or not.", ""],
  ]);
  expect(hintsText(hints, 80).split("\n")).toEqual([
    "What to do next, in a few words:",
    "  cxm assess a-file.yaml  let others answer",
    "  cxm score a-file.yaml   see",
    ...["  cxm list", "Or not.", ""],
  ]);
});

test("a long word takes no longer than its length", () => {
  const took = (count: number) => {
    const before = performance.now();
    wrap("<名*_x".repeat(count), 80, "", "");
    return performance.now() - before;
  };
  took(1_000);
  expect(took(20_000) / took(2_000)).toBeLessThan(60);
});
