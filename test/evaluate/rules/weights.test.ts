// Weights that answers move: intervals while those are open.
import { describe, expect, test } from "vitest";
import type { Weight } from "../../../src/model/condition.ts";
import { type Answers, criterion, dimension, measure, named, run } from "./small.ts";

const byW: Weight = { measure: "w" };
const measures = [measure("w", { add: ["c"] })];

describe("the weight of a dimension", () => {
  const dimensions = [
    dimension("d", [criterion("a")], { weight: byW }),
    dimension("e", [criterion("b")]),
    dimension("f", [criterion("c")], { weight: 0 }),
  ];
  const parts = { dimensions, measures, gates: [{ id: "g", title: "g", when: { measure: "index", atLeast: 50 } }] };
  const index = (answers: Answers) => {
    const { value, low, high } = run(parts, answers).index;
    return [value, low, high];
  };

  test("is what its measure comes to", () => {
    // (100 x 3 + 0 x 1) / 4
    expect(index({ a: 3, b: 0, c: 3 })).toEqual([75, 75, 75]);
    expect(index({ a: 3, b: 0, c: 1 })).toEqual([50, 50, 50]);
    expect(index({ a: 3, b: 0, c: 0 })).toEqual([0, 0, 0]);
  });

  test("is an interval while its measure is", () => {
    expect(index({ a: 3, b: 0 })).toEqual([null, 0, 75]);
    expect(index({ a: 0, b: 3 })).toEqual([null, 25, 100]);
  });

  test("is named by what hangs on it", () => {
    const phases = [
      { id: "0", title: "0" },
      { id: "1", title: "1", entered: { gate: "g" } },
    ];
    const { verdict, gates } = run({ ...parts, phases }, { a: 3, b: 0 });
    expect(verdict).toMatchObject({ provisional: true, decidedBy: [{ criterion: "c" }] });
    expect(named(gates, "g")).toMatchObject({ state: "open", openBy: ["c"] });
  });
});

describe("the weight of a member", () => {
  const criteria = ["a", "b", "c", "d"].map(id => criterion(id, id === "c" ? { na: "Sometimes." } : {}));
  const figure = (kind: "mean" | "sum", weights: Weight[], answers: Answers, own = measures) => {
    const made = measure("m", { [kind]: ["a", "b", "d"].slice(0, weights.length), weights });
    const { value, low, high } = named(run({ criteria, measures: [...own, made] }, answers).measures, "m");
    return [value, low, high];
  };

  test("pulls a mean towards the highest and the lowest member", () => {
    // 0, 2 and 3, the outer ones weighing 0 to 3: at best (2 + 3 x 3) / 4, at worst (0 x 3 + 2) / 4.
    expect(figure("mean", [byW, 1, byW], { a: 0, b: 2, d: 3 })).toEqual([null, 0.5, 2.75]);
    expect(figure("mean", [byW, 1, byW], { a: 0, b: 2, d: 3, c: 1 })).toEqual([5 / 3, 5 / 3, 5 / 3]);
  });

  test("stretches a sum from its low end to its high one", () => {
    expect(figure("sum", [byW, 1], { a: 2, b: 3 })).toEqual([null, 3, 9]);
    expect(figure("sum", [byW, 1], { a: 2, b: 3, c: 2 })).toEqual([7, 7, 7]);
  });

  test("is nothing without a figure, and nothing below 0", () => {
    expect(figure("mean", [byW, 1], { a: 3, b: 1, c: { na: "Not here." } })).toEqual([1, 1, 1]);
    const below = [measure("w", { subtract: ["c", 5] })];
    expect(figure("mean", [byW, 1], { a: 3, b: 1, c: 3 }, below)).toEqual([1, 1, 1]);
  });

  test("of all of them nothing: no figure", () => {
    expect(figure("mean", [byW], { a: 3, c: 0 })).toEqual([null, null, null]);
    expect(figure("mean", [byW], { a: 3 })).toEqual([null, 3, 3]);
  });
});
