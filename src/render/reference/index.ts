// A file format as a page to read, generated from its JSON Schema. In: the schema and the words. Out: markdown, a section for each
// object, in the order of the file. Rule kept: what is said about a key stands in the schema; here is only how it is laid out.
import type { ReferenceWords } from "../../locales/index.ts";
import { cleanMarkdown as md } from "../clean.ts";
import { bullets, heading, paragraph } from "../page.ts";
import { createNames, type Names } from "./names.ts";
import { code, explained, fenced, prose } from "./prose.ts";
import { branches, type Schema } from "./schema.ts";
import { commonKeys, isCommon, type ReferenceSection, sectionsOf } from "./sections.ts";
import { typeOf } from "./types.ts";
import { block, flow, inLine } from "./yaml.ts";

export function reference(root: Schema, words: ReferenceWords): string {
  const sections = sectionsOf(root);
  const names = createNames(root, sections, words);
  const common = commonKeys(sections.map(({ schema }) => schema));
  const languages = sections.filter(({ isLanguage }) => isLanguage).map(({ schema }) => names.refer(schema));
  return `${[
    heading(1, md(root.title ?? "")),
    ...(root.description ? [paragraph(prose(root.description))] : []),
    ...explained(root.$comment ?? ""),
    heading(2, words.top),
    paragraph(words.legend),
    ...(languages.length > 0 ? [paragraph(words.languages(languages))] : []),
    ...keys(root, names, []),
    ...shown(root, words),
    ...sections.flatMap(section => write(section, names, common)),
    ...(common.length > 0
      ? [heading(2, words.common), bullets(common.map(([key, schema]) => entry(code(key), schema, false, names)))]
      : []),
  ].join("\n\n")}\n`;
}

function write(section: ReferenceSection, names: Names, common: [string, Schema][]): string[] {
  const { words, link } = names;
  const { schema, depth } = section;
  const within: Names = { ...names, link: (one, several) => (one === schema ? words.keysBelow : link(one, several)) };
  const form = typeOf(schema, within);
  const hasWays = branches(schema).some(({ properties }) => properties);
  return [
    heading(depth, md(names.title(schema))),
    paragraph([prose(schema.description ?? ""), places(section, names)].join(" ")),
    ...(form === words.keysBelow || hasWays ? [] : [paragraph(words.form(form))]),
    ...withKeys(explained(schema.$comment ?? ""), keys(schema, names, common), words),
    ...shown(schema, words),
  ];
}

/** Two lists one after the other would read as one. */
const withKeys = (before: string[], keys: string[], words: ReferenceWords): string[] =>
  before.at(-1)?.startsWith("- ") && keys.length > 0
    ? [...before, paragraph(words.itsKeys), ...keys]
    : [...before, ...keys];

/** Where a section's object stands: the keys of each owner, and owners with the same keys together. */
function places({ places }: ReferenceSection, { words, refer }: Names): string {
  const keysOf = grouped(places.map(({ key, owner }) => [owner, key === null ? words.anyName : code(key)]));
  const ownersOf = grouped([...keysOf].map(([owner, keys]) => [keys.join(), { owner, keys }]));
  return words.places(
    [...ownersOf.values()].map(same =>
      words.place(
        same[0]!.keys,
        same.flatMap(({ owner }) => (owner === null ? [] : [refer(owner)])),
      ),
    ),
  );
}

function grouped<Key, Value>(pairs: [Key, Value][]): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

function keys(schema: Schema, names: Names, common: [string, Schema][]): string[] {
  const { words } = names;
  const { properties = {}, patternProperties = {}, required = [], additionalProperties } = schema;
  const all = Object.entries(properties);
  const own = all.filter(one => !isCommon(common, one));
  const elsewhere = all
    .filter(one => isCommon(common, one))
    .map(([key]) => (required.includes(key) ? words.must(code(key)) : code(key)));
  const any = typeof additionalProperties === "object" && own.length > 0 ? [additionalProperties] : [];
  const lines = [
    ...own.map(([key, value]) => entry(code(key), value, required.includes(key), names)),
    ...Object.entries(patternProperties).map(([like, value]) => entry(words.nameLike(code(like)), value, false, names)),
    ...any.map(value => entry(words.anyName, value, false, names)),
    ...(elsewhere.length > 0 ? [words.also(elsewhere, names.common)] : []),
  ];
  return [...(lines.length > 0 ? [bullets(lines)] : []), ...alternatives(schema, names, common)];
}

/** What belongs together in one object: each way with its keys, or only the names of the keys of which one has to stand. */
function alternatives(schema: Schema, names: Names, common: [string, Schema][]): string[] {
  const { words } = names;
  const inPlace = branches(schema).filter(({ properties }) => properties);
  const ways = inPlace.flatMap((way, at) => [
    paragraph(words.alternative(at + 1, inPlace.length)),
    ...keys(way, names, common),
  ]);
  const choice = (list: Schema[] = []) =>
    list
      .filter(({ required, properties }) => required && !properties)
      .map(({ required }) => words.all(required!.map(code)));
  const [one, some] = [choice(schema.oneOf), choice(schema.anyOf)];
  return [
    ...ways,
    ...(one.length > 0 ? [paragraph(words.exactlyOne(one))] : []),
    ...(some.length > 0 ? [paragraph(words.atLeastOne(some))] : []),
  ];
}

function entry(name: string, schema: Schema, required: boolean, names: Names): string {
  const { words } = names;
  // An object shows its examples in its own section.
  const examples = names.link(schema) === null ? (schema.examples ?? []).map(example => code(inLine(example))) : [];
  return [
    words.key(name, typeOf(schema, names), required),
    prose(schema.description ?? ""),
    examples.length > 0 ? words.examples(examples) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const lineWidth = 100;

/** Examples of a whole object: on a line each where they fit, else each in a block of its own. */
function shown({ examples = [] }: Schema, words: ReferenceWords): string[] {
  if (examples.length === 0) return [];
  const lines = examples.map(flow);
  const isShort = examples.length > 1 && lines.every(line => line.length <= lineWidth);
  const texts = isShort ? [lines.join("\n")] : examples.map(example => block(example).join("\n"));
  return [paragraph(words.forExample), ...texts.map(text => fenced("yaml", text))];
}
