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
import { cases, goldenName } from "./cases.ts";

const schema = JSON.parse(readFileSync(new URL("../../src/evaluate/evaluation.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const view = createView(flagship, words);

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
      } else {
        expect(printed).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\bnull\b|[^ ] $| {3,}$/m);
      }
      await expect(printed).toMatchFileSnapshot(goldenFile(goldenName(name, format)));
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
