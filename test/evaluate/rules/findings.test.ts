// Findings: what a reader should know about the answers themselves. The limits are the questionnaire's.
import { describe, expect, test } from "vitest";
import type { Answer, Response } from "../../../src/model/assessment.ts";
import type { Finding } from "../../../src/model/evaluation.ts";
import { type Answers, criterion, type Parts, rule, run, says } from "./small.ts";

const a = criterion("a", { roles: ["it", "sales"], na: "Allowed." });

function found<Kind extends Finding["kind"]>(
  kind: Kind,
  responses: Response[] | Answers,
  parts: Parts = {},
  date?: string,
) {
  const { findings } = run({ criteria: [a], ...parts }, responses, date ? { date } : {});
  return findings.filter((finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind);
}

const both = (it: Answer, sales: Answer) => [says("it", { a: it }), says("sales", { a: sales })];

describe("voices that do not agree", () => {
  test("disagreement: answers two levels apart, whoever is right", () => {
    expect(found("disagreement", both(0, 2))).toEqual([
      {
        kind: "disagreement",
        refs: ["a"],
        spread: 2,
        answers: [
          { role: "it", level: 0 },
          { role: "sales", level: 2 },
        ],
      },
    ]);
    expect(found("disagreement", both(1, 2))).toEqual([]);
    expect(found("disagreement", both(1, 2), { findings: { spread: 1 } })).toHaveLength(1);
  });

  test("straddle: answers on both sides of what a gate needs, however close", () => {
    const parts = { gates: [rule("g", { criterion: "a", atLeast: 2 })] };
    expect(found("straddle", both(1, 2), parts)).toEqual([{ kind: "straddle", refs: ["a"], gate: "g", needs: 2 }]);
    expect(found("straddle", both(2, 3), parts)).toEqual([]);
    expect(found("straddle", both(0, 1), parts)).toEqual([]);
  });

  test("straddle: through a capability, too", () => {
    const parts = {
      capabilities: [{ id: "c", title: "c", criteria: ["a"] }],
      gates: [rule("g", { any: [{ measure: "c", atLeast: 3 }] })],
    };
    expect(found("straddle", both(2, 3), parts)).toMatchObject([{ gate: "g", needs: 3 }]);
  });

  test("na-disputed: a level beside N/A", () => {
    expect(found("na-disputed", both(2, { na: "Not here." }))).toEqual([
      { kind: "na-disputed", refs: ["a"], roles: ["sales"] },
    ]);
    expect(found("na-disputed", both({ na: "No." }, { na: "No." }))).toEqual([]);
  });

  test("say-do-gap: inside at least one level above outside, never below", () => {
    const heard = (inside: number, outside: number) =>
      found("say-do-gap", [says("it", { a: inside }), says("panel", { a: outside })]);
    expect(heard(2, 1)).toEqual([{ kind: "say-do-gap", refs: ["a"], inside: 2, outside: 1 }]);
    expect(heard(1, 2)).toEqual([]);
    expect(heard(1, 1)).toEqual([]);
  });
});

describe("voices that are missing", () => {
  test("missing-voice: a listed role did not speak; whether it knows best, and whether a gate hangs on it", () => {
    expect(found("missing-voice", [says("sales", { a: 1 })])).toEqual([
      { kind: "missing-voice", refs: ["a"], roles: ["it"], gate: false, bestPlaced: true },
    ]);
    expect(
      found("missing-voice", [says("it", { a: 1 })], { gates: [rule("g", { criterion: "a", atLeast: 1 })] }),
    ).toEqual([{ kind: "missing-voice", refs: ["a"], roles: ["sales"], gate: true, bestPlaced: false }]);
  });

  test("missing-voice: who said unknown or N/A has spoken; nobody waits for a voice from outside", () => {
    expect(found("missing-voice", both("unknown", { na: "Not here." }))).toEqual([]);
    const listed = criterion("a", { roles: ["it", "panel"] });
    expect(found("missing-voice", { a: 1 }, { criteria: [listed] })).toEqual([]);
  });

  test("unknown: asked, and nobody could say", () => {
    expect(found("unknown", both("unknown", "unknown"))).toEqual([
      { kind: "unknown", refs: ["a"], roles: ["it", "sales"] },
    ]);
    expect(found("unknown", both("unknown", 1))).toEqual([]);
    expect(found("unknown", {})).toEqual([]);
  });

  test("uncorroborated: a department grades itself, alone and without evidence", () => {
    const parts = { criteria: [criterion("a", { corroborate: true })] };
    expect(found("uncorroborated", { a: 3 }, parts)).toEqual([{ kind: "uncorroborated", refs: ["a"], roles: ["it"] }]);
    expect(found("uncorroborated", { a: { level: 3, evidence: [{ text: "A list." }] } }, parts)).toEqual([]);
    expect(found("uncorroborated", [says("it", { a: 3 }, "Ann"), says("it", { a: 3 }, "Bob")], parts)).toHaveLength(1);
    expect(found("uncorroborated", [says("it", { a: 3 }), says("sales", { a: 3 })], parts)).toEqual([]);
    expect(found("uncorroborated", { a: 3 })).toEqual([]);
  });
});

describe("answers to look at again", () => {
  test("na-heavy: more than two criteria of gates said not to apply", () => {
    const ids = ["p", "q", "r"];
    const parts = {
      criteria: ids.map(id => criterion(id, { na: "Allowed." })),
      gates: [rule("g", { all: ids.map(id => ({ criterion: id, atLeast: 1, na: "holds" as const })) })],
    };
    const na = { na: "Not here." };
    expect(found("na-heavy", { p: na, q: na, r: na }, parts)).toEqual([{ kind: "na-heavy", refs: ids }]);
    expect(found("na-heavy", { p: na, q: na, r: 0 }, parts)).toEqual([]);
    expect(found("na-heavy", { p: na, q: na, r: na }, { criteria: parts.criteria })).toEqual([]);
  });

  test("stale-evidence: more than a year before the assessment, and only if that has a date", () => {
    const dated = (date: string) => ({ a: { level: 1, evidence: [{ text: "A list.", date }] } });
    expect(found("stale-evidence", dated("2025-11-20"), {}, "2026-11-21")).toEqual([
      { kind: "stale-evidence", refs: ["a"], dates: ["2025-11-20"] },
    ]);
    expect(found("stale-evidence", dated("2025-11-21"), {}, "2026-11-21")).toEqual([]);
    expect(found("stale-evidence", dated("2001-01-01"))).toEqual([]);
  });

  test("capped: a cap changes what counts, not one that leaves it", () => {
    const parts = {
      criteria: [a, criterion("b")],
      caps: [{ ...rule("c", { criterion: "b", is: 0 }), criteria: ["a"], atMost: 1 }],
    };
    expect(found("capped", { a: 3, b: 0 }, parts)).toEqual([
      { kind: "capped", refs: ["a"], by: ["c"], answered: 3, counted: 1 },
    ]);
    expect(found("capped", { a: 1, b: 0 }, parts)).toEqual([]);
    expect(found("capped", { a: 3, b: 1 }, parts)).toEqual([]);
  });

  test("nothing is said about what is hidden", () => {
    const parts = { criteria: [{ ...a, visible: { criterion: "b", is: 3 } }, criterion("b")] };
    expect(run(parts, [says("it", { a: 0, b: 0 }), says("sales", { a: 3 })]).findings).toEqual([]);
  });
});

test("coverage counts visible criteria, and evidence of inside voices only", () => {
  const criteria = ["p", "q", "r", "s", "t"].map(id => criterion(id, { na: "Allowed." }));
  const evidence = [{ text: "A list." }];
  const { coverage } = run({ criteria }, [
    says("it", { p: { level: 1, evidence }, q: 1, r: "unknown", s: { na: "No." } }),
    says("panel", { q: { level: 1, evidence }, t: 3 }),
  ]);
  expect(coverage).toEqual({ answered: 2, unknown: 1, na: 1, unanswered: 1, hidden: 0, withEvidence: 1 });
});
