// Every format of the registry x every case as a file to read (test/golden/render). No golden says that a figure is right: figures
// are compared with test/expected elsewhere.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { words } from "../../src/locales/en/words.ts";
import { printJson } from "../../src/render/json.ts";
import { createView } from "../../src/render/view.ts";
import { goldenFile } from "../support/cli.ts";
import { evaluator, flagship } from "../support/flagship.ts";
import { formats } from "../support/formats.ts";
import { cases, goldenName, outlineName } from "./cases.ts";

const schema = JSON.parse(readFileSync(new URL("../../src/evaluate/evaluation.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const view = createView(flagship, words);

/** Without the titles that JSON puts beside ids. */
const untitled = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(untitled);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) => (key === "title" ? [] : [[key, untitled(value)]])),
  );
};

/** Places of what has an id and no title; reasons and what people are asked name ids alone. */
const namelessIn = (part: unknown, path = ""): string[] => {
  if (typeof part !== "object" || part === null) return [];
  const below = Object.entries(part).flatMap(([key, value]) =>
    namelessIn(value, Array.isArray(part) ? `${path}[]` : `${path}.${key}`),
  );
  const isNameless = "id" in part && !("title" in part) && path !== ".partner.runnerUp";
  return isNameless ? [path, ...below] : below;
};

/** Every key with the types of its values, in the order in which they come. */
function outlineOf(whole: unknown): string {
  const found = new Map<string, Set<string>>();
  const visit = (part: unknown, path: string): void => {
    const type = part === null ? "null" : Array.isArray(part) ? "list" : typeof part;
    if (path !== "") found.set(path, (found.get(path) ?? new Set()).add(type));
    if (typeof part !== "object" || part === null) return;
    for (const [key, value] of Object.entries(part)) visit(value, Array.isArray(part) ? `${path}[]` : `${path}.${key}`);
  };
  visit(whole, "");
  return `${[...found].map(([path, types]) => `${path}: ${[...types].sort().join(", ")}`).join("\n")}\n`;
}

test("JSON has these keys, in this order", async () => {
  const all = Object.values(cases).map(assessment => JSON.parse(formats.json(view, evaluate(evaluator, assessment()))));
  const first = outlineOf(all[0]);
  const rest = outlineOf(all)
    .replaceAll(/^\[\]: .*\n/gm, "")
    .replaceAll(/^\[\]/gm, "");
  await expect(
    `# The first example\n${first}\n# Beside it\n${rest
      .split("\n")
      .filter(line => !first.split("\n").includes(line))
      .join("\n")}\n`,
  ).toMatchFileSnapshot(goldenFile(outlineName));
});

describe.each(Object.entries(formats))("%s", (format, render) => {
  for (const [name, assessment] of Object.entries(cases)) {
    test(name, async () => {
      const evaluation = evaluate(evaluator, assessment());
      const printed = render(view, evaluation);
      expect(render(view, structuredClone(evaluation)), "the same again").toBe(printed);
      expect(printed.endsWith("\n") && !printed.endsWith("\n\n"), "ends with one line end").toBe(true);
      if (format === "json") {
        const parsed = JSON.parse(printed);
        validate(parsed);
        expect(validate.errors ?? []).toEqual([]);
        expect(printJson(parsed)).toBe(printed);
        expect(untitled(parsed)).toEqual(untitled(JSON.parse(JSON.stringify(evaluation))));
        expect(namelessIn(parsed)).toEqual([]);
      } else {
        expect(printed).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\bnull\b|[^ ] $| {3,}$/m);
        await expect(printed).toMatchFileSnapshot(goldenFile(goldenName(name, format)));
      }
    });
  }
});

test("the schema is strict enough to notice a field too many, one too few and a figure of another type", () => {
  const good = JSON.parse(formats.json(view, evaluate(evaluator, cases.half!())));
  const { coverage, ...without } = good;
  expect(validate(good)).toBe(true);
  expect(validate(without)).toBe(false);
  expect(validate({ ...good, extra: 1 })).toBe(false);
  expect(validate({ ...good, index: { ...good.index, low: "8" } })).toBe(false);
  expect(validate({ ...good, coverage: { ...coverage, answered: -1 } })).toBe(false);
});
