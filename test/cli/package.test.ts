// The package as a user gets it: packed, installed alone in an empty folder without a network, and run from there.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuilt, root } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "cxm-package-"));
const home = join(folder, "home");
afterAll(() => rmSync(folder, { recursive: true }));

/** No network and no cache of this machine: what the tarball lacks is not found. */
const env = { ...process.env, npm_config_cache: join(folder, "cache"), npm_config_update_notifier: "false" };
const inHome = (command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd: home, env, encoding: "utf8", timeout: 60_000, maxBuffer: 16 * 1024 * 1024 });

beforeAll(() => {
  ensureBuilt();
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: root, env, stdio: "pipe" });
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{"private": true}');
  const [tarball] = readdirSync(folder).filter(name => name.endsWith(".tgz"));
  const { status, stderr } = inHome("npm", "install", "--offline", "--no-audit", "--no-fund", join(folder, tarball!));
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
}, 90_000);

test("it needs no other package", () => {
  expect(readdirSync(join(home, "node_modules")).filter(name => !name.startsWith("."))).toEqual(["cx-maturity"]);
  const { dependencies } = JSON.parse(readFileSync(join(home, "node_modules/cx-maturity/package.json"), "utf8"));
  expect(dependencies ?? {}).toEqual({});
});

test("it holds what runs and what is read, and no sources or tests", () => {
  const found = readdirSync(join(home, "node_modules/cx-maturity")).sort();
  expect(found).toEqual(expect.arrayContaining(["LICENSE", "bin", "dist", "package.json", "questionnaires"]));
  expect(found).not.toEqual(expect.arrayContaining(["src"]));
  expect(found).not.toEqual(expect.arrayContaining(["test"]));
});

test("the first command that a user tries", () => {
  const { status, stdout } = inHome("npx", "--offline", "cxm", "score", "--example");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Phase (0|I{1,3}): /m);
  expect(stdout).toContain("The next step: ");
});

test("an example scored by its path, as data", () => {
  const example = "node_modules/cx-maturity/questionnaires/manufacturer-cx-phases/examples/valbruna-pumps.yaml";
  const { status, stdout } = inHome("npx", "--offline", "cxm", "score", example, "--format", "json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout).verdict.phase).toBe("I");
});

test("everything that is read from the package at run time is in it", () => {
  const cxm = (...args: string[]) => inHome(process.execPath, "node_modules/cx-maturity/bin/cxm.js", ...args);
  expect(cxm("new", "mine").status).toBe(0);
  expect(cxm("check", "mine.yaml").stdout).toContain("mine.yaml: no problems");
  for (const name of ["questionnaire", "assessment", "evaluation"])
    expect(JSON.parse(cxm("schema", name).stdout)).toBeTruthy();
  expect(cxm("list").stdout).toContain("manufacturer-cx-phases");
  expect(cxm("show", "manufacturer-cx-phases").status).toBe(0);
});
