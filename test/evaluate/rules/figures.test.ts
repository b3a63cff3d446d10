// Figures: intervals while answers are missing, what leaves a mean, measures and their rounding.
import { describe, expect, test } from "vitest";
import type { Expression, Member } from "../../../src/model/condition.ts";
import { type Answers, criterion, dimension, figureOf, measure, named, run, stateOf } from "./small.ts";

const na = { na: "Not here." };
const naAllowed = { na: "Allowed." };

describe("dimensions and the index", () => {
  const two = [criterion("a"), criterion("b")];
  const percent = (answers: Answers, criteria = two) => {
    const { value, low, high } = run({ criteria }, answers).dimensions[0]!;
    return [value, low, high];
  };

  test("a dimension is the weighted mean of its criteria, in percent of the highest level", () => {
    expect(percent({ a: 3, b: 0 })).toEqual([50, 50, 50]);
    expect(percent({ a: 3, b: 0 }, [criterion("a", { weight: 3 }), criterion("b")])).toEqual([75, 75, 75]);
  });

  test("an unanswered criterion is anything from 0 to its highest level, never 0", () => {
    expect(percent({ a: 3 })).toEqual([null, 50, 100]);
    expect(percent({ a: 3, b: "unknown" })).toEqual([null, 50, 100]);
  });

  test("N/A leaves the mean", () => {
    expect(percent({ a: 3, b: na }, [criterion("a"), criterion("b", naAllowed)])).toEqual([100, 100, 100]);
  });

  test("what may still be N/A may leave the mean or stay in it", () => {
    // With a = 1 of 3: alone 33.3, beside 0 it is 16.7, beside 3 it is 66.7.
    const [value, low, high] = percent({ a: 1 }, [criterion("a"), criterion("b", naAllowed)]);
    expect([value, low?.toFixed(4), high?.toFixed(4)]).toEqual([null, "16.6667", "66.6667"]);
  });

  test("with nothing to score it is null, and leaves the index", () => {
    const parts = { dimensions: [dimension("d", [criterion("a", naAllowed)]), dimension("e", [criterion("b")])] };
    const { dimensions, index } = run(parts, { a: na, b: 3 });
    expect(named(dimensions, "d")).toEqual({
      id: "d",
      mean: null,
      meanLow: null,
      meanHigh: null,
      value: null,
      low: null,
      high: null,
      answered: 0,
      total: 1,
    });
    expect(index).toEqual({ value: 100, low: 100, high: 100 });
  });

  test("the index weighs dimensions, not criteria", () => {
    const weighted = [dimension("d", [criterion("a")], { weight: 3 }), dimension("e", two.slice(1))];
    const parts = { dimensions: [...weighted, dimension("f", [criterion("c")])] };
    expect(run(parts, { a: 3, b: 0, c: 0 }).index.value).toBe(60);
    expect(run(parts, { a: 3, b: 0 }).index).toEqual({ value: null, low: 60, high: 80 });
  });

  test("levels with scores count as their scores; conditions on the criterion still read levels", () => {
    const levels = [
      { text: "no", score: 0 },
      { text: "some", score: 0.25 },
      { text: "all", score: 1 },
    ];
    const scored = [criterion("a", { levels })];
    expect(percent({ a: 1 }, scored)).toEqual([25, 25, 25]);
    expect(stateOf({ criterion: "a", is: 1 }, { criteria: scored }, { a: 1 })).toBe("holds");
  });

  test("a condition on them is met only if the low bound meets it", () => {
    const atLeast = (n: number) => stateOf({ measure: "index", atLeast: n }, { criteria: two }, { a: 3 });
    expect([50, 51, 100].map(atLeast)).toEqual(["holds", "open", "open"]);
    const share = { dimension: "all", as: "percent" as const };
    expect(stateOf({ ...share, above: 50 }, { criteria: two }, { a: 3, b: 0 })).toBe("fails");
    expect(stateOf({ dimension: "all", atLeast: 1.5 }, { criteria: two }, { a: 3, b: 0 })).toBe("holds");
  });
});

describe("capabilities", () => {
  const parts = {
    criteria: [criterion("a"), criterion("b", naAllowed)],
    capabilities: [{ id: "c", title: "c", criteria: ["a", "b"] }],
  };
  const capability = (answers: Answers) => run(parts, answers).capabilities[0];

  test("are as strong as their weakest criterion", () => {
    expect(capability({ a: 3, b: 1 })).toEqual({ id: "c", level: 1, low: 1, high: 1 });
    expect(capability({ a: 3, b: na })).toEqual({ id: "c", level: 3, low: 3, high: 3 });
    expect(capability({ a: 2 })).toEqual({ id: "c", level: null, low: 0, high: 2 });
  });
});

describe("measures over members of which one is N/A", () => {
  const parts = { criteria: [criterion("a"), criterion("b", naAllowed)] };
  const answers = { a: 2, b: na };
  const members: Member[] = ["a", "b"];
  const value = (expression: Expression) => figureOf(expression, parts, answers)[0];

  test("skip leaves it out; the default of min, max, mean and sum", () => {
    expect(value({ mean: members, missing: "skip" })).toBe(2);
    expect([{ min: members }, { max: members }, { mean: members }, { sum: members }].map(value)).toEqual([2, 2, 2, 2]);
  });

  test("zero counts it as 0", () => {
    expect(value({ mean: members, missing: "zero" })).toBe(1);
    expect(value({ min: members, missing: "zero" })).toBe(0);
    expect(value({ multiply: members, missing: "zero" })).toBe(0);
  });

  test("null leaves no result; the default of arithmetic", () => {
    expect(value({ mean: members, missing: "null" })).toBeNull();
    expect([{ add: members }, { multiply: members }, { divide: members }].map(value)).toEqual([null, null, null]);
  });
});

describe("measures", () => {
  const parts = { criteria: [criterion("a"), criterion("b")] };
  const at = (expression: Expression, answers: Answers = { a: 3, b: 2 }) => figureOf(expression, parts, answers);
  const exactly = (x: number) => [x, x, x];

  test("arithmetic goes from left to right", () => {
    expect(at({ subtract: [10, "a", "b"] })).toEqual(exactly(5));
    expect(at({ divide: [12, "a", "b"] })).toEqual(exactly(2));
    expect(at({ add: [{ multiply: ["a", "b"] }, 1] })).toEqual(exactly(7));
  });

  test("intervals of arithmetic are those of its worst corners", () => {
    expect(at({ add: ["a", "b"] }, { a: 1 })).toEqual([null, 1, 4]);
    expect(at({ subtract: ["a", "b"] }, { a: 1 })).toEqual([null, -2, 1]);
    expect(at({ multiply: [-2, "b"] }, {})).toEqual([null, -6, 0]);
    expect(at({ divide: [6, { add: ["b", 1] }] }, {})).toEqual([null, 1.5, 6]);
  });

  test("nothing is divided by zero", () => {
    expect(at({ divide: ["a", "b"] }, { a: 3, b: 0 })[0]).toBeNull();
  });

  test("weights", () => {
    expect(at({ sum: ["a", "b"], weights: [2, 1] })).toEqual(exactly(8));
    expect(at({ mean: ["a", "b"], weights: [3, 1] })).toEqual(exactly(2.75));
  });

  test.each([
    ["floor", 2.5, 2],
    ["half-up", 2.5, 3],
    ["truncate", 2.5, 2],
    ["floor", -2.5, -3],
    ["half-up", -2.5, -2],
    ["truncate", -2.5, -2],
  ] as const)("round %s takes %d to %d", (round, from, to) => {
    expect(at({ sum: [from], round })).toEqual(exactly(to));
  });

  test("rounding keeps digits, and rounds the decimal that was meant", () => {
    expect(at({ divide: [20, 3], round: "truncate", digits: 1 })).toEqual(exactly(6.6));
    expect(at({ sum: [1.005], round: "half-up", digits: 2 })).toEqual(exactly(1.01));
  });

  test("clamp bounds the result and its interval", () => {
    expect(at({ sum: ["a", "b"], clamp: [0, 4] })).toEqual(exactly(4));
    expect(at({ sum: ["a", "b"], clamp: [1, 4] }, {})).toEqual([null, 1, 4]);
  });

  test("count: conditions that hold for certain up to those that may", () => {
    const count = (answers: Answers) =>
      at(
        {
          count: [
            { criterion: "a", atLeast: 1 },
            { criterion: "b", atLeast: 1 },
          ],
        },
        answers,
      );
    expect(count({ a: 1, b: 0 })).toEqual(exactly(1));
    expect(count({ a: 1 })).toEqual([null, 1, 2]);
  });

  test("measures of measures, dimensions and facts", () => {
    const facts = [{ id: "f", title: "f", question: "f?", type: "number" as const, min: 1, max: 5 }];
    const measures = [
      measure("m", { sum: [{ dimension: "all", as: "percent" }, "f"] }),
      measure("n", { max: ["m", 7] }),
    ];
    const run1 = run({ ...parts, facts, measures }, { a: 3, b: 3 }, { facts: { f: 2 } }).measures;
    expect(run1.map(({ value }) => value)).toEqual([102, 102]);
    const run2 = run({ ...parts, facts, measures }, { a: 3, b: 3 }).measures;
    expect(run2[0]).toMatchObject({ id: "m", value: null, low: 101, high: 105 });
  });
});

describe("bounds hold for every completion", () => {
  const shown = { criteria: [criterion("a", { visible: { criterion: "b", atLeast: 1 } }), criterion("b")] };

  // a is answered 3 and may turn out to be hidden: it then counts 0, or is skipped.
  test("arithmetic with a member that may be hidden, as zero: 1 to 4", () => {
    expect(figureOf({ add: ["a", 1], missing: "zero" }, shown, { a: 3 }).slice(1)).toEqual([1, 4]);
  });

  test("arithmetic with a member that may be hidden, skipped: 5 to 8", () => {
    expect(figureOf({ add: ["a", 5], missing: "skip" }, shown, { a: 3 }).slice(1)).toEqual([5, 8]);
  });

  test("three 3s with weights that drift are 3, not just below", () => {
    const three = { criteria: [criterion("a"), criterion("b"), criterion("c")] };
    const answers = { a: 3, b: 3, c: 3 };
    expect(figureOf({ mean: ["a", "b", "c"], weights: [0.1, 0.2, 0.3] }, three, answers)).toEqual([3, 3, 3]);
  });

  test("a mean of nothing that weighs is no figure", () => {
    const parts = { criteria: [criterion("a")], measures: [measure("m", { mean: ["a"], weights: [0] })] };
    expect(stateOf({ measure: "m", atLeast: 0 }, parts, { a: 3 })).toBe("fails");
  });

  test("a figure divided by zero is none, and meets no comparison", () => {
    const parts = { criteria: [criterion("a"), criterion("b")], measures: [measure("m", { divide: ["a", "b"] })] };
    expect(stateOf({ measure: "m", atLeast: 1 }, parts, { a: 2, b: 0 })).toBe("fails");
  });
});
