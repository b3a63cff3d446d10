// The pages on the file formats: the ones kept beside the questionnaires are what the schemas say today, every key of a schema is on
// its page, and whatever a schema may hold is read out in words.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { reference as words } from "../../src/locales/en/reference.ts";
import { reference } from "../../src/render/reference/index.ts";
import { keysOf, type Schema } from "../../src/render/reference/schema.ts";
import { sectionsOf } from "../../src/render/reference/sections.ts";
import { block, flow, inLine } from "../../src/render/reference/yaml.ts";
import { all, type Node, readPage, textOf } from "../support/page.ts";

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const schemaOf = (file: string): Schema => JSON.parse(readFileSync(path(`src/${file}.schema.json`), "utf8"));

const pages: Record<string, Schema> = {
  questionnaire: schemaOf("questionnaire/questionnaire"),
  assessment: schemaOf("assessment/assessment"),
  evaluation: schemaOf("evaluate/evaluation"),
};

test.each([
  ["questionnaire", "FORMAT.md"],
  ["assessment", "ASSESSMENT.md"],
])("the page on the %s is kept beside the questionnaires", async (name, file) => {
  await expect(reference(pages[name]!, words)).toMatchFileSnapshot(path(`questionnaires/${file}`));
});

const nodesOf = (markdown: string, type: string): Node[] => readPage(markdown).blocks.flatMap(one => all(one, type));

/** Below each heading: the keys that are named there, as the first word of an entry or among those told elsewhere. */
function keysBelow(markdown: string): { title: string; keys: string[] }[] {
  const { blocks, headings } = readPage(markdown);
  return headings.map(({ text, node }, at) => {
    const next = headings[at + 1];
    const part = blocks.slice(blocks.indexOf(node) + 1, next ? blocks.indexOf(next.node) : undefined);
    const items = part.filter(({ type }) => type === "list").flatMap(list => list.children!);
    const keys = items.flatMap(item => {
      const codes = all(item, "inlineCode").map(({ value }) => value!);
      return textOf(item).startsWith("Also ") ? codes : codes.slice(0, 1);
    });
    return { title: text, keys };
  });
}

describe.each(Object.entries(pages))("%s", (_, schema) => {
  const page = reference(schema, words);

  test("every object has a section with all its keys, in order", () => {
    const [, top, ...sections] = keysBelow(page);
    expect(top!.keys).toEqual(Object.keys(schema.properties!));
    for (const [at, { schema: object, name }] of sectionsOf(schema).entries()) {
      const due = keysOf(object).map(([key]) => key);
      expect(
        due.filter(key => !sections[at]!.keys.includes(key)),
        `${name}: ${sections[at]!.title}`,
      ).toEqual([]);
    }
  });

  test("every link leads to a section, and lists stand apart", () => {
    const { headings, blocks } = readPage(page);
    const slugs = new Set(headings.map(({ slug }) => slug));
    expect(slugs.size).toBe(headings.length);
    const links = nodesOf(page, "link").filter(({ url }) => url!.startsWith("#"));
    expect(links.length).toBeGreaterThan(3);
    expect(links.map(({ url }) => url!.slice(1)).filter(slug => !slugs.has(slug))).toEqual([]);
    // Two lists that met would be one with blank lines in it.
    const loose = blocks.filter(node => node.type === "list" && (node as { spread?: boolean }).spread);
    expect(loose.map(textOf)).toEqual([]);
  });

  test("says nothing that only a program would", () => {
    expect(page).not.toMatch(/\bundefined\b|\[object |\bNaN\b|[^ ] +$|\n{3}/m);
    expect(nodesOf(page, "html")).toEqual([]);
    const long = page.split("\n").filter(line => line.length > 110);
    expect(long.filter(line => !/\S{60}/.test(line) && !/^ *[\w-]+: /.test(line))).toEqual([]);
  });
});

/** What a key is told to take, for a schema of one key. */
function taken(key: Schema, definitions: Record<string, Schema> = {}): string {
  const page = reference({ title: "T", properties: { k: { description: "D.", ...key } }, definitions }, words);
  const line = nodesOf(page, "listItem").map(textOf)[0]!;
  return line.replace(/^k: /, "").replace(/\. D\..*$/, "");
}

describe("what a key takes, in words", () => {
  const role: Schema = { type: "object", properties: { id: { type: "string" } } };
  test.each<[string, Schema]>([
    ["text", { type: "string" }],
    ["text of at most 3 characters", { type: "string", maxLength: 3 }],
    ["text that matches ^a+$", { type: "string", pattern: "^a+$" }],
    ["the word all", { type: "string", pattern: "^all$" }],
    ["id", { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9-]*$" }],
    ["number from 1 to 5", { type: "number", minimum: 1, maximum: 5 }],
    ["whole number from 0 up", { type: "integer", minimum: 0 }],
    ["number above 0 below 1", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }],
    ["true or false", { type: "boolean" }],
    ["x", { const: "x" }],
    ['"1", 2 or null', { enum: ["1", 2, null] }],
    ["number or text", { type: ["number", "string"] }],
    ["list of numbers", { type: "array", items: { type: "number" } }],
    ["list of 2 numbers", { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 }],
    ["list of one or more texts, each once", { items: { type: "string" }, minItems: 1, uniqueItems: true }],
    ["list of at most 3 roles", { items: { $ref: "#/definitions/role" }, maxItems: 3 }],
    ["role", { $ref: "#/definitions/role" }],
    ["role", { allOf: [{ $ref: "#/definitions/role" }] }],
    ["role or number", { oneOf: [{ $ref: "#/definitions/role" }, { type: "number" }] }],
    ["text or null", { anyOf: [{ type: "string" }, { type: "null" }] }],
    ["object", { type: "object", properties: { a: {} } }],
    ["any names, each with role", { type: "object", additionalProperties: { $ref: "#/definitions/role" } }],
    ["any names, each with number", { patternProperties: { "^x": { type: "number" } } }],
    ["anything", {}],
  ])("%s", (phrase, schema) => expect(taken(schema, { role })).toBe(phrase));
});

describe("a schema made up of what ours do not hold", () => {
  const page = reference(
    {
      title: "A & B",
      description: "One `{of: these}` and *not* <b>that</b>.",
      $comment: "First.\n\n- a\n- b\n\n```text\nx  y\n```",
      properties: {
        shape: { description: "D.", $ref: "#/$defs/shape" },
        tree: { description: "D.", $ref: "#/$defs/tree" },
      },
      required: ["tree"],
      $defs: {
        shape: {
          description: "A shape.",
          oneOf: [
            { properties: { radius: { type: "number", description: "R." } }, required: ["radius"] },
            { properties: { side: { type: "number", description: "S." } }, required: ["side"] },
          ],
        },
        tree: {
          title: "Big tree",
          description: "A tree.",
          type: "object",
          properties: {
            leaf: { type: "string", description: "L." },
            twig: { type: "string", description: "W." },
            below: { description: "B.", type: "array", items: { $ref: "#/$defs/tree" } },
            note: { description: "N.", type: "object", properties: { text: { type: "string", description: "T." } } },
          },
          patternProperties: { "^x-": { type: "number", description: "Own." } },
          additionalProperties: { type: "boolean", description: "Else." },
          anyOf: [{ required: ["leaf"] }, { required: ["twig", "below"] }],
          examples: [{ leaf: "a", below: [] }, { twig: "b: c" }],
        },
      },
    },
    words,
  );

  test("reads so", () => {
    const shown = page.replace(/^Each key[\s\S]*?\n\n/m, "");
    expect(shown).toBe(`# A &amp; B

One \`{of: these}\` and \\*not\\* &lt;b&gt;that&lt;/b&gt;.

First.

- a
- b

\`\`\`text
x  y
\`\`\`

## The file from top to bottom

Small languages of their own come last: [big tree](#big-tree).

- \`shape\`: [shape](#shape). D.
- \`tree\`: [big tree](#big-tree), **required**. D.

## Shape

A shape. Stands under \`shape\`.

Either, way 1 of 2:

- \`radius\`: number, **required**. R.

Either, way 2 of 2:

- \`side\`: number, **required**. S.

### Note

N. Stands under \`note\` of [big tree](#big-tree).

- \`text\`: text. T.

## Big tree

A tree. Stands under \`tree\`.

- \`leaf\`: text. L.
- \`twig\`: text. W.
- \`below\`: list of [big trees](#big-tree). B.
- \`note\`: [object](#note). N.
- names that match \`^x-\`: number. Own.
- any name: \`true\` or \`false\`. Else.

At least one of these belongs to it: \`leaf\` or \`twig\` and \`below\`.

For example:

\`\`\`yaml
{leaf: a, below: []}
{twig: "b: c"}
\`\`\`
`);
  });
});

describe("examples are YAML that reads as what they show", () => {
  const seed = 20261122;
  const awkward = [
    "no",
    "1.0",
    "a: b",
    "a #b",
    "- a",
    "[",
    "{x}",
    "x ",
    "",
    "é, è",
    "it's",
    "a:",
    "a\nb",
    [],
    {},
    [[]],
  ];
  const values = fc.oneof(fc.constantFrom<unknown>(...awkward), fc.jsonValue({ maxDepth: 4 }));
  const ways: Record<string, (value: unknown) => string> = {
    "within another": flow,
    "on one line": inLine,
    "on several": value => block(value).join("\n"),
  };
  test.each(Object.entries(ways))("%s", (_, print) => {
    const holds = (value: unknown) => {
      const long = { a: [{ b: value, c: "x".repeat(100) }, value], d: value };
      // As JSON: -0 is no other number than 0, and a prototype is none of the data.
      for (const one of [value, long]) expect(JSON.stringify(parse(print(one)))).toBe(JSON.stringify(one));
    };
    for (const value of awkward) holds(value);
    fc.assert(
      fc.property(
        values.filter(one => !JSON.stringify(one).includes("__proto__")),
        value => holds(value),
      ),
      { seed },
    );
  });
});
