// The flagship against results written by hand from the domain files, before there was an engine.
import { describe, expect, test } from "vitest";
import type { Evaluation } from "../../src/model/evaluation.ts";
import { type Change, changed, example, expected, profiled, run, spokenOf, summary } from "../support/flagship.ts";

const organisations = expected("organisations");
const meta = new Set(["id", "facts", "base", "change"]);
const assertions = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !meta.has(key)));

function compare(evaluation: Evaluation, row: Record<string, unknown>) {
  const { warnings, possibleSteps, ...rest } = assertions(row);
  const actual = summary(evaluation);
  expect(spokenOf(actual, rest)).toEqual(Object.fromEntries(Object.entries(rest).filter(([key]) => key in actual)));
  if (Array.isArray(warnings)) expect([...actual.warnings].sort()).toEqual([...warnings].sort());
  else if (warnings) {
    const { has, hasNot } = warnings as { has: string[]; hasNot: string[] };
    expect(actual.warnings).toEqual(expect.arrayContaining(has));
    expect(actual.warnings.filter(id => hasNot.includes(id))).toEqual([]);
  }
  if (possibleSteps) expect(actual.possibleSteps).toEqual(expect.arrayContaining(possibleSteps as string[]));
}

describe("the three organisations", () => {
  for (const row of organisations.organisations) {
    test(row.id, () => {
      const assessment = example(row.id);
      expect(assessment.facts).toMatchObject(row.facts);
      compare(run(assessment), row);
    });

    test(`${row.id}: consensus of every criterion`, () => {
      const levels = Object.fromEntries(run(example(row.id)).criteria.map(({ id, level }) => [id, level]));
      expect(levels).toEqual(expected("consensus")[row.id]);
    });
  }
});

describe("variants", () => {
  for (const row of organisations.variants) {
    test(row.id, () => compare(run(changed(example(row.base), row.change)), row));
  }
});

describe("companies to try the rules on (wording)", () => {
  for (const { id, facts, answers, expect: row, controls = [] } of expected("companies").companies) {
    test(id, () => compare(run(profiled({ facts, answers })), row));

    for (const [number, control] of (controls as { change: Change; expect: Record<string, unknown> }[]).entries()) {
      test(`${id}: control ${number + 1}`, () => {
        const roles = Object.fromEntries(
          Object.entries(answers.roles ?? {}).filter(([id]) => !(id in (control.change.levels ?? {}))),
        );
        const levels = { ...answers.levels, ...control.change.levels };
        const merged = { ...facts, ...control.change.facts };
        const known = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as typeof facts;
        compare(run(profiled({ facts: known, answers: { ...answers, levels, roles } })), control.expect);
      });
    }
  }
});

describe("the cost model", () => {
  const { inputs, rows, cases } = expected("cost");
  const costOf = (facts: Record<string, number>) =>
    run(changed(example("valbruna-pumps"), { facts: { ...inputs, ...facts } })).cost!;

  for (const row of rows) {
    test(`at ${row.at}`, () => {
      const found = costOf({}).rows.find(one => one.at === row.at)!;
      for (const figure of ["orders", "rekeying-cost", "correction-cost", "handling-cost", "handling-cost-per-order"]) {
        expect(found.now[figure]).toBeCloseTo(row[figure], 2);
      }
      expect(found.after["handling-cost"]).toBeCloseTo(row["after-total"], 2);
      expect(found.after["handling-cost-per-order"]).toBeCloseTo(row["after-per-order"], 2);
    });
  }

  for (const { id, inputs, ...result } of cases) {
    test(id, () => {
      const found = costOf(inputs);
      const saving = result.saving ?? result.savingGross;
      expect(found.saving).toBeCloseTo(saving, 2);
      if (result.payback === null) expect(found.payback).toBeNull();
      if (result.payback) expect(found.payback).toBeCloseTo(result.payback, 5);
      if (result.breakEven) expect(found.breakEven).toBeCloseTo(result.breakEven, 2);
    });
  }

  test("names the facts that are missing and computes nothing without them", () => {
    const { missing, rows } = run(
      changed(example("valbruna-pumps"), { facts: { "csr-hourly-cost": null, "error-rate": null } }),
    ).cost!;
    expect({ missing, rows }).toEqual({ missing: ["csr-hourly-cost", "error-rate"], rows: [] });
  });
});
