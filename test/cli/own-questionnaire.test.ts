// A questionnaire of one's own: an assessment names it by a path from itself, or by the id of a file beside it.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { cxm, ensureBuilt, fixture, workFolder } from "../support/cli.ts";
import { keys, TestTerminal } from "../support/terminal.ts";

const { folder, remove } = workFolder();
let made = 0;
let here = "";
beforeEach(() => {
  here = join(folder, `own-${made++}`);
  mkdirSync(join(here, "answers"), { recursive: true });
  mkdirSync(join(here, "rubrics"));
  copyFileSync(fixture("mood-nine/questionnaire.yaml"), at("rubrics/mood.yaml"));
});
afterAll(remove);

const at = (name: string) => join(here, name);
const sheet = (questionnaire: string, name = "answers/a.yaml", version = "1.0.0"): string => {
  const text = readFileSync(fixture("mood-nine/sheets/severe.yaml"), "utf8");
  writeFileSync(
    at(name),
    text
      .replace(/^questionnaire: .*/m, `questionnaire: ${questionnaire}`)
      .replace(/^version: .*/m, `version: "${version}"`),
  );
  return at(name);
};

describe.each([["score"], ["report"], ["explain"], ["check"]])("%s finds it", command => {
  test.each([
    ["by a path", "../rubrics/mood.yaml"],
    ["by a path without an ending", "../rubrics/rubric"],
    ["by the name of a file beside it", "mood.yml"],
    ["by its id, beside it", "mood-nine"],
  ])("%s", async (_, named) => {
    copyFileSync(at("rubrics/mood.yaml"), at("rubrics/rubric"));
    if (named === "mood.yml") copyFileSync(at("rubrics/mood.yaml"), at("answers/mood.yml"));
    if (named === "mood-nine") copyFileSync(at("rubrics/mood.yaml"), at("answers/mood-nine.yml"));
    const { code, stdout, stderr } = await cxm([command, sheet(named)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(command === "check" ? "no problems" : "Mood");
  });
});

describe("what does not fit is named", () => {
  const said = async (...args: string[]) => {
    const { code, stderr } = await cxm(["score", ...args]);
    expect(code).toBe(2);
    return stderr.replace(/\s+/g, " ");
  };

  test("a path that leads nowhere", async () => {
    const text = await said(sheet("../rubrics/moood.yaml"));
    expect(text).toContain("a.yaml:");
    expect(text).toContain("rubrics/moood.yaml");
  });
  test("a file beside it with another id", async () => {
    copyFileSync(at("rubrics/mood.yaml"), at("answers/my-mood.yaml"));
    expect(await said(sheet("my-mood"))).toMatch(/no questionnaire `my-mood`.*my-mood\.yaml.*another id/);
  });
  test("answers beside it that are called like it, and are it", async () => {
    expect(await said(sheet("a"))).toContain("There is no questionnaire `a`");
  });
  test("a questionnaire beside it that has mistakes", async () => {
    writeFileSync(
      at("answers/mood-nine.yaml"),
      readFileSync(at("rubrics/mood.yaml"), "utf8").replace(/^title:.*\n/m, ""),
    );
    const text = await said(sheet("mood-nine"));
    expect(text).toContain("mood-nine.yaml");
    expect(text).toContain("`title`");
  });
  test("a version that does not fit", async () => {
    expect(await said(sheet("../rubrics/mood.yaml", "answers/a.yaml", "2.0.0"))).toContain("version-mismatch");
  });
});

test("a bundled id is the bundled one, whatever stands beside", async () => {
  copyFileSync(at("rubrics/mood.yaml"), at("answers/six-pillars.yaml"));
  expect((await cxm(["score", sheet("six-pillars")])).stderr).not.toContain("another id");
});

test("two of one id are told apart", async () => {
  mkdirSync(at("other"));
  copyFileSync(at("rubrics/mood.yaml"), at("answers/mood-nine.yaml"));
  writeFileSync(
    at("other/mood-nine.yaml"),
    readFileSync(at("rubrics/mood.yaml"), "utf8").replace(/^title: .*/m, "title: Another title"),
  );
  const { stdout } = await cxm(["score", sheet("mood-nine"), sheet("mood-nine", "other/b.yaml")]);
  expect(stdout).toContain("Another title");
  expect(stdout.split("Another title").length).toBe(2);
});

test("no result goes over it", async () => {
  const { code, stderr } = await cxm([
    "score",
    sheet("../rubrics/mood.yaml"),
    "-o",
    at("rubrics/mood.yaml"),
    "--force",
  ]);
  expect({ code, said: stderr.includes("output-is-input") }).toEqual({ code: 2, said: true });
});

test("assess -q remembers it, so that the file finds it wherever the two go together", async () => {
  ensureBuilt();
  using terminal = new TestTerminal(
    ["assess", "-q", "rubrics/mood.yaml", "answers/new.yaml", "--linear", "--role", "person", "--respondent", "Ann"],
    {
      folder: here,
    },
  );
  await terminal.see("Which organisation");
  terminal.press(`Acme${keys.enter}`);
  await terminal.see("Acme", "skip");
  terminal.press(keys.ctrlD);
  await terminal.end();
  expect(terminal.history()).not.toMatch(/-q|YOUR|THIS-FILE/);
  expect(readFileSync(at("answers/new.yaml"), "utf8")).toMatch(/^questionnaire: "?\.\.\/rubrics\/mood\.yaml"?$/m);
  renameSync(at("rubrics"), at("elsewhere"));
  mkdirSync(at("moved"));
  renameSync(at("elsewhere"), at("moved/rubrics"));
  renameSync(at("answers"), at("moved/answers"));
  expect(existsSync(at("moved/answers/new.yaml"))).toBe(true);
  const { code } = await cxm(["score", at("moved/answers/new.yaml")]);
  expect(code).toBe(0);
}, 20_000);
