// Owner and group of a file that is saved. Only whoever owns everything can give files away: run as root, or these fail.

import { spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { obstacleTo, writeWhole } from "../../src/whole.ts";
import { ensureBuilt, exampleFile, root } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "cxm-owner-"));
const file = join(folder, "a.yaml");

beforeAll(() => {
  ensureBuilt();
  if (process.getuid?.() !== 0)
    throw new Error("These tests give files to other owners, which only root may: run them as root.");
  writeFileSync(file, readFileSync(exampleFile("valbruna-pumps")));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("a save leaves owner, group and rights", () => {
  chownSync(file, 1234, 4321);
  expect(obstacleTo(file)).toBeNull();
  writeWhole(file, readFileSync(file, "utf8"));
  const { uid, gid } = statSync(file);
  expect([uid, gid]).toEqual([1234, 4321]);
});

test("somebody who may not give the file back is told before the first question", () => {
  chownSync(file, 1234, 4321);
  chownSync(folder, 65534, 65534);
  const { stderr, status } = spawnSync(process.execPath, [join(root, "bin/cxm.js"), "assess", file, "--linear"], {
    uid: 65534,
    gid: 65534,
    encoding: "utf8",
    input: "",
  });
  expect({ status, said: stderr.includes("file-owner") }).toEqual({ status: 2, said: true });
  expect(statSync(file).uid).toBe(1234);
});
