// The built program as a process: what only shows there. Exit codes, pipes, streams, surroundings, and files that are no answers.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bash, cxm, ensureBuilt, exampleFile, spawnCxm, workFolder } from "../support/cli.ts";

const { folder, remove } = workFolder();
const at = (name: string) => join(folder, name);
const valbruna = exampleFile("valbruna-pumps");
const nordlicht = exampleFile("nordlicht-fasteners");

beforeAll(ensureBuilt, 60_000);
afterAll(remove);

describe("exit codes", () => {
  test.each<[number, string[]]>([
    [0, ["--version"]],
    [0, ["score", valbruna]],
    [1, ["score", valbruna, "--min-phase", "III"]],
    [2, ["score", "none.yaml"]],
    [2, ["score", valbruna, "none.yaml", "--min-phase", "III"]],
    [2, ["check", at("bad/answers.yaml")]],
    [2, ["frobnicate"]],
  ])("%i: %j", (code, args) => {
    const { status, stderr } = spawnCxm(args);
    expect(status).toBe(code);
    expect(stderr).not.toMatch(/^ {4}at /m);
    if (code > 0 && args[0] !== "check") expect(stderr).not.toBe("");
  });
});

describe("streams", () => {
  const many = `${valbruna} `.repeat(60);

  test("megabytes arrive whole at a slow reader", () => {
    const { status, stdout } = bash(`$CXM score --format json ${many} | (sleep 0.3; cat)`);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(2_000_000);
    expect(JSON.parse(stdout)).toHaveLength(60);
  });

  test.each([valbruna, many])("a reader that stops early is no error", files => {
    const { status, stdout, stderr } = bash(`$CXM score --format json ${files} | head -c 10`);
    expect({ status, stderr, length: stdout.length }).toEqual({ status: 0, stderr: "", length: 10 });
  });

  test("an early stop keeps the exit code of a threshold", () => {
    expect(bash(`$CXM score ${valbruna} --min-phase III | head -c 10`).status).toBe(1);
  });

  test("no standard input is needed", () => {
    const { status, stdout } = bash(`$CXM score ${valbruna} <&-`);
    expect(status).toBe(0);
    expect(stdout).toContain("Valbruna Pompe");
  });

  test("a pipe to read from is a file like any other", () => {
    const { status, stdout } = bash(`$CXM score <(cat ${valbruna})`);
    expect(status).toBe(0);
    expect(stdout).toBe(spawnCxm(["score", valbruna]).stdout);
  });

  test("colour on demand, and none in a pipe", () => {
    expect(spawnCxm(["score", valbruna], { env: { FORCE_COLOR: "1" } }).stdout).toContain("\u001b[1m");
    expect(spawnCxm(["score", valbruna]).stdout).not.toContain("\u001b");
    expect(spawnCxm(["score", valbruna, "--format", "markdown"], { env: { FORCE_COLOR: "1" } }).stdout).not.toContain(
      "\u001b",
    );
  });

  test("what is written to a file is what is printed", () => {
    const file = at("report.md");
    expect(spawnCxm(["score", valbruna, "--format", "markdown", "-o", file]).stdout).toBe("");
    expect(bash(`cat ${file}`).stdout).toBe(spawnCxm(["score", valbruna, "--format", "markdown"]).stdout);
  });
});

describe("the same bytes", () => {
  const formats = ["text", "markdown", "json"];
  let usual: string[] = [];
  beforeAll(() => {
    usual = formats.map(format => spawnCxm(["score", valbruna, nordlicht, "--format", format]).stdout);
  });

  test.each([
    { TZ: "Pacific/Kiritimati", LANG: "fa_IR.UTF-8", LC_ALL: "fa_IR.UTF-8" },
    { TZ: "America/Adak", LANG: "de_DE.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  ])("under %j", env => {
    const found = formats.map(format => spawnCxm(["score", valbruna, nordlicht, "--format", format], { env }).stdout);
    expect(found).toEqual(usual);
    expect(usual.join("").length).toBeGreaterThan(10_000);
  });

  test("in another working directory, by a relative name", () => {
    const found = formats.map(format => {
      const files = ["valbruna-pumps.yaml", "./nordlicht-fasteners.yaml"];
      return spawnCxm(["score", ...files, "--format", format], { cwd: folder }).stdout;
    });
    expect(found).toEqual(usual);
  });
});

describe("files that are no answers end in a sentence, soon", () => {
  const bomb = ["a0: &a0 [x, x]", ...Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)];
  beforeAll(() => {
    writeFileSync(at("huge.yaml"), "");
    truncateSync(at("huge.yaml"), 200 * 1024 * 1024);
    writeFileSync(at("bomb.yaml"), bomb.join("\n"));
    writeFileSync(at("utf16.yaml"), Buffer.from("\uFEFFquestionnaire: x\n", "utf16le"));
    writeFileSync(at("deep.yaml"), "[".repeat(10_000));
    writeFileSync(at("empty.yaml"), "");
    writeFileSync(at("list.yaml"), "- 1\n- 2\n");
    writeFileSync(at("noise.yaml"), Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 197) % 256)));
    mkdirSync(at("folder.yaml"));
    copyFileSync(valbruna, at("name with spaces ü.yaml"));
  });

  test.each([
    ["huge.yaml", "file-too-big"],
    ["folder.yaml", "file-directory"],
    ["missing.yaml", "file-missing"],
    ["bomb.yaml", "yaml-aliases"],
    ["utf16.yaml", "file-encoding"],
    ["deep.yaml", "yaml-too-deep"],
    ["empty.yaml", "file-empty"],
    ["list.yaml", "schema-type"],
    ["noise.yaml", "file-encoding"],
  ])("%s: %s", async (file, code) => {
    const before = performance.now();
    const { status, stderr } = spawnCxm(["score", file], { cwd: folder });
    expect(performance.now() - before).toBeLessThan(5_000);
    const checked = await cxm(["check", at(file)]);
    expect([status, checked.code]).toEqual([2, 2]);
    for (const said of [stderr, checked.stdout]) {
      expect(said).toContain(file);
      expect(said).toContain(code);
      expect(said).not.toMatch(/^ {4}at /m);
    }
  });

  test("a pipe that never ends", () => {
    expect(bash(`mkfifo ${at("fifo")}`).status).toBe(0);
    const writer = spawn("bash", ["-c", `exec yes 'a: b' > ${at("fifo")}`], { stdio: "ignore" });
    const { status, stderr } = spawnCxm(["score", at("fifo")]);
    writer.kill();
    expect(status).toBe(2);
    expect(stderr).toContain("file-too-big");
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test("a name with spaces and letters from elsewhere is a name", () => {
    expect(spawnCxm(["score", "name with spaces ü.yaml"], { cwd: folder }).status).toBe(0);
  });

  test("an output that takes no more", () => {
    const { status, stderr } = bash(`$CXM score ${valbruna} > /dev/full`);
    expect(status).toBe(2);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
