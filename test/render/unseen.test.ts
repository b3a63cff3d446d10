// What nobody sees does nothing: dropped from text, spelled out in JSON; but where a script or an emoji needs it, it stays.
import { describe, expect, test } from "vitest";
import { clean, cleanMarkdown } from "../../src/render/clean.ts";
import { printJson } from "../../src/render/json.ts";

const unseen: [string, string][] = [
  ["escape", "\u001b"],
  ["C1", "\u0085"],
  ["line separator", "\u2028"],
  ["soft hyphen", "\u00ad"],
  ["Arabic letter mark", "\u061c"],
  ["zero width space", "\u200b"],
  ["right-to-left mark", "\u200f"],
  ["right-to-left override", "\u202e"],
  ["word joiner", "\u2060"],
  ["invisible times", "\u2062"],
  ["first strong isolate", "\u2068"],
  ["end of an isolate", "\u2069"],
  ["deprecated shaping", "\u206a"],
  ["byte order mark", "\ufeff"],
  ["annotation", "\ufff9"],
  ["tag", "\u{e0041}"],
  ["cancel tag", "\u{e007f}"],
  ["filler", "\u3164"],
  ["half of a character", "\ud83d"],
  ["the other half", "\udca5"],
  ["musical control", "\u{1d173}"],
];

describe.each(unseen)("%s", (_, mark) => {
  test.each(["before", "in the middle", "behind"])("%s", where => {
    const text = { before: `${mark}ab`, "in the middle": `a${mark}b`, behind: `ab${mark}` }[where]!;
    expect(clean(text).replaceAll(" ", "")).toBe("ab");
    expect(cleanMarkdown(text).replaceAll(" ", "")).toBe("ab");
    const json = printJson({ [text]: [text] });
    expect(json).toMatch(/^[ -~\n]*$/);
    expect(JSON.parse(json)).toEqual({ [text]: [text] });
  });
});

const needed: [string, string][] = [
  ["a Persian word", "می\u200cخواهم"],
  ["Sinhala", "ශ\u0dca\u200dරී"],
  ["a Malayalam final letter", "ന\u0d4d\u200d"],
  ["a family", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"],
  ["a heart in colour", "\u2764\ufe0f"],
  ["a couple with a heart", "\u{1f469}\u200d\u2764\ufe0f\u200d\u{1f468}"],
  ["a person of a colour at work", "\u{1f469}\u{1f3fd}\u200d\u{1f680}"],
  ["a key", "1\ufe0f\u20e3"],
  ["a form of a character", "葛\u{e0100}"],
  ["a flag of colours", "\u{1f3f3}\ufe0f\u200d\u{1f308}"],
  ["the flag of a region", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}"],
  ["a sign before an Arabic number", "\u0600123"],
  ["an emoji of two halves", "💥"],
];

test.each(needed)("%s stays as it is", (_, text) => {
  for (const cleaned of [clean(text), cleanMarkdown(text)]) expect(cleaned.replace(/^\u2068|\u2069$/g, "")).toBe(text);
  expect(printJson(text)).toBe(`"${text}"\n`);
});

test.each([
  ["joiners in a row", "a\u200d\u200d\u200db"],
  ["a selector alone", "\ufe0fab"],
  ["selectors in a row", "ab\ufe0f\ufe00\u{e0101}"],
  ["tags without a flag", "ab\u{e0067}\u{e0062}\u{e007f}"],
  ["a flag with a message", `ab\u{1f3f4}${"\u{e0061}".repeat(20)}\u{e007f}`],
])("%s carry nothing", (_, text) => {
  expect([...clean(text)].filter(mark => /\p{Default_Ignorable_Code_Point}/u.test(mark)).length).toBeLessThan(2);
  expect(JSON.parse(printJson(text))).toBe(text);
});

test.each([
  ["a name beside a figure", "שרה כהן, 3 answers (IT)", "<שרה כהן>, 3 answers (IT)"],
  ["two names", "שרה (2), محمد بن سلمان (3)", "<שרה> (2), <محمد بن سلمان> (3)"],
  ["a title with an abbreviation", "ד''ר כהן said", "<ד''ר כהן> said"],
  ["what runs from left to right", "Ann (2)", "Ann (2)"],
])("%s: words that run from right to left stand each for themselves", (_, text, shown) => {
  const isolated = shown.replaceAll("<", "\u2068").replaceAll(">", "\u2069");
  expect([clean(text), clean(clean(text))]).toEqual([isolated, isolated]);
});

test.each(["---", "--", "===", "-", "="])("a text that is only %s is no rule and no heading", text => {
  expect(cleanMarkdown(text)).toBe(`\\${text}`);
});
