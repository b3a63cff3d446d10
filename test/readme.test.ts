// The README's lists are the code's lists, its commands are the ones that work, and its sample is what the program prints.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exitCodes } from "../src/cli/exit-codes.ts";
import { createProgram } from "../src/cli/main.ts";
import { commands as commandWords } from "../src/locales/en/commands.ts";
import { words } from "../src/locales/en/words.ts";
import { catalog } from "../src/questionnaire/catalog.ts";
import { createView } from "../src/render/view.ts";
import { example, flagship, run } from "./support/flagship.ts";
import { formats } from "./support/formats.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const readme = read("README.md");
const manifest = JSON.parse(read("package.json"));
const silent = { stdout: { write: () => true }, stderr: { write: () => true }, env: {} };
const program = createProgram(silent, "0.0.0", commandWords, () => {});

/** The first column of the table under a header row, without code marks. */
function column(header: string): string[] {
  const lines = readme.split("\n");
  const start = lines.indexOf(header);
  if (start < 0) throw new Error(`the README has no table ${header}`);
  const rows = lines.slice(start + 2);
  return rows
    .slice(
      0,
      rows.findIndex(line => !line.startsWith("|")),
    )
    .map(line => line.split(/(?<!\\)\|/)[1]!.trim());
}

const plain = (cell: string) => cell.replaceAll("`", "");

describe("lists", () => {
  test("commands, with their arguments", () => {
    const usage = program.commands.map(command => {
      const given = command.registeredArguments.map(one => {
        const name = `${one.name()}${one.variadic ? "..." : ""}`;
        return one.required ? `<${name.replace("|", "\\|")}>` : `[${name}]`;
      });
      return ["cxm", command.name(), ...given].join(" ");
    });
    expect(column("| command | does |").map(plain)).toEqual(usage);
  });

  test("options of score", () => {
    const options = program.commands.find(command => command.name() === "score")!.options;
    const named = column("| option of `score` | |")
      .flatMap(cell => plain(cell).split(", "))
      .filter(name => name.startsWith("--"));
    expect(named).toEqual(options.map(option => option.long));
  });

  test("questionnaires", () => {
    expect(column("| questionnaire | finds out |").map(plain)).toEqual(catalog().map(({ id }) => id));
  });

  test("formats", () => expect(column("| format | is |").map(plain)).toEqual(Object.keys(formats)));

  test("exit codes", () => expect(column("| exit code | means |").map(Number)).toEqual(Object.values(exitCodes)));

  test("packages, each with an exact version", () => {
    const versions: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(column("| package | why this one |").map(plain).sort()).toEqual(Object.keys(versions).sort());
    expect(Object.values(versions).filter(version => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

test("the two lines for a fresh clone stand there word for word", () => {
  const lines = readme.split("\n");
  expect(lines).toContain("npm ci && npm start");
  expect(lines).toContain("npm ci && npm test");
});

test("the sample is what the program prints", () => {
  const sample = /```text\n([\s\S]*?)```/.exec(readme)![1]!.trim().split("\n");
  const printed = formats.text(createView(flagship, words), run(example("valbruna-pumps"))).split("\n");
  expect(printed).toEqual(expect.arrayContaining(sample));
});

test("every file and folder it names is there", () => {
  const named = [...readme.matchAll(/`((?:src|test|questionnaires|bin)\/[\w./-]+)`/g)].map(match => match[1]!);
  expect(named.length).toBeGreaterThan(5);
  for (const path of named.filter(path => !path.includes("<"))) expect(() => readFileSyncOrFolder(path)).not.toThrow();
});

function readFileSyncOrFolder(path: string): void {
  try {
    read(path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EISDIR")) throw error;
  }
}
