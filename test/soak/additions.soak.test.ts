// What the README says it takes to add something is all it takes: tried on a copy of the sources, built and run.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../support/cli.ts";

const copy = mkdtempSync(join(tmpdir(), "cxm-additions-"));
const parts = [
  "bin",
  "src",
  "questionnaires",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "README.md",
  "LICENSE",
];

beforeAll(() => {
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true, force: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true }));

const read = (file: string) => readFileSync(join(copy, file), "utf8");
const write = (file: string, text: string) => writeFileSync(join(copy, file), text);
/** One line more, above the first one that begins like this. */
const addLine = (file: string, before: string, line: string) =>
  write(
    file,
    read(file).replace(before, () => `${line}\n${before}`),
  );
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: copy, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
const node = (...args: string[]) => run(process.execPath, ...args);
const cxm = (...args: string[]) => node("bin/cxm.js", ...args);
const build = () => node("node_modules/tsx/dist/cli.mjs", "src/build/build.ts");
const typesOf = (): string => {
  try {
    return node("node_modules/typescript/bin/tsc", "--noEmit");
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

test("a format is a file and a line, a command is a file and a line, a language is a folder and a line", () => {
  write(
    "src/render/probe.ts",
    '// A probe.\nimport type { Renderer } from "./index.ts";\nexport const renderProbe: Renderer = (_, { verdict }) => ["probe ", verdict.phase, "\\n"].join("");\n',
  );
  addLine(
    "src/render/index.ts",
    "  json: {",
    '  probe: { load: async () => (await import("./probe.ts")).renderProbe, join: texts => texts.join("") },',
  );
  write(
    "src/cli/probe.ts",
    '// A probe.\nimport { Command } from "commander";\nimport type { MakeCommand } from "./commands.ts";\nexport const probe: MakeCommand = (io, finish) =>\n  new Command("probe").description("Probe").action(() => {\n    io.stdout.write("probed\\n");\n    finish(0);\n  });\n',
  );
  addLine("src/cli/commands.ts", "  completion,", "  probe,");
  addLine("src/cli/commands.ts", "import { report }", 'import { probe } from "./probe.ts";');
  cpSync(join(copy, "src/locales/en"), join(copy, "src/locales/xx"), { recursive: true });
  write("src/locales/xx/words.ts", read("src/locales/xx/words.ts").replaceAll("The next step", "Der nächste Schritt"));
  addLine("src/locales/all.ts", "export { texts as en }", 'export { texts as xx } from "./xx/index.ts";');

  build();
  expect(cxm("score", "--example", "--format", "probe")).toBe("probe I\n");
  expect(cxm("probe")).toBe("probed\n");
  expect(cxm("--help")).toMatch(/^ {2}probe\s+Probe$/m);
  expect(cxm("completion", "bash")).toMatch(/ probe\)/);
  expect(cxm("score", "--help")).toMatch(/"text", "markdown",\s+"probe", "json"/);
  expect(cxm("score", "--example", "--lang", "xx")).toContain("Der nächste Schritt");
}, 120_000);

test("the compiler names each text that a language lacks, and a format that renders nothing", () => {
  const words = read("src/locales/xx/words.ts");
  write("src/locales/xx/words.ts", words.replace(/^ {2}unnamed:.*\n/m, ""));
  write("src/render/probe.ts", "// A probe.\nexport const renderProbe = (): number => 1;\n");
  const said = typesOf();
  expect(said).toMatch(/src\/locales\/xx\/index\.ts[\s\S]*'unnamed' is missing/);
  expect(said).toMatch(/src\/render\/index\.ts/);
}, 120_000);
