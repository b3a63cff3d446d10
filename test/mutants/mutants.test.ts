// The mutants still apply to the sources as they are; whether the tests kill them is for `npm run mutants`.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { additions } from "./additions.ts";
import { answers } from "./answers.ts";
import { decisions } from "./decisions.ts";
import { grids } from "./grids.ts";
import { mutate } from "./mutant.ts";
import { reach } from "./reach.ts";

const mutants = [...answers, ...decisions, ...additions, ...grids, ...reach];

const sourceOf = (file: string) => readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8");

test.each(mutants)("$name", mutant => {
  const source = sourceOf(mutant.file);
  expect(mutate(source, mutant)).not.toBe(source);
  expect(existsSync(new URL(`../${mutant.tests ?? "evaluate"}`, import.meta.url))).toBe(true);
});

test("names are unique", () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test("one that no longer applies, or applies twice, is an error", () => {
  const mutant = { name: "m", why: "", file: "f.ts", find: "a", replace: "b" };
  expect(mutate("xax", mutant)).toBe("xbx");
  expect(() => mutate("x", mutant)).toThrow("occurs 0 times");
  expect(() => mutate("aa", mutant)).toThrow("occurs 2 times");
  expect(() => mutate("a", { ...mutant, replace: "a" })).toThrow("changes nothing");
});
