// What is not there: N/A that counts by the questionnaire's choice, and figures of the record, in which blanks are missing.
import { describe, expect, test } from "vitest";
import type { NotApplicable, Questionnaire } from "../../../src/model/questionnaire.ts";
import { type Answers, criterion, figureOf, measure, run, says, stateOf, viewOf } from "./small.ts";

const na = { na: "Not here." };
const allowed = { na: "Sometimes." };
const criteria = [criterion("a", allowed), criterion("b")];
const roadmap = { target: 2 };

describe("not applicable", () => {
  const mean = (notApplicable: NotApplicable, answers: Answers) => {
    const { value, low, high } = run({ criteria, notApplicable, roadmap }, answers).dimensions[0]!;
    return [value, low, high].map(x => x && Math.round(x));
  };

  test("leaves, counts as the highest level, or as the target of the roadmap", () => {
    // b at 1 of 3; a leaves (33), counts 3 of 3 (67), counts 2 of 3 (50).
    expect(mean("dropped", { a: na, b: 1 })).toEqual([33, 33, 33]);
    expect(mean("met", { a: na, b: 1 })).toEqual([67, 67, 67]);
    expect(mean("target", { a: na, b: 1 })).toEqual([50, 50, 50]);
  });

  test("is the criterion's own choice where it makes one", () => {
    const own = [criterion("a", { ...allowed, notApplicable: "dropped" }), criterion("b")];
    expect(run({ criteria: own, notApplicable: "met" }, { a: na, b: 1 }).dimensions[0]!.mean).toBe(1);
  });

  test("counts as the target or the highest level, whichever is lower", () => {
    const low = [criterion("a", { ...allowed, levels: ["no", "yes"] })];
    expect(
      viewOf(run({ criteria: [...low, criterion("b")], notApplicable: "target", roadmap: { target: 3 } }, { a: na }))
        .level,
    ).toBe(1);
  });

  test("stays a state of its own, with the level that counts", () => {
    const view = viewOf(run({ criteria, notApplicable: "met" }, { a: na }));
    expect(view).toMatchObject({ state: "na", level: 3, answeredLevel: null });
    const parts = { criteria, notApplicable: "met" as const };
    expect(stateOf({ criterion: "a", state: ["na"] }, parts, { a: na })).toBe("holds");
    expect(stateOf({ criterion: "a", atLeast: 3 }, parts, { a: na })).toBe("holds");
    expect(stateOf({ criterion: "a", below: 3, na: "holds" }, parts, { a: na })).toBe("fails");
    expect(stateOf({ criterion: "a", evidence: "any" }, parts, { a: na })).toBe("fails");
  });

  test("while nobody has answered, lies within the levels and never leaves", () => {
    expect(mean("target", { b: 1 })).toEqual([null, 17, 67]);
    const gate = { criterion: "a", atMost: 3 } as const;
    expect(stateOf(gate, { criteria, notApplicable: "met" })).toBe("holds");
    expect(stateOf(gate, { criteria, notApplicable: "dropped" })).toBe("open");
  });

  test("is nothing to lift and nothing to ask", () => {
    const groups = [{ id: "g", title: "g", criteria: "all" as const, target: 3 }];
    const { roadmap: work } = run(
      { criteria, notApplicable: "target", roadmap: { ...roadmap, groups } },
      { a: na, b: 1 },
    );
    expect(work).toMatchObject({ groups: [{ criteria: ["b"] }], quickWins: [], parked: [], ask: [] });
  });

  test("is capped like any level", () => {
    const caps = [{ id: "cap", title: "c", when: { criterion: "b", atMost: 1 }, criteria: ["a"], atMost: 1 }];
    const view = viewOf(run({ criteria, notApplicable: "met", caps }, { a: na, b: 1 }));
    expect(view).toMatchObject({ state: "na", level: 1, cappedBy: ["cap"] });
  });

  test("beside a level: the level counts", () => {
    const heard = [says("it", { a: 1, b: 1 }), says("sales", { a: na })];
    expect(run({ criteria, notApplicable: "met" }, heard).dimensions[0]!.mean).toBe(1);
  });
});

describe("a figure of the record", () => {
  const record = (expression: object, answers: Answers, more: Partial<Questionnaire> = {}) => {
    const measures = [measure("m", { ...expression, blanks: "missing" } as never)];
    const { value, low, high } = run({ criteria, ...more, measures }, answers).measures[0]!;
    return low === high ? value : [value, low, high];
  };

  test("passes over what nobody answered, counts it 0, or is none, as `missing` says", () => {
    expect(record({ sum: ["a", "b"] }, { a: 2 })).toBe(2);
    expect(record({ mean: ["a", "b"] }, { a: 2 })).toBe(2);
    expect(record({ mean: ["a", "b"], missing: "zero" }, { a: 2 })).toBe(1);
    expect(record({ mean: ["a", "b"], missing: "null" }, { a: 2 })).toBeNull();
    expect(record({ add: ["a", "b"] }, { a: 2 })).toBeNull();
  });

  test("is none when nothing is answered, and not 0", () => {
    expect(record({ sum: ["a", "b"] }, {})).toBeNull();
    expect(record({ sum: ["a", "b"], missing: "zero" }, {})).toBe(0);
  });

  test("takes an unknown for a blank, also within, and in a dimension", () => {
    expect(record({ sum: [{ max: ["a", "b"] }, 1] }, { a: 2, b: "unknown" })).toBe(3);
    expect(record({ sum: ["all", 1] }, { a: 2, b: "unknown" })).toBe(3);
    expect(record({ sum: [{ dimension: "all", as: "percent" }] }, { a: 3, b: "unknown" })).toBe(100);
  });

  test("lets a blank not count as an N/A does", () => {
    expect(record({ mean: ["a", "b"] }, { b: 1 }, { notApplicable: "met" })).toBe(1);
    expect(record({ mean: ["a", "b"] }, { a: na, b: 1 }, { notApplicable: "met" })).toBe(2);
  });

  test("is the usual figure once everything is answered", () => {
    expect(record({ mean: ["a", "b"] }, { a: 2, b: 1 })).toBe(
      figureOf({ mean: ["a", "b"] }, { criteria }, { a: 2, b: 1 })[0],
    );
  });

  test("is what advice reads, as it is", () => {
    const measures = [measure("m", { sum: ["a", "b"], missing: "zero", blanks: "missing" } as never)];
    const recommendations = [{ id: "r", title: "r", text: "r", when: { measure: "m", atMost: 2 } }];
    const advice = (answers: Answers) => run({ criteria, measures, recommendations }, answers).recommendations;
    expect(advice({ a: 2 })).toEqual([{ id: "r", because: [{ ref: "measure:m", state: "holds" }], about: [] }]);
    expect(advice({ a: 2, b: 1 })).toEqual([]);
  });
});
