// A save keeps the file what it was: its rights stay, a link stays a link, and what cannot stay is refused before the first answer.
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, removeLeftovers } from "../../src/assessment/store.ts";
import { obstacleTo, writeWhole } from "../../src/whole.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cxm-kept-"));
  file = join(folder, "a.yaml");
  writeFileSync(file, "before\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([0o600, 0o640, 0o664, 0o755])("rights stay: %o", mode => {
  chmodSync(file, mode);
  writeWhole(file, "after\n");
  expect(statSync(file).mode & 0o7777).toBe(mode);
  expect(readFileSync(file, "utf8")).toBe("after\n");
});

test("a link stays a link, and its file gets the text", () => {
  const link = join(folder, "link.yaml");
  symlinkSync(file, link);
  expect(obstacleTo(link)).toBeNull();
  writeWhole(link, "after\n");
  expect([lstatSync(link).isSymbolicLink(), readFileSync(file, "utf8")]).toEqual([true, "after\n"]);
});

test("what cannot stay as it is, is named", () => {
  const [dangling, twin] = [join(folder, "dangling.yaml"), join(folder, "twin.yaml")];
  symlinkSync(join(folder, "nowhere"), dangling);
  expect(obstacleTo(dangling)).toBe("link-dangling");
  expect(() => writeWhole(dangling, "x")).toThrow("a link to nothing");
  expect(readdirSync(folder).sort()).toEqual(["a.yaml", "dangling.yaml"]);
  expect(obstacleTo(file)).toBeNull();
  linkSync(file, twin);
  expect(obstacleTo(file)).toBe("file-linked");
  rmSync(twin);
  chmodSync(file, 0o444);
  expect(obstacleTo(file)).toBe("file-read-only");
  expect(obstacleTo(join(folder, "new.yaml"))).toBeNull();
});

test("nothing that was planted beside the file is followed, and nothing is left there", () => {
  const secret = join(folder, "secret");
  writeFileSync(secret, "secret\n");
  symlinkSync(secret, `${file}.${process.pid}.tmp`);
  const store = openStore(file, "before\n");
  const text = "answers: {}\n";
  writeFileSync(file, text);
  expect(() => store.save([{ kind: "organization", value: "E" }])).toThrow();
  writeWhole(file, "after\n");
  expect(readFileSync(secret, "utf8")).toBe("secret\n");
  const gone = `${file}.999999999.0a1b2c.tmp`;
  writeFileSync(gone, "half");
  removeLeftovers(file);
  expect(readdirSync(folder).sort()).toEqual(["a.yaml", `a.yaml.${process.pid}.tmp`, "secret"]);
});

test("a byte order mark stays", () => {
  writeFileSync(file, "\ufeffquestionnaire: base\nanswers:\n  a: 1\n");
  const store = openStore(file, "questionnaire: base\nanswers:\n  a: 1\n");
  store.save([{ kind: "answer", response: 0, id: "a", value: 2 }]);
  expect(readFileSync(file, "utf8")).toBe("\ufeffquestionnaire: base\nanswers:\n  a: 2\n");
});
