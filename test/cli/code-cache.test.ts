// The kept machine code is used only where it is whole and belongs to this very program; in every other case the program runs as ever.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";

import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureBuilt, exampleFile, root } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "cxm-cache-"));
const at = (name: string) => join(folder, name);
const run = (args = ["score", exampleFile("valbruna-pumps")]) =>
  spawnSync(process.execPath, [at("bin/cxm.js"), ...args], { encoding: "utf8" });
let usual = "";

const copy = () => {
  for (const name of ["bin", "dist", "package.json"]) {
    cpSync(join(root, name), at(name), { recursive: true, preserveTimestamps: true });
  }
};
beforeAll(() => {
  ensureBuilt();
  copy();
  usual = run().stdout;
  expect(usual).toContain("Phase I");
}, 60_000);
beforeEach(copy);
afterAll(() => rmSync(folder, { recursive: true }));

const sound = ({ status, stdout, signal }: ReturnType<typeof run>) => {
  expect({ status, signal, same: stdout === usual }).toEqual({ status: 0, signal: null, same: true });
};

test.each([1, 2, 3])("twenty bytes of it altered, also where its time is not, seed %i", seed => {
  const code = readFileSync(at("dist/cxm.cache"));
  let state = seed * 2_654_435_761;
  for (let n = 0; n < 20; n++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    code[state % code.length]! ^= 0xff;
  }
  writeFileSync(at("dist/cxm.cache"), code);
  sound(run());
  for (const name of ["dist/cxm.cjs", "dist/cxm.cache"]) {
    execFileSync("touch", ["-r", join(root, name), at(name)]);
    expect(statSync(at(name)).mtimeMs).toBe(statSync(join(root, name)).mtimeMs);
  }
  sound(run());
});

describe("other code, or none", () => {
  test("cut short", () => {
    truncateSync(at("dist/cxm.cache"), 100_000);
    sound(run());
  });
  test.each(["cxm.cache", "cxm.seal.json"])("without %s", name => {
    rmSync(at(`dist/${name}`));
    sound(run());
  });
  test("of another program", () => {
    const other = new Script("(function (require, module) { module.exports.main = async () => 3; })");
    writeFileSync(at("dist/cxm.cache"), other.createCachedData());
    sound(run());
  });
  test("a seal that is no seal", () => {
    writeFileSync(at("dist/cxm.seal.json"), "{");
    sound(run());
  });
});

test("an edited program is what runs, also when it is as long as before", () => {
  const program = readFileSync(at("dist/cxm.cjs"), "utf8");
  const edited = program.replaceAll("Profile index", "Profile Index");
  expect(edited.length).toBe(program.length);
  writeFileSync(at("dist/cxm.cjs"), edited);
  expect(run().stdout).toBe(usual.replaceAll("Profile index", "Profile Index"));
});

test("files that got other times, as by an installation, are used as ever", () => {
  const before = statSync(at("dist/cxm.cjs")).mtimeMs;
  for (const name of ["cxm.cjs", "cxm.cache"]) utimesSync(at(`dist/${name}`), 499_162_500, 499_162_500);
  expect(statSync(at("dist/cxm.cjs")).mtimeMs).not.toBe(before);
  sound(run());
  const accepted = spawnSync(
    process.execPath,
    [
      "-e",
      `import(${JSON.stringify(at("bin/load.js"))}).then(({ load }) => console.log(load().script.cachedDataRejected))`,
    ],
    { encoding: "utf8" },
  );
  expect(accepted.stdout).toBe("false\n");
});
