// Published instruments of other domains, written in the format: what they add up to, and what a blank does. The totals are derived
// by hand in the answer files, which nobody regenerates.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkAssessment } from "../../src/assessment/check.ts";
import { loadAssessment } from "../../src/assessment/load.ts";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import type { Answer } from "../../src/model/assessment.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import { loadQuestionnaire } from "../../src/questionnaire/load.ts";
import { reachability } from "../../src/reach/reachability.ts";
import { named } from "./rules/small.ts";

const here = (path: string) => fileURLToPath(new URL(`../fixtures/${path}.yaml`, import.meta.url));

/** A port: evaluates an answer file, perhaps with other answers. */
function portOf(id: string) {
  const { questionnaire, warnings } = loadQuestionnaire(here(`${id}/questionnaire`));
  const evaluator = compile(questionnaire);
  const score = (file: string, instead: Record<string, Answer> = {}): Evaluation => {
    const { assessment, document } = loadAssessment(here(`${id}/${file}`));
    expect(checkAssessment(assessment, document, questionnaire)).toEqual([]);
    const responses = assessment.responses!.map(one => ({ ...one, answers: { ...one.answers, ...instead } }));
    return evaluate(evaluator, { ...assessment, responses });
  };
  return { warnings, evaluator, score };
}

const figures = ({ measures }: Evaluation, ...ids: string[]) =>
  ids.map(id => {
    const { value, low, high } = named(measures, id);
    return value ?? (low === null ? null : [low, high]);
  });

describe("mood-nine: nine items from 0 to 3, their sum, five bands", () => {
  const { score } = portOf("mood-nine");
  const sums = (file: string, instead?: Record<string, Answer>) => figures(score(file, instead), "total", "so-far");

  test("the sum and its band", () => {
    expect([sums("sheets/moderate"), sums("sheets/severe")]).toEqual([
      [12, 12],
      [20, 20],
    ]);
    expect(score("sheets/severe").verdict).toMatchObject({ phase: "severe", provisional: false });
  });

  test.each([
    [4, "minimal"],
    [5, "mild"],
    [9, "mild"],
    [10, "moderate"],
    [14, "moderate"],
    [15, "marked"],
    [19, "marked"],
    [20, "severe"],
    [27, "severe"],
  ])("%i points: %s", (points, band) => {
    const items = ["joy", "spirits", "sleep", "energy", "appetite", "self-worth", "focus", "pace", "harm"];
    const answers = items.map((item, at) => [item, Math.max(0, Math.min(3, points - 3 * at))]);
    const evaluation = score("sheets/moderate", Object.fromEntries(answers));
    expect(figures(evaluation, "total")).toEqual([points]);
    expect(evaluation.verdict.phase).toBe(band);
  });

  test("the tenth item is asked and not scored", () => {
    expect(sums("sheets/moderate", { daily: 0 })).toEqual([12, 12]);
    expect(sums("sheets/moderate", { daily: 3 })).toEqual([12, 12]);
  });

  test("with blanks the sum is open, and the points so far are those of what is answered", () => {
    expect(sums("sheets/partly")).toEqual([[7, 13], 7]);
  });

  test("with nothing answered there is no score, not 0", () => {
    expect(sums("sheets/empty")).toEqual([[0, 27], null]);
    expect(score("sheets/empty").verdict.phase).toBeNull();
  });
});

describe("practice-model: streams and levels add up to a practice, practices to a team", () => {
  const { score } = portOf("practice-model");
  const scores = (file: string, instead?: Record<string, Answer>) =>
    figures(score(file, instead), "review-score", "recovery-score", "team-score");

  test("means of streams, added over the levels, rounded to the nearest", () => {
    expect(scores("teams/atlas")).toEqual([1.63, 0.5, 1.1]);
    expect(scores("teams/cirrus")).toEqual([3, 2.5, 2.8]);
  });

  test("a blank makes its practice 0, which still counts in the mean of the team", () => {
    expect(scores("teams/dione")).toEqual([1.63, 0, 0.8]);
    expect(scores("teams/borealis")).toEqual([0, 0, 0]);
  });

  test("the answer that was missing brings its practice back: 3, and (1.63 + 3) / 2 = 2.315", () => {
    expect(scores("teams/dione", { "rc-b3": 3 })).toEqual([1.63, 3, 2.3]);
  });

  test("advice reads the record, and says so", () => {
    const { recommendations } = score("teams/dione");
    const because = [{ ref: "measure:recovery-score", state: "holds" }];
    expect(recommendations).toEqual([{ id: "recover-better", because, about: [] }]);
  });
});

describe("badge: how binding a criterion is, justifications and links, percentages, levels on top of each other", () => {
  const { warnings, evaluator, score } = portOf("badge");
  const percents = (evaluation: Evaluation) => figures(evaluation, "passing", "silver", "gold");

  test("check has nothing to say, and every level and cap can come true", () => {
    expect(warnings).toEqual([]);
    expect(reachability(evaluator).filter(({ outcome }) => outcome !== "witness")).toEqual([]);
  });

  test.each([
    ["ant", "in-progress", [85, 99, 99]],
    ["bee", "passing-level", [100, 33, [0, 50]]],
    [
      "cat",
      "in-progress",
      [
        [57, 71],
        [0, 99],
        [0, 99],
      ],
    ],
    ["dog", "gold-level", [100, 100, 100]],
  ])("%s: %s, %j", (project, level, expected) => {
    const evaluation = score(`projects/${project}`);
    expect(percents(evaluation)).toEqual(expected);
    expect(evaluation.verdict).toMatchObject({ phase: level, provisional: false });
  });

  test("6 of 7 as it is, to the nearest and truncated", () => {
    const [exact, ...rounded] = figures(score("projects/ant"), "passing-exact", "passing-nearest", "passing");
    expect(exact).toBeCloseTo(600 / 7, 9);
    expect(rounded).toEqual([86, 85]);
  });

  test("a level that is complete counts 99 while the one below is not, and says what it would be", () => {
    const { measures, findings } = score("projects/ant");
    expect(named(measures, "silver")).toMatchObject({ cappedBy: ["passing-first"], uncapped: { value: 100 } });
    expect(named(measures, "gold")).toMatchObject({ cappedBy: ["silver-first"], uncapped: { value: 100 } });
    expect(named(measures, "passing")).toMatchObject({ cappedBy: [], uncapped: null });
    expect(findings.filter(({ kind }) => kind === "capped")).toEqual([
      { kind: "capped", refs: ["silver"], by: ["passing-first"], answered: 100, counted: 99 },
      { kind: "capped", refs: ["gold"], by: ["silver-first"], answered: 100, counted: 99 },
    ]);
  });

  test("the link that was missing completes passing, and with it silver and gold", () => {
    const report = { level: 1, evidence: [{ url: "https://ant.example/report" }] };
    const evaluation = score("projects/ant", { report });
    expect(percents(evaluation)).toEqual([100, 100, 100]);
    expect(evaluation.verdict.phase).toBe("gold-level");
  });

  test("SHOULD may be unmet with a justification, SUGGESTED in any case, MUST never", () => {
    const passed = (instead: Record<string, Answer>) => figures(score("projects/dog", instead), "passing")[0];
    expect(passed({ tests: 0 })).toBe(85);
    expect(passed({ tests: { level: 0, evidence: [{ text: "Later" }] } })).toBe(100);
    expect(passed({ tests: { level: 0, evidence: [{ url: "https://a.example" }] } })).toBe(85);
    expect(passed({ describe: { level: 0, evidence: [{ text: "Later" }] } })).toBe(85);
    expect(passed({ coverage: 1 })).toBe(100);
    expect(passed({ coverage: "unknown" })).toEqual([85, 100]);
  });
});
