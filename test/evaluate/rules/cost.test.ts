// The cost model: the questionnaire's arithmetic at several scales, now and after the step, from the user's own numbers.
import { describe, expect, test } from "vitest";
import type { CostModel, Fact } from "../../../src/model/questionnaire.ts";
import { criterion, measure, run } from "./small.ts";

const fact = (id: string): Fact => ({ id, title: id, question: `${id}?`, type: "number", min: 0 });
const model: CostModel = {
  title: "Cost",
  scale: "orders",
  at: [10, 1000],
  figures: ["total", "each"],
  total: "total",
  after: { minutes: { fact: "goal", else: 1 } },
  investment: "project",
  running: "yearly",
  unit: "EUR",
};
const parts = {
  criteria: [criterion("a")],
  facts: ["orders", "minutes", "goal", "project", "yearly"].map(fact),
  measures: [measure("total", { multiply: ["orders", "minutes"] }), measure("each", { divide: ["total", "orders"] })],
  cost: model,
};
const cost = (facts: Record<string, number>) => run(parts, {}, { facts }).cost!;
const known = { orders: 100, minutes: 5 };

describe("the cost model", () => {
  test("is computed at its own scales and at today's, in order, now and after", () => {
    expect(cost(known).rows).toEqual([
      { at: 10, now: { total: 50, each: 5 }, after: { total: 10, each: 1 } },
      { at: 100, now: { total: 500, each: 5 }, after: { total: 100, each: 1 } },
      { at: 1000, now: { total: 5000, each: 5 }, after: { total: 1000, each: 1 } },
    ]);
  });

  test("names the facts that are missing, and computes nothing without them", () => {
    expect(cost({ minutes: 5 })).toEqual({
      missing: ["orders"],
      rows: [],
      saving: null,
      payback: null,
      breakEven: null,
    });
    expect(cost({}).missing).toEqual(["orders", "minutes"]);
  });

  test("takes the user's own goal where there is one", () => {
    expect(cost({ ...known, goal: 2 }).rows[1]!.after.total).toBe(200);
  });

  test("saves what is earned at today's scale, less the yearly running cost", () => {
    expect(cost(known)).toMatchObject({ saving: 400, payback: null, breakEven: null });
    expect(cost({ ...known, yearly: 300 }).saving).toBe(100);
  });

  test("is paid back in investment over saving, and never when nothing is saved", () => {
    expect(cost({ ...known, project: 800, yearly: 0 }).payback).toBe(2);
    expect(cost({ ...known, project: 800 }).payback).toBeNull();
    expect(cost({ ...known, project: 800, yearly: 400 })).toMatchObject({ saving: 0, payback: null });
  });

  test("breaks even at the scale that earns the running cost", () => {
    // Each order saves 4; 300 a year take 75 orders.
    expect(cost({ ...known, yearly: 300 }).breakEven).toBeCloseTo(75, 9);
  });

  test("has no figure where there would be a division by nothing", () => {
    expect(cost({ ...known, orders: 0 }).rows[0]).toEqual({
      at: 0,
      now: { total: 0, each: null },
      after: { total: 0, each: null },
    });
  });

  test("does not touch the evaluation beside it", () => {
    expect(run(parts, {}, { facts: known }).measures[0]).toMatchObject({ value: 500, low: 500, high: 500 });
  });

  test("is null in a questionnaire without one", () => {
    expect(run({ criteria: [criterion("a")] }).cost).toBeNull();
  });
});
