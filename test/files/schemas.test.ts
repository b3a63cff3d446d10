// The schemas as an author meets them in an editor: every key is explained and shown, and every example is one that is accepted.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Schema } from "../../src/render/reference/schema.ts";
import { questionnaireProblems } from "./support.ts";

const read = (path: string): Schema => JSON.parse(readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8"));
const schemas: Record<string, Schema> = {
  questionnaire: read("questionnaire/questionnaire.schema.json"),
  assessment: read("assessment/assessment.schema.json"),
};

interface Found {
  pointer: string;
  schema: Schema;
  /** The key and the object it belongs to, for a key. */
  key?: string;
  owner?: Schema;
}

const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** Every schema within a schema. */
function within(schema: Schema, pointer = ""): Found[] {
  const named = (group: "properties" | "patternProperties" | "definitions") =>
    Object.entries(schema[group] ?? {}).flatMap(([key, inner]) => {
      const [first, ...others] = within(inner, `${pointer}/${group}/${escaped(key)}`);
      return [group === "properties" ? { ...first!, key, owner: schema } : first!, ...others];
    });
  const listed = (group: "oneOf" | "anyOf" | "allOf") =>
    (schema[group] ?? []).flatMap((inner, at) => within(inner, `${pointer}/${group}/${at}`));
  const single = (group: "items" | "additionalProperties") =>
    typeof schema[group] === "object" ? within(schema[group] as Schema, `${pointer}/${group}`) : [];
  return [
    { pointer, schema },
    ...named("properties"),
    ...named("patternProperties"),
    ...named("definitions"),
    ...listed("oneOf"),
    ...listed("anyOf"),
    ...listed("allOf"),
    ...single("items"),
    ...single("additionalProperties"),
  ];
}

/** What is told by its type alone, or in a section of its own. */
function isShownElsewhere(schema: Schema): boolean {
  const { type, items } = schema;
  const inner = Array.isArray(items) ? items[0] : items;
  if (schema.enum || "const" in schema || type === "boolean" || schema.$ref || schema.allOf) return true;
  return Boolean(schema.properties) || (inner !== undefined && Boolean(inner.$ref ?? inner.properties));
}

describe.each(Object.entries(schemas))("%s", (_, root) => {
  const all = within(root);
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  ajv.addSchema(root, "root");

  test("every key and every definition is explained", () => {
    const keys = all.filter(({ key }) => key !== undefined);
    expect(keys.length).toBeGreaterThan(20);
    const silent = keys.filter(({ schema }) => !schema.description?.trim()).map(({ pointer }) => pointer);
    const named = Object.entries(root.definitions ?? {}).filter(([, { description }]) => !description?.trim());
    expect([...silent, ...named.map(([name]) => name)]).toEqual([]);
  });

  test("every key is shown in an example", () => {
    const dark = all.filter(({ key, owner, schema }) => {
      if (key === undefined || schema.examples || isShownElsewhere(schema)) return false;
      return !owner!.examples?.some(one => typeof one === "object" && one !== null && key in one);
    });
    expect(dark.map(({ pointer }) => pointer)).toEqual([]);
  });

  test("every example is one that is accepted", () => {
    const examples = all.flatMap(({ pointer, schema }) =>
      (schema.examples ?? []).map(example => ({ pointer, example })),
    );
    expect(examples.length).toBeGreaterThan(20);
    const refused = examples.filter(({ pointer, example }) => !ajv.validate({ $ref: `root#${pointer}` }, example));
    expect(refused).toEqual([]);
  });

  test("the test of examples can fail", () => {
    expect(ajv.validate({ $ref: "root#/properties/version" }, "1.0")).toBe(false);
  });
});

test.each(["condition", "member"])("every key of a %s stands in an example of one", name => {
  const { properties = {}, examples = [] } = schemas.questionnaire!.definitions![name]!;
  const used = new Set(examples.flatMap(one => (typeof one === "object" && one !== null ? Object.keys(one) : [])));
  expect(Object.keys(properties).filter(key => !used.has(key))).toEqual([]);
});

test("the smallest questionnaire shown passes its check", () => {
  for (const example of schemas.questionnaire!.examples!) expect(questionnaireProblems(stringify(example))).toEqual([]);
  expect(schemas.questionnaire!.examples).toHaveLength(1);
});
