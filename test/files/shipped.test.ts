// What ships has nothing to remark on; what cannot be said badly has words for it and a test.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkAssessment } from "../../src/assessment/check.ts";
import { loadAssessment } from "../../src/assessment/load.ts";
import { problems as texts } from "../../src/locales/en/problems.ts";
import { loadQuestionnaire } from "../../src/questionnaire/load.ts";
import { problemsOf } from "./support.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const shipped = here("../../questionnaires/");

const ids = readdirSync(shipped, { withFileTypes: true }).flatMap(one => (one.isDirectory() ? [one.name] : []));

describe.each(ids)("%s", id => {
  const load = () => loadQuestionnaire(join(shipped, id, "questionnaire.yaml"));
  it("passes its check without a remark", () => {
    expect(problemsOf(() => load().warnings)).toEqual([]);
  });
  const examples = join(shipped, id, "examples");
  it.each(readdirSync(examples))("example %s", name => {
    const problems = problemsOf(() => {
      const { assessment, document } = loadAssessment(join(examples, name));
      return checkAssessment(assessment, document, load().questionnaire);
    });
    expect(problems).toEqual([]);
  });
});

/** Told by commands and by the search for dead rules, and tested there. */
const elsewhere = [
  "changed-meanwhile",
  "not-a-terminal",
  "not-saved",
  "rule-dead",
  "rule-not-searched",
  "rule-without-witness",
  "questionnaire-unknown",
  "questionnaire-missing",
  "option-value",
  "link-dangling",
  "file-read-only",
  "file-linked",
  "file-owner",
  "output-is-input",
  "output-precious",
  "output-unwritable",
  "exists-already",
  "subject-unknown",
  "subject-ambiguous",
  "usage",
];

it("each problem has a test", () => {
  const tests = readdirSync(here("."))
    .filter(name => name.startsWith("bad-"))
    .map(name => readFileSync(here(name), "utf8"))
    .join("\n");
  const untested = Object.keys(texts).filter(code => !tests.includes(`"${code}"`));
  expect(untested.sort()).toEqual(elsewhere.sort());
});

it("the starter passes its check without a remark", () => {
  expect(problemsOf(() => loadQuestionnaire(here("../../src/questionnaire/starter.yaml")).warnings)).toEqual([]);
});
