// Grids: what a row counts as, at which rows a check holds, what measures and findings make of it. Every expectation is by hand.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { evaluate } from "../../../src/evaluate/evaluate.ts";
import { compile } from "../../../src/evaluate/program.ts";
import type { Response } from "../../../src/model/assessment.ts";
import type { Evaluation } from "../../../src/model/evaluation.ts";
import type { Cells, Grid, GridCheck } from "../../../src/model/grid.ts";
import { reachability } from "../../../src/reach/reachability.ts";
import { type Parts, questionnaire, run, stepsOf } from "./small.ts";

const none = { id: "none", title: "Nobody", text: "Name one.", marks: ["A"], below: 1 };
const several = { id: "several", title: "Several", text: "Keep one.", marks: ["A"], above: 1 };

/** Rows one and two before, three after; parties x, y and z; marks R, A and C. */
const grid = (checks: GridCheck[], more: Partial<Grid> = {}): Grid => ({
  id: "who",
  title: "Who",
  question: "Who?",
  roles: ["it", "sales"],
  marks: ["R", "A", "C"].map(id => ({ id, title: id, text: id })),
  columns: ["x", "y", "z"].map(id => ({ id, title: id })),
  sections: ["before", "after"].map(id => ({ id, title: id })),
  rows: [
    { id: "one", section: "before", title: "One" },
    { id: "two", section: "before", title: "Two" },
    { id: "three", section: "after", title: "Three" },
  ],
  checks,
  ...more,
});

type Rows = Record<string, Cells>;
const fills = (role: string, rows: Rows): Response => ({ role, respondent: role, answers: {}, grids: { who: rows } });
const parts = (one: Grid, more: Parts = {}): Parts => ({ ...criterionOf, grids: [one], ...more });
const criterionOf: Parts = { criteria: [{ id: "a", title: "a", question: "a?", roles: ["it"], levels: ["0", "1"] }] };
const filled = (checks: GridCheck[], responses: Response[], more: Partial<Grid> = {}) =>
  run(parts(grid(checks, more)), responses);
const found = ({ findings }: Evaluation) =>
  findings.flatMap(one =>
    one.kind === "grid"
      ? [[one.refs[0], one.check, one.hint ? "hint" : "finding", one.columns.join(" ")].join(": ")]
      : one.kind === "grid-disputed"
        ? [`${one.refs[0]}: disputed: ${one.roles.join(" ")}`]
        : [],
  );
const states = ({ grids }: Evaluation) => grids[0]!.rows.map(({ state }) => state);

describe("a row", () => {
  test("is filled when everybody says the same, in whatever order; nobody is an answer too", () => {
    const result = filled(
      [],
      [fills("it", { one: { x: "R", y: "A" }, two: {} }), fills("sales", { one: { y: "A", x: "R" } })],
    );
    expect(states(result)).toEqual(["filled", "filled", "unanswered"]);
    expect(result.grids[0]!.rows.map(({ cells }) => cells)).toEqual([{ x: "R", y: "A" }, {}, null]);
    expect(result.grids[0]!.rows[0]!.answers).toEqual([
      { respondent: "it", role: "it", outside: false, cells: { x: "R", y: "A" } },
      { respondent: "sales", role: "sales", outside: false, cells: { x: "R", y: "A" } },
    ]);
  });

  test("is disputed when they differ, be it in one cell", () => {
    const result = filled([], [fills("it", { one: { x: "R" } }), fills("sales", { one: { x: "R", y: "C" } })]);
    expect(result.grids[0]!.rows[0]).toMatchObject({ state: "disputed", cells: null });
    expect(found(result)).toEqual(["one: disputed: it sales"]);
  });

  test("does not count a voice from outside, and shows it", () => {
    const alone = filled([none], [fills("panel", { one: {} })]);
    expect([states(alone)[0], found(alone)]).toEqual(["unanswered", []]);
    expect(alone.grids[0]!.rows[0]!.answers).toMatchObject([{ role: "panel", outside: true }]);
    const beside = filled([none], [fills("it", { one: { x: "A" } }), fills("panel", { one: {} })]);
    expect([states(beside)[0], found(beside)]).toEqual(["filled", []]);
  });

  test("without ids that every object has", () => {
    const columns = ["constructor", "y"].map(id => ({ id, title: id }));
    const result = filled([{ ...none, columns: ["constructor"] }], [fills("it", { one: { y: "A" } })], { columns });
    expect(found(result)).toEqual(["one: none: finding: constructor"]);
  });
});

describe("a check", () => {
  test("counts the cells with one of its marks; the parties too many are named", () => {
    const responses = [fills("it", { one: { x: "A", z: "A" }, two: { y: "A" }, three: { x: "R" } })];
    expect(found(filled([none, several], responses))).toEqual(["one: several: finding: x z", "three: none: finding: "]);
  });

  test("counts within its columns; those of them without a mark are named", () => {
    const involved = { id: "involved", title: "I", text: "I", columns: ["y", "z"], marks: ["R", "A"], below: 2 };
    const responses = [fills("it", { one: { x: "R", y: "C", z: "R" }, two: { y: "A", z: "R" }, three: { x: "A" } })];
    expect(found(filled([involved], responses))).toEqual([
      "one: involved: finding: y",
      "three: involved: finding: y z",
    ]);
  });

  test.each<[object, string]>([
    [{ atLeast: 2 }, "two three"],
    [{ atMost: 1 }, "one"],
    [{ above: 2 }, "three"],
    [{ below: 2 }, "one"],
    [{ is: 2 }, "two"],
    [{ atLeast: 1, atMost: 2 }, "one two"],
  ])("compares as %j", (bounds, rows) => {
    const responses = [fills("it", { one: { x: "R" }, two: { x: "R", y: "R" }, three: { x: "R", y: "R", z: "R" } })];
    const check = { id: "c", title: "C", text: "C", marks: ["R"], ...bounds };
    expect(
      found(filled([check], responses))
        .map(one => one.split(":")[0])
        .join(" "),
    ).toBe(rows);
  });

  test("is asked of its rows and sections only", () => {
    const responses = [fills("it", { one: {}, two: {}, three: {} })];
    const rows = (more: object) => found(filled([{ ...none, ...more }], responses)).map(one => one.split(":")[0]);
    expect(rows({ rows: ["two"] })).toEqual(["two"]);
    expect(rows({ sections: ["after"] })).toEqual(["three"]);
    expect(rows({ rows: ["one", "three"], sections: ["before"] })).toEqual(["one"]);
  });

  test("finds nothing at a row that nobody filled", () => expect(found(filled([none], []))).toEqual([]));

  test("of a disputed row holds only if it does for every filling, and names what all of them show", () => {
    const both = [fills("it", { one: { x: "A", y: "A" } }), fills("sales", { one: { y: "A", z: "A" } })];
    expect(found(filled([several], both))).toEqual(["one: disputed: it sales", "one: several: finding: y"]);
    const either = [fills("it", { one: { x: "A", y: "A" } }), fills("sales", { one: { y: "A" } })];
    expect(found(filled([several], either))).toEqual(["one: disputed: it sales"]);
  });
});

describe("the hint that a party has no part elsewhere", () => {
  const apart = {
    ...{ id: "apart", title: "Apart", text: "Bring it in.", hint: true, sections: ["after"] },
    ...{ holder: "A", nowhere: { sections: ["before"], marks: ["R", "C"] } },
  };
  const hints = (...responses: Response[]) => found(filled([apart], responses)).filter(one => one.includes("apart"));

  test("reads the rows filled so far", () => {
    expect(hints(fills("it", { three: { x: "A" } }))).toEqual(["three: apart: hint: x"]);
    expect(hints(fills("it", { three: { x: "A" }, one: { x: "A", y: "R" } }))).toEqual(["three: apart: hint: x"]);
    expect(hints(fills("it", { three: { x: "A" }, one: { y: "R" }, two: { x: "C" } }))).toEqual([]);
  });

  test("speaks of rows with exactly one holder", () => {
    expect(hints(fills("it", { three: { x: "A", y: "A" } }))).toEqual([]);
    expect(hints(fills("it", { three: { x: "R" } }))).toEqual([]);
  });

  test("is not given where somebody says that the party has a part", () => {
    const one = fills("it", { three: { x: "A" }, one: { y: "R" } });
    expect(hints(one, fills("sales", { one: { x: "R" } }))).toEqual([]);
    expect(hints(one, fills("sales", { one: { z: "R" } }))).toEqual(["three: apart: hint: x"]);
  });

  test("counts in a measure only when no row can disprove it any more", () => {
    const counted = (rows: Rows) => {
      const measures = [{ id: "m", title: "M", sum: [{ grid: "who", check: "apart" }] }];
      const { value, low, high } = run(parts(grid([apart]), { measures }), [fills("it", rows)]).measures[0]!;
      return [value, low, high];
    };
    expect(counted({ three: { x: "A" }, one: {} })).toEqual([null, 0, 1]);
    expect(counted({ three: { x: "A" }, one: {}, two: { y: "C" } })).toEqual([1, 1, 1]);
    expect(counted({ three: { x: "A" }, one: { x: "C" } })).toEqual([0, 0, 0]);
  });
});

describe("a measure", () => {
  const measures = [{ id: "m", title: "M", sum: [{ grid: "who", check: "none" }] }];
  const unowned = (...responses: Response[]) => {
    const { value, low, high } = run(parts(grid([none]), { measures }), responses).measures[0]!;
    return [value, low, high];
  };

  test("counts the rows at which the check holds; open rows may add theirs", () => {
    expect(unowned()).toEqual([null, 0, 3]);
    expect(unowned(fills("it", { one: {}, two: { x: "A" } }))).toEqual([null, 1, 2]);
    expect(unowned(fills("it", { one: {}, two: { x: "A" }, three: {} }))).toEqual([2, 2, 2]);
  });

  test("leaves a disputed row open, unless all fillings agree on it", () => {
    const it = fills("it", { one: {}, two: { x: "A" }, three: { y: "A" } });
    expect(unowned(it, fills("sales", { one: { z: "A" } }))).toEqual([null, 0, 1]);
    expect(unowned(it, fills("sales", { one: { z: "R" } }))).toEqual([1, 1, 1]);
  });

  test("decides, and while it is open the grid is named with the roles to ask", () => {
    const open = parts(grid([none]), {
      measures,
      gates: [{ id: "g", title: "G", when: { measure: "m", atMost: 1 } }],
      ...stepsOf({ own: { gate: "g" } }),
    });
    const before = run(open, [fills("it", { one: { x: "A" } })]);
    expect(before.gates[0]).toEqual({ id: "g", state: "open", blockedBy: [], openBy: ["who"], needs: [] });
    expect(before.verdict).toMatchObject({ provisional: true, decidedBy: [{ grid: "who", roles: ["it", "sales"] }] });
    const after = run(open, [fills("it", { one: {}, two: {} })]);
    expect(after.gates[0]).toEqual({ id: "g", state: "fails", blockedBy: ["who"], openBy: ["who"], needs: [] });
    expect(after.verdict).toMatchObject({ provisional: false, decidedBy: [] });
  });

  test("and `check` finds the rows that make its rules come true", () => {
    const rule = (id: string, when: object) => ({ id, title: id, text: id, when: when as { measure: string } });
    const asked = questionnaire(
      parts(grid([none, several]), {
        measures: [...measures, { id: "n", title: "N", sum: [{ grid: "who", check: "several" }] }],
        recommendations: [
          rule("all", { measure: "m", atLeast: 3 }),
          rule("no", { measure: "m", atMost: 0 }),
          rule("many", { measure: "n", above: 2 }),
          rule("clean", {
            all: [
              { measure: "m", is: 0 },
              { measure: "n", is: 0 },
            ],
          }),
          rule("both", {
            all: [
              { measure: "m", is: 3 },
              { measure: "n", is: 3 },
            ],
          }),
          rule("beyond", { measure: "m", above: 3 }),
        ],
      }),
    );
    const outcomes = Object.fromEntries(reachability(compile(asked)).map(one => [one.rule, one.outcome]));
    expect(outcomes).toEqual({
      "recommendation:all": "witness",
      "recommendation:no": "witness",
      "recommendation:many": "witness",
      "recommendation:clean": "witness",
      "recommendation:both": "no-witness",
      "recommendation:beyond": "dead",
    });
  });
});

test("tallies: each section by itself, with what is open", () => {
  const one = { id: "one-owner", title: "One owner", marks: ["A"], is: 1 };
  const rows = { one: { x: "A" }, two: { x: "A", y: "A" } };
  const { grids } = filled([], [fills("it", rows), fills("sales", { two: { y: "A" } })], { tallies: [one] });
  expect(grids[0]!.tallies).toEqual([
    { id: "one-owner", section: "before", low: 1, high: 2, filled: 2, rows: 2 },
    { id: "one-owner", section: "after", low: 0, high: 1, filled: 0, rows: 1 },
  ]);
});

test("the worked example", () => {
  const fixture = (path: string) =>
    parse(readFileSync(new URL(`../../fixtures/responsibility/${path}`, import.meta.url), "utf8"));
  const result = evaluate(compile(fixture("questionnaire.yaml")), fixture("sheets/example.yaml"));
  expect(found(result)).toEqual([
    "promotion-schedule: promotion-without-it: finding: it",
    "order-status-answer: several-accountable: finding: ecommerce customer-care",
    "order-status-answer: nobody-responsible: finding: ",
    "return-refund: planned-apart: hint: customer-care",
    "complaint: nobody-accountable: finding: ",
  ]);
  expect(result.grids[0]!.tallies.map(({ section, low, filled }) => [section, low, filled])).toEqual([
    ["pre-sale", 2, 2],
    ["purchase", 0, 0],
    ["post-sale", 1, 3],
  ]);
  expect(result.measures).toEqual([{ id: "unowned", value: null, low: 1, high: 12, cappedBy: [], uncapped: null }]);
  expect(result.recommendations.map(({ id }) => id)).toEqual(["own"]);
});
