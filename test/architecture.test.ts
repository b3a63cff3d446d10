// The shape of the code, held by rules. Each rule is a function from files to complaints; it finds nothing in the project,
// and something as soon as files made up to break it join.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { commands } from "../src/cli/commands.ts";
import { languages } from "../src/locales/index.ts";
import { formats } from "../src/render/index.ts";

/** Texts by path. */
type Files = Record<string, string>;
type Rule = (files: Files) => string[];

interface Import {
  from: string;
  /** A file of the project, or the name of a package. */
  to: string;
  typeOnly: boolean;
  /** Loaded when that line runs. */
  late: boolean;
}

const pattern = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[^"'();]*?\bfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

function importsOf(files: Files): Import[] {
  return Object.entries(files).flatMap(([from, text]) =>
    [...text.matchAll(pattern)].map(([, type, named, dynamic]) => {
      const name = (named ?? dynamic)!;
      const path = name.startsWith(".") ? posix.join(dirname(from), name) : name;
      return { from, to: path, typeOnly: type !== undefined, late: dynamic !== undefined };
    }),
  );
}

const isOurs = (path: string) => /^(src|bin)\//.test(path);
const within = (places: string[], path: string) => places.some(place => path === place || path.startsWith(place));
const complain = ({ from, to }: Import, why: string) => `${from} imports ${to}: ${why}`;

/** From the top; each may import what is beside or below it. */
const layers = [
  ["src/build/"],
  ["bin/"],
  ["src/cli/"],
  ["src/terminal/"],
  ["src/render/"],
  ["src/interview/"],
  ["src/reach/"],
  ["src/evaluate/"],
  ["src/questionnaire/", "src/assessment/"],
  [
    "document",
    "files",
    "found",
    "nearest",
    "package",
    "rest",
    "turn",
    "validate",
    "validators.d",
    "whole",
    "zeros",
  ].map(name => `src/${name}.ts`),
  ["src/model/", "src/problem.ts"],
  ["src/calculate/"],
];
const layerOf = (path: string) => layers.findIndex(places => within(places, path));
const isWords = (path: string) => path.startsWith("src/locales/");

const pointDown: Rule = files =>
  importsOf(files)
    .filter(({ from, to }) => isOurs(to) && !isWords(from) && !isWords(to) && layerOf(to) < layerOf(from))
    .map(one => complain(one, "it lies above"));

const everyFileHasALayer: Rule = files =>
  Object.keys(files).flatMap(file => (layerOf(file) < 0 && !isWords(file) ? `${file} belongs to no layer` : []));

const wordsAtTheTop: Rule = files =>
  importsOf(files)
    .filter(
      ({ from, to }) => isWords(to) && !within(["src/cli/", "src/terminal/", "src/render/", "src/locales/"], from),
    )
    .map(one => complain(one, "words are for commands, terminal and renderers"));

/** What is called alike is alike: no name for two kinds of things. */
const noTypeTwice: Rule = files => {
  const places = new Map<string, string[]>();
  for (const [file, text] of Object.entries(files)) {
    for (const [, name = ""] of text.matchAll(/^(?:export )?(?:interface|type) (\w+)(?=[ <])(?! \}| from)/gm))
      places.set(name, [...(places.get(name) ?? []), file]);
  }
  return [...places].flatMap(([name, where]) =>
    where.length > 1 ? [`${name} is defined in ${where.join(" and ")}`] : [],
  );
};

const longestFunction = 60;

const noLongFunction: Rule = files =>
  Object.entries(files).flatMap(([file, text]) => {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
    const lineOf = (at: number) => source.getLineAndCharacterOfPosition(at).line;
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const length = lineOf(node.end) - lineOf(node.getStart(source)) + 1;
      if (ts.isFunctionLike(node) && length > longestFunction)
        found.push(`${file}:${lineOf(node.getStart(source)) + 1} has a function of ${length} lines`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });

/** Which language is spoken is decided where it is asked for: words come through the registry. */
const noLanguageByName: Rule = files =>
  importsOf(files)
    .filter(({ from, to }) => isWords(to) && to !== "src/locales/index.ts" && !isWords(from))
    .map(one => complain(one, "words come through src/locales/index.ts"));

/** Folders that may import nothing but this: no other folder, no package, no module of Node. */
const closed: Record<string, string[]> = {
  "src/evaluate/": ["src/evaluate/", "src/calculate/", "src/model/", "src/questionnaire/outline.ts"],
  "src/calculate/": ["src/calculate/"],
  "src/reach/": ["src/reach/", "src/evaluate/", "src/calculate/", "src/model/", "src/questionnaire/outline.ts"],
  "src/locales/": ["src/locales/", "src/model/", "src/problem.ts", "src/interview/state.ts"],
  "src/model/": ["src/model/"],
};

const closedFolders: Rule = files =>
  Object.entries(closed).flatMap(([folder, allowed]) =>
    importsOf(files)
      .filter(({ from, to }) => from.startsWith(folder) && !within(allowed, to))
      .map(one => complain(one, `${folder} imports only ${allowed.join(", ")}`)),
  );

/** Who may import what does not belong to the project; types of ajv are harmless and are told apart. */
const packages: [RegExp, string[]][] = [
  [/^(chalk|inquirer)$/, ["src/terminal/"]],
  [/^commander$/, ["src/cli/"]],
  [
    /^yaml$/,
    [
      "src/document.ts",
      ...["aliases", "braces", "edit", "places", "splice", "unfold"].map(name => `src/assessment/${name}.ts`),
    ],
  ],
  [/^string-width$/, ["src/render/fold.ts"]],
  [/^(ajv|esbuild)(\/|$)/, ["src/build/"]],
  [/^#validators\//, ["src/questionnaire/load.ts", "src/assessment/load.ts"]],
  [
    /^(node:)?fs(\/promises)?$/,
    [
      "bin/",
      "src/build/",
      "src/files.ts",
      "src/assessment/store.ts",
      "src/turn.ts",
      "src/whole.ts",
      "src/questionnaire/catalog.ts",
      "src/terminal/gone.ts",
      ...["new", "output", "report-problems", "run-assess", "saver", "schema"].map(name => `src/cli/${name}.ts`),
    ],
  ],
  [/^node:/, ["bin/", "src/"]],
];

const packagesInTheirPlace: Rule = files =>
  importsOf(files)
    .filter(({ to, typeOnly }) => !isOurs(to) && !(typeOnly && to === "ajv"))
    .filter(({ from, to }) => !within(packages.find(([name]) => name.test(to))?.[1] ?? [], from))
    .map(one => complain(one, "not its place"));

/** What is needed at run time goes round no circle; types are gone by then. */
const noCycles: Rule = files => {
  const targets = new Map<string, string[]>();
  for (const { from, to, typeOnly } of importsOf(files)) {
    if (!typeOnly) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(" > ")];
    if (done.has(file)) return [];
    const found = (targets.get(file) ?? []).flatMap(to => visit(to, [...path, file]));
    done.add(file);
    return found;
  };
  return [...targets.keys()].flatMap(file => visit(file, []));
};

/** Pages that one option of one command prints: no other run may spend time on them. */
const late = [
  "src/render/handout.ts",
  "src/render/reference/index.ts",
  "src/locales/en/handout.ts",
  "src/locales/en/reference.ts",
];

const loadedLate: Rule = files =>
  importsOf(files)
    .filter(({ to, typeOnly, late: isLate }) => late.includes(to) && !typeOnly && !isLate)
    .filter(({ from }) => !late.includes(from) && !from.startsWith("src/render/reference/"))
    .map(one => complain(one, "it has to be loaded where it is used"));

const without =
  (pattern: RegExp): Rule =>
  files =>
    Object.keys(files).filter(file => pattern.test(files[file]!));

const opensWithAComment: Rule = files =>
  Object.keys(files).filter(file => !/^(#!.*\n)?(\/\/ |\/\*)/.test(files[file]!));

const mostLines = 300;
const long: Record<string, string> = { "src/locales/en/problems.ts": "one table: a problem, its words" };
const linesOf = (text: string) => text.trimEnd().split("\n").length;

const short: Rule = files => Object.keys(files).filter(file => file in long !== linesOf(files[file]!) > mostLines);

/** The names of a registry are those of the files that hold its parts, which a pattern tells from the others. */
const registry =
  (folder: string, part: RegExp, names: string[]): Rule =>
  files => {
    const parts = Object.keys(files).filter(file => dirname(file) === folder && part.test(files[file]!));
    const found = parts.map(file => basename(file, ".ts"));
    return [...found.filter(name => !names.includes(name)), ...names.filter(name => !found.includes(name))];
  };

const lines = (count: number) => "// A file.\n".repeat(count);

const rules: Record<string, { rule: Rule; broken: Files }> = {
  "imports point down": { rule: pointDown, broken: { "src/render/x.ts": 'import { y } from "../cli/y.ts";' } },
  "imports point down, when loaded late": {
    rule: pointDown,
    broken: { "src/evaluate/x.ts": 'const y = await import("../render/y.ts");' },
  },
  "every file has a layer": { rule: everyFileHasALayer, broken: { "src/utils/x.ts": "" } },
  "words are for the top": {
    rule: wordsAtTheTop,
    broken: { "src/questionnaire/x.ts": 'import { words } from "../locales/en/words.ts";' },
  },
  "no type name twice": {
    rule: noTypeTwice,
    broken: { "src/a.ts": "export interface Thing {}", "src/b.ts": "type Thing = string;" },
  },
  "no long function": {
    rule: noLongFunction,
    broken: { "src/x.ts": `function x() {\n${lines(longestFunction)}\n}` },
  },
  "no language by name": {
    rule: noLanguageByName,
    broken: { "src/render/x.ts": 'import type { Words } from "../locales/en/words.ts";' },
  },
  "the engine knows no disk": {
    rule: closedFolders,
    broken: { "src/evaluate/x.ts": 'import type { Stats } from "node:fs";' },
  },
  "the engine knows only the outline of questionnaires": {
    rule: closedFolders,
    broken: { "src/evaluate/x.ts": 'import {\n  type Load,\n  load,\n} from "../questionnaire/load.ts";' },
  },
  "words know only types": {
    rule: closedFolders,
    broken: { "src/locales/en/x.ts": 'import { y } from "../../files.ts";' },
  },
  "packages keep to their place": {
    rule: packagesInTheirPlace,
    broken: { "src/cli/x.ts": 'import chalk from "chalk";' },
  },
  "a new package has to be given a place": {
    rule: packagesInTheirPlace,
    broken: { "src/cli/x.ts": 'import lodash from "lodash";' },
  },
  "the disk is for named files": {
    rule: packagesInTheirPlace,
    broken: { "src/render/x.ts": 'export { readFileSync } from "node:fs";' },
  },
  "no circles": {
    rule: noCycles,
    broken: { "src/a.ts": 'import { b } from "./b.ts";', "src/b.ts": 'import { a } from "./a.ts";' },
  },
  "no default exports": {
    rule: without(/\bexport default\b|\bas default\b/),
    broken: { "src/x.ts": "export default 1;" },
  },
  "nothing ends the process": { rule: without(/process\.exit\(/), broken: { "src/x.ts": "process.exit(1);" } },
  "every file opens with a comment": { rule: opensWithAComment, broken: { "src/x.ts": "export const x = 1;" } },
  "no file is long": { rule: short, broken: { "src/x.ts": lines(mostLines + 1) } },
  "no file is excused that is short": { rule: short, broken: { [Object.keys(long)[0]!]: lines(mostLines) } },
  "what few runs need is loaded late": {
    rule: loadedLate,
    broken: { "src/cli/x.ts": 'import { handout } from "../render/handout.ts";' },
  },
  "a command is a file and a line": {
    rule: registry("src/cli", /\bnew Command\("(?!cxm")/, Object.keys(commands)),
    broken: { "src/cli/dance.ts": 'new Command("dance")' },
  },
  "a format is a file and a line": {
    rule: registry("src/render", /^export (function|const) render[A-Z]/m, Object.keys(formats)),
    broken: { "src/render/xml.ts": "export function renderXml() {}" },
  },
};

const root = new URL("../", import.meta.url);
const paths = ["src", "bin"].flatMap(folder =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map(path => `${folder}/${path}`),
);
const project: Files = Object.fromEntries(
  paths
    .map(path => path.replaceAll("\\", "/"))
    .filter(path => /\.(ts|js)$/.test(path))
    .sort()
    .map(path => [path, readFileSync(fileURLToPath(new URL(path, root)), "utf8")]),
);

describe.each(Object.entries(rules))("%s", (_, { rule, broken }) => {
  test("in the project", () => expect(rule(project)).toEqual([]));
  test("and the rule can fail", () => expect(rule({ ...project, ...broken })).not.toEqual([]));
});

test("a language is a folder and a line", () => {
  const folders = readdirSync(new URL("src/locales", root), { withFileTypes: true }).filter(one => one.isDirectory());
  expect(Object.keys(languages).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test("types go round in circles freely, and comments import nothing", () => {
  expect(
    noCycles({ "src/a.ts": 'import type { B } from "./b.ts";', "src/b.ts": 'import { a } from "./a.ts";' }),
  ).toEqual([]);
  expect(importsOf({ "src/a.ts": '// import { b } from "./b.ts";' })).toEqual([]);
});

test("the project's imports are seen", () => {
  expect(importsOf(project).length).toBeGreaterThan(200);
  expect(importsOf(project)).toContainEqual({ from: "bin/cxm.js", to: "bin/load.js", typeOnly: false, late: true });
  expect(importsOf(project)).toContainEqual({ from: "src/document.ts", to: "yaml", typeOnly: false, late: false });
});
