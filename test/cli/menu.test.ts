// What the program asks before it begins, where somebody is there: with no arguments, and `new` without a name.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bash, cxm, ensureBuilt, workFolder } from "../support/cli.ts";
import { keys, TestTerminal } from "../support/terminal.ts";

beforeAll(ensureBuilt, 120_000);
const { folder, remove } = workFolder();
afterAll(remove);
const { enter, down, ctrlC } = keys;
const question = "What would you like to begin with?";

test("without arguments all commands are told first, then a menu leads to one", async () => {
  using terminal = new TestTerminal([], { folder, rows: 40 });
  await terminal.see("score a bundled example", "cxm COMMAND --help tells more.", question, "Nothing for now");
  terminal.press(enter);
  expect(await terminal.end()).toBe(0);
  expect(terminal.history()).toContain("That was a bundled example.");
});

test("the menu leads into an interview, which takes the keys over", async () => {
  using terminal = new TestTerminal([], { folder, rows: 40 });
  await terminal.see(question);
  terminal.press(down, enter);
  await terminal.see("Which file shall hold the answers?", "my-organisation.yaml");
  terminal.press(enter);
  await terminal.see("Who are you?");
  terminal.press(ctrlC);
  expect(await terminal.end()).toBe(130);
});

test.each([
  ["Ctrl-C", [ctrlC], 130],
  ["nothing for now", [down, down, down, down, enter], 0],
])("%s leaves the menu quietly", async (_, strokes, code) => {
  using terminal = new TestTerminal([], { folder, rows: 40 });
  await terminal.see(question, "Nothing for now");
  terminal.press(...strokes);
  expect(await terminal.end()).toBe(code);
  expect(terminal.history()).not.toMatch(/Error|at .*:\d+/);
});

test("new asks for a name, tells what is wrong with one, and what to begin from", async () => {
  using terminal = new TestTerminal(["new"], { folder });
  await terminal.see("What is it called?", "my-questionnaire");
  terminal.press("my own", enter);
  await terminal.see("Only letters, digits and hyphens");
  terminal.press("\u007f".repeat(4), "-own", enter);
  await terminal.see("What does it begin from?", "six-pillars");
  terminal.press(down, enter);
  expect(await terminal.end()).toBe(0);
  expect(readFileSync(join(folder, "my-own.yaml"), "utf8")).toMatch(/^# Begun from manufacturer-cx-phases/);
});

test("nobody is asked where nobody is there", async () => {
  expect(bash("$CXM | cat")).toMatchObject({ status: 0, stdout: expect.not.stringContaining(question) });
  expect(await cxm(["new"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("missing required argument 'ID'"),
  });
  expect(existsSync(join(folder, "my-questionnaire.yaml"))).toBe(false);
});
