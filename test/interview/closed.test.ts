// What can happen to a terminal while somebody answers: it hangs up, it is stopped and gone on with, signals come, its size changes.
// In real pseudo-terminals; the program's talk goes to a file, so that a stack would show.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import { keys, TestTerminal } from "../support/terminal.ts";

// Programs start in these tests, which takes long where much else runs.
vi.setConfig({ testTimeout: 20_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cxm-closed-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, "pumps.yaml");
const kept = (): Assessment => parse(readFileSync(file(), "utf8"));
const answers = (): Record<string, Answer> => kept().responses![0]!.answers;
const head = "questionnaire: manufacturer-cx-phases\nversion: 1.0.0\norganization: Muster\n";
const asOperations = ["assess", "pumps.yaml", "--role", "operations", "--respondent", "Ann"];
const marksOff = "\u001b[?2004l";
const { enter } = keys;

/** Somebody of operations who answered two of the three questions, and is at the third. */
function begun(): void {
  const given = "responses:\n- respondent: Ann\n  role: operations\n  answers: {of-hands-free: 1, pa-atp: 2}\n";
  writeFileSync(file(), head + given);
}
const both = { "of-hands-free": 1, "pa-atp": 2 };

/** Runs the program in a process that outlives the terminal and tells how it ended; `apart`: no signal reaches it, only errors. */
const watched = (apart: boolean) => (program: string) => {
  const script = `
    const { spawn } = require("node:child_process");
    const { openSync, writeFileSync } = require("node:fs");
    process.on("SIGHUP", () => {});
    spawn("/bin/sh", ["-c", process.argv[1]], { detached: ${apart}, stdio: ["inherit", "inherit", openSync("talk", "w")] })
      .on("exit", (code, signal) => writeFileSync("ended", String(code ?? signal)));`;
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return `exec ${quote(process.execPath)} -e ${quote(script)} ${quote(`exec ${program}`)}`;
};

/** How it ended, and what it said to the standard error. */
async function ended(): Promise<[string, string]> {
  await expect.poll(() => existsSync(join(folder, "ended")), { timeout: 8000 }).toBe(true);
  await expect.poll(() => readFileSync(join(folder, "ended"), "utf8"), { timeout: 2000 }).not.toBe("");
  return [readFileSync(join(folder, "ended"), "utf8"), readFileSync(join(folder, "talk"), "utf8")];
}

describe.each([
  ["told by a signal", false],
  ["told only by errors of reads and writes", true],
])("a hang-up, %s", (_, apart) => {
  const within = watched(apart);

  test("while looking back: every answer stays, no stack, 130", async () => {
    begun();
    using terminal = new TestTerminal(asOperations, { folder, within });
    await terminal.see("How does a customer find out");
    terminal.press("b");
    await terminal.see("What does a customer learn online");
    terminal.press("b");
    await terminal.see("Of 100 online orders", "[your answer]");
    terminal.close();
    expect(await ended()).toEqual(["130", ""]);
    expect(answers()).toEqual(both);
  });

  test("in a half-typed note: what was confirmed stays", async () => {
    begun();
    using terminal = new TestTerminal(asOperations, { folder, within });
    await terminal.see("How does a customer find out");
    terminal.press("b", "t");
    await terminal.see("Note on this question");
    terminal.press("Seen in", enter);
    await terminal.see("Note: Seen in");
    terminal.press("t", " May");
    await terminal.see("> Seen in May");
    terminal.close();
    expect(await ended()).toEqual(["130", ""]);
    expect(answers()).toEqual({ "of-hands-free": 1, "pa-atp": { level: 2, note: "Seen in" } });
  });

  test("line by line", async () => {
    begun();
    using terminal = new TestTerminal([...asOperations, "--linear"], { folder, within });
    await terminal.see("How does a customer find out");
    terminal.press("b\n");
    await terminal.see("[your answer]");
    terminal.close();
    expect(await ended()).toEqual(["130", ""]);
    expect(answers()).toEqual(both);
  });
});

describe("signals from outside", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const)("%s while looking back: as Ctrl-C", async signal => {
    begun();
    using terminal = new TestTerminal(asOperations, { folder });
    await terminal.see("How does a customer find out");
    terminal.press("b");
    await terminal.see("What does a customer learn online", "[your answer]");
    terminal.kill(signal);
    expect(await terminal.end()).toBe(130);
    expect(terminal.shows("Everything is saved in pumps.yaml. To go on: cxm assess pumps.yaml")).toBe(true);
    expect(terminal.history()).not.toMatch(/\bat .*\.(js|cjs|ts):\d/);
    expect(answers()).toEqual(both);
    expect(terminal.raw.lastIndexOf(marksOff)).toBeGreaterThan(terminal.raw.indexOf("\u001b[?2004h"));
  });
});

describe("stopped, and gone on with", () => {
  /** A shell with jobs: it says when the program stopped, and goes on with it after a line. */
  const jobs = (program: string) =>
    `set -m; ${program}; echo "stopped: $(stty -a | grep -o -- '-\\?icanon')"; read go; fg`;

  test("Ctrl-Z and fg on a question", async () => {
    begun();
    using terminal = new TestTerminal(asOperations, { folder, within: jobs });
    await terminal.see("How does a customer find out");
    terminal.press(keys.ctrlZ);
    await terminal.see("stopped: icanon");
    expect(terminal.raw.endsWith(marksOff) || terminal.raw.includes(`${marksOff}\u001b[?25h`)).toBe(true);
    const before = terminal.raw.length;
    terminal.press("go\n");
    await expect.poll(() => terminal.raw.slice(before)).toContain("How does a customer find out");
    await expect.poll(() => terminal.raw.slice(before)).toContain("\u001b[?2004h");
    terminal.press("3");
    await terminal.see("That was the last question");
    terminal.press("q");
    expect(await terminal.end()).toBe(130);
    expect(answers()).toEqual({ ...both, "ov-shipment-status": 3 });
  });

  test("in a half-typed note, which is still there", async () => {
    begun();
    using terminal = new TestTerminal(asOperations, { folder, within: jobs });
    await terminal.see("How does a customer find out");
    terminal.press("b", "t");
    await terminal.see("Note on this question");
    terminal.press("Seen in");
    await terminal.see("> Seen in");
    terminal.press(keys.ctrlZ);
    await terminal.see("stopped: icanon");
    const before = terminal.raw.length;
    terminal.press("go\n");
    await expect.poll(() => terminal.raw.slice(before)).toContain("> Seen in");
    terminal.press(" May", enter);
    await terminal.see("Note: Seen in May");
    terminal.press("q");
    expect(await terminal.end()).toBe(130);
    expect(answers()["pa-atp"]).toEqual({ level: 2, note: "Seen in May" });
  });

  test("where no shell watches it is not stopped, and goes on", async () => {
    begun();
    using terminal = new TestTerminal(asOperations, { folder });
    await terminal.see("How does a customer find out");
    const before = terminal.raw.length;
    terminal.press(keys.ctrlZ);
    await expect.poll(() => terminal.raw.slice(before)).toContain("How does a customer find out");
    terminal.press("3");
    await terminal.see("That was the last question");
    terminal.press("q");
    expect(await terminal.end()).toBe(130);
  });
});

describe("another size", () => {
  test.each([
    ["a question", "", "How does a customer find out"],
    ["why", "?", "any other key goes back"],
    ["the list of places", "j", "Where to?"],
    ["a note", "t", "Esc leaves"],
  ])("%s is drawn anew at once", async (_, key, text) => {
    begun();
    using terminal = new TestTerminal(asOperations, { folder });
    await terminal.see("How does a customer find out");
    if (key) terminal.press(key);
    await terminal.see(text);
    const typed = "a text that is longer than a line of the small window";
    if (key === "t") terminal.press(typed);
    for (const [columns, rows] of [
      [44, 30],
      [100, 24],
    ] as const) {
      const before = terminal.raw.length;
      terminal.resize(columns, rows);
      await expect.poll(() => terminal.raw.length).toBeGreaterThan(before);
      // No remains of the frame in its old size.
      await expect.poll(async () => (await terminal.see(text)).split("can still").length).toBe(2);
      const screen = await terminal.see(text, ...(key === "t" ? [typed] : []));
      expect(screen.split("\n").length).toBeLessThan(rows);
    }
    terminal.press(keys.ctrlC);
    expect(await terminal.end()).toBe(130);
  });
});
