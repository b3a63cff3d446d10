// What a key takes, in a phrase of markdown: "list of [roles](#role), not empty", "number from 1 to 5". In: the part of a schema that
// says so, and how a section is linked. Out: the phrase.
import type { ReferenceWords } from "../../locales/index.ts";
import type { Names } from "./names.ts";
import { code } from "./prose.ts";
import { branches, resolve, type Schema } from "./schema.ts";
import { flow } from "./yaml.ts";

export function typeOf(schema: Schema, names: Names, several = false): string {
  const { words, root, link } = names;
  if (schema.$ref !== undefined) {
    const { schema: target } = resolve(root, schema.$ref);
    return link(target, several) ?? typeOf(target, names, several);
  }
  if ("const" in schema) return code(flow(schema.const));
  if (schema.enum) return words.or(schema.enum.map(value => code(flow(value))));
  const inner = (one: Schema) => typeOf(one, names, several);
  if (schema.type === undefined && !schema.properties) {
    if (schema.oneOf || schema.anyOf) return words.or((schema.oneOf ?? schema.anyOf)!.map(inner));
    if (schema.allOf) return words.all(schema.allOf.map(inner));
  }
  return words.or(typesOf(schema).map(type => one(type, schema, names, several)));
}

function typesOf(schema: Schema): string[] {
  if (schema.type !== undefined) return [schema.type].flat();
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return ["object"];
  if (schema.items) return ["array"];
  return ["anything"];
}

function one(type: string, schema: Schema, names: Names, several: boolean): string {
  const { words } = names;
  switch (type) {
    case "string":
      return text(schema, words, several);
    case "number":
    case "integer":
      return `${words.kind[type](several)}${bounds(schema, words)}`;
    case "array":
      return list(schema, names);
    case "object":
      return object(schema, names, several);
    case "boolean":
    case "null":
      return words.kind[type](several);
    default:
      return words.kind.anything(several);
  }
}

function text(
  { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema,
  words: ReferenceWords,
  several: boolean,
) {
  const length = words.length(minLength, maxLength);
  if (pattern === undefined) return `${words.kind.text(several)}${length}`;
  const word = /^\^(\w+)\$$/.exec(pattern)?.[1];
  if (word !== undefined) return words.word(code(word));
  return `${words.pattern[pattern]?.(several) ?? words.textLike(code(pattern))}${length}`;
}

function bounds(schema: Schema, words: ReferenceWords): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const between = minimum !== undefined && maximum !== undefined;
  return [
    between ? words.from(String(minimum), String(maximum)) : "",
    !between && minimum !== undefined ? words.atLeast(String(minimum)) : "",
    !between && maximum !== undefined ? words.atMost(String(maximum)) : "",
    exclusiveMinimum === undefined ? "" : words.above(String(exclusiveMinimum)),
    exclusiveMaximum === undefined ? "" : words.below(String(exclusiveMaximum)),
    multipleOf === undefined ? "" : words.multipleOf(String(multipleOf)),
  ].join("");
}

function list({ items, minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems }: Schema, names: Names): string {
  const { words } = names;
  const kinds = [items ?? {}].flat().map(item => typeOf(item, names, true));
  return `${words.list(words.or([...new Set(kinds)]), minItems, maxItems)}${uniqueItems ? words.different : ""}`;
}

function object(schema: Schema, names: Names, several: boolean): string {
  const { words, link } = names;
  const { properties, additionalProperties, patternProperties = {} } = schema;
  if (properties || branches(schema).length > 0) return link(schema, several) ?? words.kind.object(several);
  const values = [
    ...Object.values(patternProperties),
    ...[additionalProperties].filter(part => typeof part === "object"),
  ];
  return values.length > 0
    ? words.map(words.or(values.map(value => typeOf(value, names))))
    : words.kind.object(several);
}
