// Two questionnaires from other domains: nothing of the flagship may be needed anywhere. The expected figures are derived by hand
// in the comments of the answer files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commands } from "../../src/cli/commands.ts";
import type { Evaluation, Interval } from "../../src/model/evaluation.ts";
import { bash, cxm, fixture, workFolder } from "../support/cli.ts";

/** [value, low, high] */
type Figure = [number | null, number | null, number | null];

interface Expected {
  phase: string | null;
  provisional: boolean;
  possible: string[];
  step: string | null;
  warnings: string[];
  recommendations: string[];
  measures: Record<string, Figure>;
  index: Figure;
  /** What the text and the leader's page must say. */
  says: string[];
}

const mood = (
  phase: string | null,
  total: Figure,
  soFar: number | null,
  more: Partial<Expected> & Pick<Expected, "step" | "says">,
): Expected => ({
  phase,
  provisional: false,
  possible: phase === null ? [] : [phase],
  warnings: [],
  recommendations: [],
  measures: { total, "so-far": [soFar, soFar, soFar] },
  index: total.map(points => (points === null ? null : (points / 27) * 100)) as Figure,
  ...more,
});

const practices = (
  measures: Expected["measures"],
  index: Expected["index"],
  recommendations: string[],
  says: string[],
): Expected => ({
  phase: null,
  provisional: false,
  possible: [],
  step: null,
  warnings: [],
  recommendations,
  measures,
  index,
  says,
});

const expected: Record<string, Record<string, Expected>> = {
  "mood-nine": {
    "sheets/moderate": mood("moderate", [12, 12, 12], 12, {
      step: "plan",
      says: ["Visit A", "Band moderate", "Make a plan of care"],
    }),
    "sheets/severe": mood("severe", [20, 20, 20], 20, {
      step: "treat-now",
      warnings: ["ask-safety"],
      says: ["Band severe", "Begin a treatment now", "Ask about safety"],
    }),
    "sheets/partly": mood("mild", [null, 7, 13], 7, {
      provisional: true,
      possible: ["mild", "moderate"],
      step: "wait",
      says: ["Band mild", "provisional", "Self-worth", "25.9 to 48.2", "Points so far: 7 points"],
    }),
    "sheets/empty": mood(null, [null, 0, 27], null, {
      provisional: true,
      possible: ["minimal", "mild", "moderate", "marked", "severe"],
      step: "finish",
      says: ["Visit D", "Nothing can be said yet", "Answer the open questions"],
    }),
  },
  "practice-model": {
    "teams/atlas": practices(
      { "review-score": [1.63, 1.63, 1.63], "recovery-score": [0.5, 0.5, 0.5], "team-score": [1.1, 1.1, 1.1] },
      [35 + 5 / 12, 35 + 5 / 12, 35 + 5 / 12],
      ["recover-better"],
      ["Team Atlas", "Practise recovery", "35.4 of 100", "Score of review: 1.63"],
    ),
    "teams/borealis": practices(
      { "review-score": [0, 0, 0], "recovery-score": [0, 0, 0], "team-score": [0, 0, 0] },
      [null, 25, 100],
      ["read-more", "recover-better"],
      ["Team Borealis", "3 of 12 questions", "25.0 to 100.0", "Score of the team: 0"],
    ),
    "teams/dione": practices(
      { "review-score": [1.63, 1.63, 1.63], "recovery-score": [0, 0, 0], "team-score": [0.8, 0.8, 0.8] },
      [null, 68.75, 77 + 1 / 12],
      ["recover-better"],
      ["Team Dione", "Score of review: 1.63", "Score of recovery: 0", "68.7 to 77.1"],
    ),
    "teams/cirrus": practices(
      { "review-score": [3, 3, 3], "recovery-score": [2.5, 2.5, 2.5], "team-score": [2.8, 2.8, 2.8] },
      [91 + 2 / 3, 91 + 2 / 3, 91 + 2 / 3],
      [],
      ["Team Cirrus", "91.6 of 100", "differ on"],
    ),
  },
};

function expectInterval({ value, low, high }: Interval, wanted: Figure): void {
  for (const [at, figure] of [value, low, high].entries()) {
    if (wanted[at] === null) expect(figure).toBeNull();
    else expect(figure).toBeCloseTo(wanted[at]!, 9);
  }
}

const flagship = parse(readFileSync(fixture("../../questionnaires/manufacturer-cx-phases/questionnaire.yaml"), "utf8"));

describe.each(Object.entries(expected))("%s", (id, sheets) => {
  const file = fixture(`${id}/questionnaire.yaml`);
  const files = Object.keys(sheets).map(sheet => fixture(`${id}/${sheet}.yaml`));

  test("shares no role with the flagship", () => {
    const own: { id: string }[] = parse(readFileSync(file, "utf8")).roles;
    const theirs = new Set(flagship.roles.map((role: { id: string }) => role.id));
    expect(own.filter(role => theirs.has(role.id))).toEqual([]);
  });

  test("check has nothing to say, and every rule can come true", async () => {
    const { code, stdout } = await cxm(["check", file, "--format", "json"]);
    const [{ problems, reach }] = JSON.parse(stdout);
    expect({ code, problems }).toEqual({ code: 0, problems: [] });
    expect(reach.length).toBeGreaterThan(1);
    expect(reach.filter((one: { outcome: string }) => one.outcome !== "witness")).toEqual([]);
  });

  test("check accepts the answers", async () => {
    const { code, stdout } = await cxm(["check", "-q", file, ...files]);
    expect({ code, clean: stdout.match(/: no problems\.$/gm)?.length }).toEqual({ code: 0, clean: files.length });
  });

  test("assess asks its questions, and what is answered is what score reads", async () => {
    const { folder, remove } = workFolder();
    try {
      const toQuestions = "someone\n1\n:s\n:s\n";
      const run = bash(`printf '${toQuestions}2\nu\nq\n' | $CXM assess new.yaml -q ${file} --linear`, { cwd: folder });
      expect({ code: run.status, stderr: run.stderr }).toEqual({ code: 130, stderr: "" });
      const scored = await cxm(["score", join(folder, "new.yaml"), "-q", file, "--format", "json"]);
      const { coverage, criteria }: Evaluation = JSON.parse(scored.stdout);
      expect(coverage).toMatchObject({ answered: 1, unknown: 1 });
      expect(criteria.find(({ state }) => state === "answered")).toMatchObject({ level: 2 });
    } finally {
      remove();
    }
  });

  test("show prints every question, as text and as data", async () => {
    const text = (await cxm(["show", file], { columns: 100 })).stdout.replace(/\s+/g, " ");
    const data = JSON.parse((await cxm(["show", file, "--format", "json"])).stdout);
    expect(data.id).toBe(id);
    for (const { criteria } of data.dimensions) {
      for (const { question } of criteria) expect(text).toContain(question);
    }
  });

  test("list knows only the bundled ones", async () => {
    const entries: { id: string }[] = JSON.parse((await cxm(["list", "--format", "json"])).stdout);
    expect(entries.map(entry => entry.id)).toContain("manufacturer-cx-phases");
    expect(entries.map(entry => entry.id)).not.toContain(id);
  });

  test("score takes all its files at once, in their order", async () => {
    const { code, stdout } = await cxm(["score", "-q", file, ...files, "--format", "json"]);
    const all: Evaluation[] = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(all.map(one => one.verdict.phase)).toEqual(Object.values(sheets).map(sheet => sheet.phase));
  });

  describe.each(Object.entries(sheets))("%s", (sheet, wanted) => {
    const args = ["-q", file, fixture(`${id}/${sheet}.yaml`)];

    test("as data", async () => {
      const { code, stdout, stderr } = await cxm(["score", ...args, "--format", "json"]);
      const { verdict, nextStep, measures, index, ...found }: Evaluation = JSON.parse(stdout);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect({ ...verdict, possible: verdict.possible.phases }).toMatchObject({
        phase: wanted.phase,
        provisional: wanted.provisional,
        possible: wanted.possible,
      });
      expect(nextStep?.id ?? null).toBe(wanted.step);
      expect(found.warnings.map(one => one.id)).toEqual(wanted.warnings);
      expect(found.recommendations.map(one => one.id)).toEqual(wanted.recommendations);
      expect(measures.map(one => one.id)).toEqual(Object.keys(wanted.measures));
      for (const measure of measures) expectInterval(measure, wanted.measures[measure.id]!);
      expectInterval(index, wanted.index);
    });

    test.each(["score", "report"])("as %s prints it", async command => {
      const { code, stdout, stderr } = await cxm([command, ...args]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const text = stdout.replaceAll("\\", "").replace(/\s+/g, " ");
      for (const part of wanted.says) expect(text).toContain(part);
      expect(text).not.toMatch(/undefined|NaN|Phase /);
    });
  });
});

test("what decides a half answered sheet is what is open", async () => {
  const { stdout } = await cxm([
    "score",
    "-q",
    fixture("mood-nine/questionnaire.yaml"),
    fixture("mood-nine/sheets/partly.yaml"),
    "--format",
    "json",
  ]);
  const { verdict }: Evaluation = JSON.parse(stdout);
  expect(verdict.decidedBy.map(one => one.criterion)).toEqual(["self-worth", "pace"]);
});

test("no status is met where no band is certain", async () => {
  const files = ["-q", fixture("mood-nine/questionnaire.yaml"), fixture("mood-nine/sheets/empty.yaml")];
  expect((await cxm(["score", ...files, "--min-status", "entered"])).code).toBe(1);
});

test("every command is tried here or needs no questionnaire", () => {
  expect(Object.keys(commands).sort()).toEqual([
    "assess",
    "check",
    "completion",
    "explain",
    "list",
    "new",
    "report",
    "schema",
    "score",
    "show",
  ]);
});
