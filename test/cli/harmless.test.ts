// What stands in files and their names reaches the terminal as plain text, in the right place.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { clean } from "../../src/render/clean.ts";
import { printJson } from "../../src/render/json.ts";
import { cxm, exampleFile, workFolder } from "../support/cli.ts";

const { folder, remove } = workFolder();
afterAll(remove);

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const attack = "\u001b[31mred\u001b]8;;https://evil.example/\u0007";
const escaped = '"\\e[31mred\\e]8;;https://evil.example/\\a"';

test("a problem quotes what was typed without its escape sequences, on a terminal too", async () => {
  const file = write(
    "bad.yaml",
    `questionnaire: manufacturer-cx-phases\nversion: "1.0.0"\norganization: A\nanswers: {${escaped}: 1}\n`,
  );
  const { code, stdout } = await cxm(["check", file], { isTTY: true, env: { NO_COLOR: "1" } });
  expect(code).toBe(2);
  expect(stdout).toContain("There is no criterion `red`.");
  expect(stdout).not.toContain("\u001b");
});

const withTextFact = (question = "What else?", name = "own.yaml"): string[] => {
  const questionnaire = write(
    name,
    `id: own
version: "1.0.0"
title: Own
summary: A questionnaire with a text fact that a step reads.
roles: [{id: person, title: Person}]
facts: [{id: remark, title: Remark, question: ${JSON.stringify(question)}, type: text}]
dimensions: [{id: one, title: One, criteria: [{id: first, title: First, question: First?, roles: [person], levels: [a, b]}]}]
steps:
  - {id: read, title: Read the remark, text: Read it., when: {fact: remark, known: true}}
  - {id: ask, title: Ask for one, text: Ask.}
`,
  );
  const answers = `questionnaire: own\nversion: "1.0.0"\norganization: A\nfacts: {remark: ${escaped}}\nanswers: {first: 1}\n`;
  return ["-q", questionnaire, write("answers.yaml", answers)];
};

test("a text fact that is a reason is harmless in the report", async () => {
  const { stdout } = await cxm(["report", ...withTextFact()]);
  expect(stdout).toContain("is “red”");
  expect(stdout).not.toContain("\u001b");
});

test("and in the terminal summary", async () => {
  const { stdout } = await cxm(["score", ...withTextFact()]);
  expect(stdout).toContain("is “red”");
  expect(stdout).not.toContain("\u001b");
});

test("a file's name is printed without its escape sequences", async () => {
  const file = join(folder, `a${attack.slice(0, 8)}.yaml`);
  copyFileSync(exampleFile("valbruna-pumps"), file);
  const checked = await cxm(["check", file]);
  const scored = await cxm(["score", file, "--min-phase", "III"]);
  expect([checked.code, scored.code]).toEqual([0, 1]);
  expect(`${checked.stdout}${scored.stderr}`).not.toContain("\u001b");
});

const caretColumn = async (line: string): Promise<[number, number]> => {
  const file = write(
    "date.yaml",
    `questionnaire: manufacturer-cx-phases\nversion: "1.0.0"\norganization: A\n${line}\n`,
  );
  const { stdout } = await cxm(["check", file], { isTTY: true, env: { NO_COLOR: "1" } });
  const [, shown = "", caret = ""] = stdout.split("\n");
  return [caret.indexOf("^"), shown.indexOf("2026")];
};

test("the caret stands under what is wrong", async () => {
  const [caret, wrong] = await caretColumn("date: 2026-02-30");
  expect(caret).toBe(wrong);
  expect(wrong).toBeGreaterThan(0);
});

test("also after several blanks", async () => {
  const [caret, wrong] = await caretColumn("date:      2026-02-30");
  expect(caret).toBe(wrong);
});

const raw = "\u202e\u061c\u200b\u{e0041}\u009bm";
const spelledInYaml = '"x\\u202e\\u061c\\u200b\\U000e0041\\x9bm"';
const acts =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;

test.each(["text", "json"])("a questionnaire and its answers act nowhere, printed as %s", async format => {
  const [, questionnaire = "", answers = ""] = withTextFact();
  const own = write(
    "acts.yaml",
    readFileSync(questionnaire, "utf8").replace("title: First", `title: ${spelledInYaml}`),
  );
  const sheet = write("acting.yaml", readFileSync(answers, "utf8").replace(escaped, spelledInYaml));
  const lines = [
    ["show", own],
    ["score", "-q", own, sheet],
    ["explain", "-q", own, sheet],
    ["check", "-q", own, own, sheet],
    ["check", "--witnesses", own],
  ];
  for (const line of lines) {
    const { code, stdout, stderr } = await cxm([...line, "--format", format]);
    expect({ line, code, acts: acts.exec(stdout + stderr) }).toEqual({ line, code: 0, acts: null });
    if (format === "json" && line[0] === "show") expect(JSON.stringify(JSON.parse(stdout))).toContain(`x${raw}`);
  }
});

test.each([
  ["an unknown option", ["score", `--${attack}${raw}`]],
  ["an unknown command", [`${attack}${raw}`]],
  ["a wrong choice", ["score", "--format", `${attack}${raw}`]],
  ["an unknown id", ["show", `${attack}${raw}`]],
  ["a file that is not there", ["score", `./${attack}${raw}`]],
  ["an id that cannot be one", ["new", `${attack}${raw}`]],
  ["a place that is not there", ["schema", "assessment", "-o", `./no/${attack}${raw}`]],
])("%s is quoted without doing anything", async (_, args) => {
  const { code, stdout, stderr } = await cxm(args);
  expect({ code, acts: acts.exec(stdout + stderr), said: stderr !== "" }).toEqual({ code: 2, acts: null, said: true });
});

test("a new questionnaire is announced without doing anything", async () => {
  const { code, stderr } = await cxm(["new", "mine", "-o", join(folder, `new${raw}\u001b[31m.yaml`)]);
  expect({ code, acts: acts.exec(stderr) }).toEqual({ code: 0, acts: null });
});

const hidden = "a\u061cb\u200bc\u{e0041}\u{e007f}d\ufeffe";

test("what nobody sees is left out of a text, and escaped in JSON, so that it reads back", async () => {
  expect(clean(hidden)).toBe("abcde");
  expect(printJson(hidden)).toMatch(/^"a\\u061cb\\u200bc\\udb40\\udc41\\udb40\\udc7fd\\ufeffe"\n$/);
  expect(JSON.parse(printJson(hidden))).toBe(hidden);
  const { stdout } = await cxm(["show", withTextFact(hidden, "hidden.yaml")[1]!, "--format", "json"]);
  expect(stdout).toContain('"question": "a\\u061cb');
});

test("a name that is empty is told as that", async () => {
  for (const command of ["score", "report", "explain", "check"]) {
    const { code, stdout, stderr } = await cxm([command, ""]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain("an empty name");
  }
});

test.each(["report", "explain"])("%s --example", async command => {
  const bare = await cxm([command, "--example"]);
  const named = await cxm([command, "--example", "valbruna-pumps"]);
  expect([bare.code, named.code]).toEqual([0, 0]);
  expect(named.stdout).toBe(bare.stdout);
  expect(named.stdout).toContain("Valbruna Pompe");
  expect((await cxm([command])).stderr).toContain("No file is named.");
  const wrong = await cxm([command, "--example", "valbruna-pump"]);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("Did you mean `valbruna-pumps`?")]);
});

test("explain --example NAME ID explains that, and takes no file beside it", async () => {
  const one = await cxm(["explain", "--example", "valbruna-pumps", "of-rules"]);
  expect(one.stdout).toContain("Order rules checked online");
  const two = await cxm(["explain", "--example", "valbruna-pumps", "of-rules", "more"]);
  expect([two.code, two.stderr]).toEqual([2, expect.stringContaining("too many")]);
});
