// A kind of condition leaf cannot be forgotten anywhere: what dispatches over them is a map, and the compiler names each one that lacks
// an entry. Tried on the sources as they would be without that entry, or with one more leaf.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { root } from "../support/cli.ts";

const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: () => {},
} as ts.ParseConfigFileHost)!;
const inSources = config.fileNames.filter(name => relative(root, name).startsWith("src/"));
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");

let before: ts.Program | undefined;

/** The files that do not compile when one of them reads otherwise. */
function faulty(path: string, text: string): string[] {
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...more) =>
    relative(root, name) === path
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true)
      : (before?.getSourceFile(name) ?? getSourceFile.call(host, name, ...more));
  const program = ts.createProgram(inSources, config.options, host);
  before ??= program;
  const files = program
    .getSourceFiles()
    .filter(file => inSources.includes(file.fileName) && program.getSemanticDiagnostics(file).length > 0);
  return files.map(file => relative(root, file.fileName)).sort();
}

/** Maps with an entry for each kind of leaf, or for each thing that one is about. */
const isMapOfLeaves = /\bByLeaf<|\bRecord<LeafHead|\bin LeafKind\b/;

function mapsIn(path: string): { source: ts.SourceFile; map: ts.SatisfiesExpression }[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.ESNext, true);
  const found: ts.SatisfiesExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isSatisfiesExpression(node) && isMapOfLeaves.test(node.type.getText(source))) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map(map => ({ source, map }));
}

/** The text without the first entry of this name. */
function without(source: ts.SourceFile, map: ts.Node, key: string): string {
  let cut: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (
      !cut &&
      (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
      node.name.getText() === key
    )
      cut = node;
    if (!cut) ts.forEachChild(node, visit);
  };
  visit(map);
  if (!cut) throw new Error(`no ${key} in ${source.fileName}`);
  const text = source.getFullText();
  return text.slice(0, cut.getStart(source)) + text.slice(cut.end).replace(/^\s*,/, "");
}

const maps = inSources
  .map(name => relative(root, name))
  .flatMap(path => mapsIn(path).map(found => ({ path, ...found })));

test("the sources as they are compile, and dispatch by maps", () => {
  expect(faulty("none", "")).toEqual([]);
  expect(maps.map(({ path }) => path)).toEqual([
    "src/evaluate/clause.ts",
    "src/evaluate/grounds.ts",
    "src/evaluate/trace/test.ts",
    "src/model/condition.ts",
    "src/reach/reading.ts",
    "src/reach/wishes.ts",
    "src/render/reason.ts",
  ]);
}, 120_000);

test.each(maps)(
  "without an entry $path does not compile",
  ({ path, source, map }) => {
    expect(faulty(path, without(source, map, "signal"))).toContain(path);
  },
  120_000,
);

test("one more leaf: the compiler names every file that has to say something about it", () => {
  const path = "src/model/condition.ts";
  const leaf = "  probe: { probe: string };\n";
  const row = '  probe: { head: "probe", keys: { probe: {} } },\n';
  const text = read(path)
    .replace("export interface Leaves {\n", `export interface Leaves {\n${leaf}`)
    .replace("export const leaves = {\n", `export const leaves = {\n${row}`);
  expect(faulty(path, text)).toEqual(maps.flatMap(one => (one.path === path ? [] : one.path)));
}, 120_000);
