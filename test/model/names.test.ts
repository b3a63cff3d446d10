// When two names are one person's: whatever a keyboard, a spreadsheet or a phone makes of them.
import { describe, expect, test } from "vitest";
import { isSameName, sameKey } from "../../src/model/names.ts";

const same: Record<string, string[]> = {
  "letter case": ["Ann", "ann", "ANN", "aNN"],
  spaces: ["Ann Weber", " Ann  Weber ", "Ann\tWeber", "Ann\u00a0Weber", "Ann\u3000Weber", "Ann\n Weber"],
  "forms of a letter": ["Zoë", "Zoe\u0308", "Ｚｏë"],
  ligatures: ["Griffin", "Gri\ufb03n"],
  "what nobody sees": [
    "Ann",
    "A\u200bnn",
    "\u200fAnn\u200e",
    "An\u00adn",
    "\ufeffAnn",
    "A\u2060n\u200dn",
    "Ann\u{e0041}\u{e007f}",
    "Ann\ufe0f",
    "\u061cAnn",
    "Ann\u3164",
    "A\u0007nn",
  ],
  "a sharp s": ["Weiß", "WEISS", "weiss", "WEIẞ"],
  "Turkish i": ["İpek", "ipek", "IPEK", "Ipek", "ıpek"],
  "Greek at the end of a word": ["Γιώργος", "ΓΙΏΡΓΟΣ", "γιώργοσ"],
  "half and full width": ["ﾀﾅｶ", "タナカ"],
  Cherokee: ["Ꭰ", "ꭰ"],
};

test.each(Object.entries(same))("%s makes no other person", (_, spellings) => {
  expect([...new Set(spellings.map(sameKey))]).toHaveLength(1);
});

const different: [string, string][] = [
  ["Ann", "Anne"],
  ["Ann Weber", "AnnWeber"],
  ["José", "Jose"],
  ["Ann Weber", "Weber Ann"],
  ["田中", "田口"],
  ["Аnn", "Ann"],
];

test.each(different)("%s is not %s", (a, b) => expect(isSameName(a, b)).toBe(false));

describe("people without a name", () => {
  test("are never taken for one another", () => expect(isSameName(undefined, undefined)).toBe(false));
});

test("a key is its own key", () => {
  for (const name of Object.values(same).flat()) expect(sameKey(sameKey(name))).toBe(sameKey(name));
});

test("letters fold as they do in no locale", () => {
  const odd: string[] = [];
  for (let code = 0x20; code < 0x2_0000; code++) {
    const letter = String.fromCodePoint(code);
    if (code >= 0xd800 && code < 0xe000) continue;
    const keys = new Set([letter, letter.toLowerCase(), letter.toUpperCase()].map(sameKey));
    if (keys.size > 1) odd.push(`${code.toString(16)} ${letter}`);
  }
  expect(odd).toEqual([]);
});
