// No output destroys an input, nor what somebody wrote: a result goes over a file only where nothing is lost by it.
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { cxm, ensureBuilt, exampleFile, fixture, workFolder } from "../support/cli.ts";
import { keys, TestTerminal } from "../support/terminal.ts";

const { folder, remove } = workFolder();
let made = 0;
let here = "";

beforeEach(() => {
  here = join(folder, `outputs-${made++}`);
  mkdirSync(here);
  copyFileSync(exampleFile("valbruna-pumps"), at("acme.yaml"));
  copyFileSync(fixture("mood-nine/questionnaire.yaml"), at("mood.yaml"));
});
afterAll(remove);

const at = (name: string) => join(here, name);

describe("a file that was read is no place for the result", () => {
  const commands: [string, (file: string) => string[]][] = [
    ["score", file => ["score", file]],
    ["score, forced", file => ["score", file, "--force"]],
    ["report", file => ["report", file]],
    ["explain", file => ["explain", file]],
    ["show", () => ["show", at("mood.yaml")]],
  ];
  const names: [string, (file: string) => string][] = [
    ["its own name", file => file],
    ["another spelling", file => join(here, ".", "x", "..", relative(here, file))],
    [
      "a link",
      file => {
        symlinkSync(file, `${file}.link`);
        return `${file}.link`;
      },
    ],
    [
      "a hard link",
      file => {
        linkSync(file, `${file}.hard`);
        return `${file}.hard`;
      },
    ],
  ];

  describe.each(commands)("%s", (name, args) => {
    test.each(names)("%s", async (_, spelled) => {
      const input = at(name === "show" ? "mood.yaml" : "acme.yaml");
      const before = readFileSync(input);
      mkdirSync(at("x"));
      const { code, stderr } = await cxm([...args(input), "-o", spelled(input)]);
      expect({ code, said: stderr.includes("output-is-input") }).toEqual({ code: 2, said: true });
      expect(readFileSync(input).equals(before)).toBe(true);
    });
  });

  test("the questionnaire applied by -q is one, too", async () => {
    const mood = at("mood.yaml");
    const sheet = fixture("mood-nine/sheets/severe.yaml");
    const { code, stderr } = await cxm(["score", sheet, "-q", mood, "-o", mood, "--force"]);
    expect({ code, said: stderr.includes("output-is-input") }).toEqual({ code: 2, said: true });
  });

  test("also in the second run of the same program", async () => {
    const mood = at("mood.yaml");
    const args = ["score", fixture("mood-nine/sheets/severe.yaml"), "-q", mood];
    expect((await cxm(args)).code).toBe(0);
    const { code, stderr } = await cxm([...args, "-o", mood, "--force"]);
    expect({ code, said: stderr.includes("output-is-input") }).toEqual({ code: 2, said: true });
  });

  test("a questionnaire that changed between two runs is read again", async () => {
    const mood = at("mood.yaml");
    const args = ["score", fixture("mood-nine/sheets/severe.yaml"), "-q", mood];
    const { stdout } = await cxm(args);
    writeFileSync(mood, readFileSync(mood, "utf8").replace(/^title: .*/m, "title: Another title"));
    expect([stdout.includes("Another title"), (await cxm(args)).stdout.includes("Another title")]).toEqual([
      false,
      true,
    ]);
  });

  test("one run does not remember what another has read", async () => {
    expect((await cxm(["score", at("acme.yaml")])).code).toBe(0);
    expect((await cxm(["schema", "assessment", "-o", at("acme.yaml"), "--force"])).code).toBe(0);
  });
});

describe("what somebody wrote is overwritten only when that is asked for", () => {
  const half = "questionnaire: manufacturer-cx-phases\nanswers: {of-errors: [\n";
  const json = JSON.stringify({ questionnaire: "mood-nine", version: "1.0.0", organization: "A", responses: [] });
  const precious: [string, () => string][] = [
    ["answers", () => readFileSync(exampleFile("kurogane-bearings"), "utf8")],
    ["answers in JSON", () => json],
    ["answers with a mistake in them", () => half],
    ["answers in one line of JSON with a mistake", () => `{"questionnaire": "mood-nine", "answers": {`],
    ["answers in JSON with a mistake in them", () => `{\n  "questionnaire": "mood-nine",\n  "answers": {\n`],
    ["a questionnaire", () => readFileSync(fixture("badge/questionnaire.yaml"), "utf8")],
  ];
  const commands: [string, () => string[]][] = [
    ["score", () => ["score", at("acme.yaml")]],
    ["report", () => ["report", at("acme.yaml")]],
    ["explain", () => ["explain", at("acme.yaml")]],
    ["schema", () => ["schema", "assessment"]],
    ["show", () => ["show", "six-pillars"]],
    ["new", () => ["new", "mine"]],
  ];

  describe.each(commands)("%s", (_, args) => {
    test.each(precious)("%s", async (_, text) => {
      writeFileSync(at("other"), text());
      const refused = await cxm([...args(), "-o", at("other")]);
      expect({ code: refused.code, text: readFileSync(at("other"), "utf8") }).toEqual({ code: 2, text: text() });
      expect(refused.stderr).toMatch(/--force/);
      const forced = await cxm([...args(), "-o", at("other"), "--force"]);
      expect({ code: forced.code, changed: readFileSync(at("other"), "utf8") !== text() }).toEqual({
        code: 0,
        changed: true,
      });
    });
  });

  test.each([
    ["a report", ["report", "FILE"]],
    ["an evaluation", ["score", "FILE", "--format", "json"]],
    ["an explanation", ["explain", "FILE", "--format", "json"]],
    ["a schema", ["schema", "questionnaire"]],
    ["a page on the assessment", ["schema", "assessment", "--format", "markdown"]],
    ["a page on the questionnaire", ["schema", "questionnaire", "--format", "markdown"]],
    ["a hand-out", ["show", "six-pillars", "--format", "markdown"]],
  ])("%s of before makes room for the next", async (_, args) => {
    const line = [...args.map(arg => (arg === "FILE" ? at("acme.yaml") : arg)), "-o", at("result")];
    expect((await cxm(line)).code).toBe(0);
    expect((await cxm(line)).code).toBe(0);
    expect(existsSync(at("result"))).toBe(true);
  });
});

describe("in a terminal it is asked", () => {
  test.each([
    ["y", 0],
    ["n", 2],
    ["", 2],
  ])(
    "and %j answers",
    async (answer, code) => {
      ensureBuilt();
      writeFileSync(at("other.yaml"), readFileSync(at("acme.yaml")));
      using terminal = new TestTerminal(["report", "acme.yaml", "-o", "other.yaml"], { folder: here });
      await terminal.see("Overwrite it?");
      terminal.press(`${answer}${keys.enter}`);
      expect(await terminal.end()).toBe(code);
      expect(readFileSync(at("other.yaml"), "utf8").includes("questionnaire: ")).toBe(code !== 0);
    },
    20_000,
  );
});

describe("a name that no file can have is refused, whatever is asked to write there", () => {
  const names: [string, string][] = [
    ["with a zero in it", "out\0.txt"],
    ["longer than names can be", "x".repeat(300)],
    ["in a file as if that were a folder", "acme.yaml/out.txt"],
  ];
  test.each(names)("%s", async (_, name) => {
    for (const args of [
      ["score", at("acme.yaml"), "-o", at(name)],
      ["report", at("acme.yaml"), "-o", at(name)],
      ["show", at("mood.yaml"), "-o", at(name)],
      ["schema", "assessment", "-o", at(name)],
      ["new", "mine", "-o", at(name)],
      ["assess", at(name), "--linear"],
    ]) {
      const { code, stderr } = await cxm(args);
      expect({ args, code, said: /output-unwritable|file-/.test(stderr) }).toEqual({ args, code: 2, said: true });
    }
  });
});
