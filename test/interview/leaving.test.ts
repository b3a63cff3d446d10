// Every way an interview can end, in a real terminal and without one.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Assessment } from "../../src/model/assessment.ts";
import { bin, keys, TestTerminal, undated } from "../support/terminal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cxm-leaving-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const golden = fileURLToPath(new URL("../golden/interview/linear.txt", import.meta.url));
const kept = (): Assessment => parse(readFileSync(join(folder, "pumps.yaml"), "utf8"));
const { enter } = keys;
const asFinance = ["assess", "pumps.yaml", "--role", "finance", "--respondent", "Head of finance"];

describe("leaving", () => {
  const answered = async (terminal: TestTerminal) => {
    await terminal.see("Which organisation");
    terminal.press("Muster", enter);
    await terminal.see("Which line");
    terminal.press("Pumps", enter);
    await terminal.see("How much revenue", "Ctrl-C save and quit");
    terminal.press("2,500,000", enter);
    await terminal.see("Read as 2500000");
  };
  const all = { organization: "Muster", lineOfBusiness: "Pumps", facts: { "online-revenue": { value: 2_500_000 } } };

  test.each([
    ["Ctrl-C", keys.ctrlC],
    ["Ctrl-D", keys.ctrlD],
  ])("%s: 130, all is saved, and the command that goes on", async (_, key) => {
    using terminal = new TestTerminal(asFinance, { folder });
    await answered(terminal);
    terminal.press(key);
    expect(await terminal.end()).toBe(130);
    expect(terminal.shows("cxm assess pumps.yaml --respondent 'Head of finance' --role finance")).toBe(true);
    expect(kept()).toMatchObject(all);
  });

  test.each(["SIGHUP", "SIGTERM"] as const)("%s: 130, and all is saved", async signal => {
    using terminal = new TestTerminal(asFinance, { folder });
    await answered(terminal);
    terminal.kill(signal);
    expect(await terminal.end()).toBe(130);
    expect(kept()).toMatchObject(all);
  });

  test("the window is closed: the program ends, and all is saved", async () => {
    using terminal = new TestTerminal(asFinance, { folder });
    await answered(terminal);
    const pid = terminal.close();
    await expect
      .poll(() => existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, "utf8"), { timeout: 5000 })
      .toBeFalsy();
    expect(kept()).toMatchObject(all);
  });

  test("before anything is answered there is no file, and it says so", async () => {
    using terminal = new TestTerminal(["assess", "pumps.yaml"], { folder });
    await terminal.see("Who are you?");
    terminal.press(keys.ctrlC);
    expect(await terminal.end()).toBe(130);
    expect(terminal.text()).toContain("nothing is saved yet");
    expect(existsSync(join(folder, "pumps.yaml"))).toBe(false);
  });
});

describe("without a terminal", () => {
  const { npm_execpath: _, ...environment } = process.env;
  const run = (args: string[], input: string) =>
    spawnSync(process.execPath, [bin, "assess", ...args], { cwd: folder, env: environment, input, encoding: "utf8" });

  test("2, and it names what works instead", () => {
    const { status, stderr } = run(["pumps.yaml"], "");
    expect([status, stderr]).toEqual([2, expect.stringContaining("cxm score")]);
  });

  test("a place that cannot be written to: told before the first question", () => {
    const { status, stdout, stderr } = run([join(bin, "pumps.yaml"), "--linear"], "");
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining("ENOTDIR")]);
  });

  test.each([
    ["of another questionnaire", "questionnaire: other\nversion: 1.0.0\n", "other"],
    ["of a newer version", "questionnaire: manufacturer-cx-phases\nversion: 1.9.0\n", "1.9.0"],
  ])("a file %s is left as it is", (_, head, words) => {
    const text = `${head}organization: Muster\n`;
    writeFileSync(join(folder, "pumps.yaml"), text);
    const { status, stdout, stderr } = run(["pumps.yaml", "--linear"], "Ann\n7\nMuster\n");
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(words)]);
    expect(readFileSync(join(folder, "pumps.yaml"), "utf8")).toBe(text);
  });

  test("a role that there is not", () => {
    const { status, stderr } = run(["pumps.yaml", "--linear", "--role", "opertions"], "");
    expect([status, stderr]).toEqual([2, expect.stringContaining("operations")]);
  });

  test("--linear: a whole interview", async () => {
    const lines = ["Head of operations", "7", "Muster Pumpen AG", ":b", "Muster Pumpen", ""];
    const answers = ["?", "", "t", "Seen in May", "1", "x", "2", "b", "3", "n", ":x", "n", "Own lorries", ""];
    const { status, stdout } = run(["pumps.yaml", "--linear"], `${[...lines, ...answers].join("\n")}\n`);
    await expect(undated(stdout)).toMatchFileSnapshot(golden);
    expect(status).toBe(0);
    expect(kept().responses![0]!.answers).toEqual({
      "of-hands-free": { level: 1, note: "Seen in May" },
      "pa-atp": 3,
      "ov-shipment-status": { na: "Own lorries" },
    });
  });

  test("--linear: the end of the input saves and quits", () => {
    const { status, stdout } = run(["pumps.yaml", "--linear"], "Ann\n7\nMuster\n");
    expect([status, stdout]).toEqual([130, expect.stringContaining("To go on:\n  cxm assess pumps.yaml")]);
    expect(kept().organization).toBe("Muster");
  });

  test("--linear: Ctrl-C saves and quits", async () => {
    const child = spawn(process.execPath, [bin, "assess", "pumps.yaml", "--linear"], { cwd: folder, env: environment });
    let output = "";
    child.stdout.on("data", (bytes: Buffer) => {
      output += bytes;
    });
    child.stdin.write("Ann\n7\nMuster\n");
    await expect.poll(() => output, { timeout: 5000 }).toContain("Which line of business");
    child.kill("SIGINT");
    const code = await new Promise(done => child.on("exit", done));
    expect([code, output]).toEqual([130, expect.stringContaining("To go on")]);
  });
});
