// What check reads and says of files as a shell hands them over.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadedQuestionnaire, openDocument, openQuestionnaire } from "../../src/cli/open.ts";
import { bash, cxm, ensureBuilt, fixture, workFolder } from "../support/cli.ts";
import { shortQuestionnaire } from "../support/shapes.ts";

beforeAll(ensureBuilt, 120_000);
const { folder, remove } = workFolder();
afterAll(remove);

test("a file is read once: what comes through a pipe is checked like any other", () => {
  const { status, stdout } = bash(`$CXM check <(cat ${fixture("mood-nine/questionnaire.yaml")})`);
  expect({ status, found: stdout.split("; ")[1] }).toEqual({
    status: 0,
    found: "12 of 12 phases and rules can come true, each shown by an answer set.\n",
  });
  const answers = bash(`$CXM check <(cat ${fixture("bad/answers.yaml")})`);
  expect({ status: answers.status, stdout: answers.stdout }).toMatchObject({
    status: 2,
    stdout: expect.stringContaining("3 problems"),
  });
});

test.each([
  ["check", []],
  ["score", []],
  ["report", []],
  ["explain", []],
  ["assess", ["--linear"]],
])("%s tells what is ill-formed and what is unknown in one round", async (command, options) => {
  const file = join(folder, "half.yaml");
  const good = readFileSync(join(folder, "valbruna-pumps.yaml"), "utf8");
  const bad = good.replace("online-ordering:", "online-odering:").replace(/^organization: .*$/m, "organization: 5");
  writeFileSync(file, bad);
  const { code, stdout, stderr } = await cxm([command, file, ...options]);
  expect(code).toBe(2);
  const said = (stdout + stderr).split("\n").filter(line => line.startsWith(file));
  expect(said.map(line => line.split("  ")[1])).toEqual(expect.arrayContaining(["schema-unquoted", "unknown-id"]));
});

test("a questionnaire that is not known is told beside what is ill-formed", async () => {
  const file = join(folder, "lost.yaml");
  writeFileSync(file, 'questionnaire: six-pilars\nversion: "1.0.0"\norganization: 5\nanswers: {}\n');
  const { code, stderr } = await cxm(["score", file]);
  expect({ code, codes: stderr.match(/schema-unquoted|questionnaire-unknown/g) }).toEqual({
    code: 2,
    codes: ["questionnaire-unknown", "schema-unquoted"],
  });
});

test("a file is read and parsed once in a run, whoever asks for it", async () => {
  const file = join(folder, "once.yaml");
  writeFileSync(file, shortQuestionnaire);
  const { questionnaire, document } = await loadedQuestionnaire(file);
  expect(openDocument(file)).toBe(document);
  rmSync(file);
  expect(await openQuestionnaire(file)).toBe(questionnaire);
});
