// The profile: parts with a state each, and the weakest of several.
import { describe, expect, test } from "vitest";
import type { Condition } from "../../../src/model/condition.ts";
import type { Profile } from "../../../src/model/questionnaire.ts";
import { type Answers, criterion, dimension, named, run, says, stateOf } from "./small.ts";

const dimensions = [
  dimension("d", [criterion("a"), criterion("b")]),
  dimension("e", [criterion("c", { na: "Sometimes." })]),
];
const part = (id: string, own: string) => ({
  dimension: id,
  when: {
    established: {
      all: [
        { dimension: id, atLeast: 2.5 },
        { criterion: own, atLeast: 2 },
      ],
    },
    emerging: { dimension: id, atLeast: 1.5 },
  },
});
const profile: Profile = {
  title: "Practices",
  states: ["established", "emerging", "absent"].map(id => ({ id, title: id })),
  parts: [part("d", "a"), part("e", "c")],
};
const parts = { dimensions, profile };
const na = { na: "Not here." };

describe("a part", () => {
  const stateIn = (answers: Answers) => named(run(parts, answers).profile, "d").state;

  test("has the first state whose condition holds", () => {
    expect(stateIn({ a: 3, b: 3 })).toBe("established");
    expect(stateIn({ a: 2, b: 3 })).toBe("established");
    expect(stateIn({ a: 1, b: 3 })).toBe("emerging");
    expect(stateIn({ a: 0, b: 3 })).toBe("emerging");
  });

  test("has the last when none holds", () => {
    expect(stateIn({ a: 1, b: 1 })).toBe("absent");
    expect(named(run(parts, { c: na }).profile, "e").state).toBe("absent");
  });

  test("has none while a better one is still possible, or it is not certain itself", () => {
    // b at 3 alone: 1.5 to 3, so at least emerging, and perhaps established.
    expect(stateIn({ b: 3 })).toBeNull();
    expect(stateIn({ b: 2 })).toBeNull();
    // At most 1.5: not established, and perhaps emerging.
    expect(stateIn({ a: 0 })).toBeNull();
    expect(stateIn({})).toBeNull();
  });

  test("has one as soon as only that is possible", () => {
    // a at 1 excludes established; with b at 2 the mean is 1.5.
    expect(stateIn({ a: 1, b: 2 })).toBe("emerging");
  });
});

describe("conditions on a part", () => {
  const is = (state: string, answers: Answers) => stateOf({ profile: "d", is: state }, parts, answers);

  test("hold, fail or are open like the state", () => {
    expect([is("established", { a: 3, b: 3 }), is("emerging", { a: 3, b: 3 })]).toEqual(["holds", "fails"]);
    expect(["established", "emerging", "absent"].map(state => is(state, { b: 3 }))).toEqual(["open", "open", "fails"]);
  });

  test("count, and carry phases; what is open decides", () => {
    const measures = [
      {
        id: "n",
        title: "n",
        count: [
          { profile: "d", is: "established" },
          { profile: "e", is: "established" },
        ],
      },
    ];
    const phases = [
      { id: "0", title: "0" },
      { id: "1", title: "1", entered: { measure: "n", atLeast: 1 } },
    ];
    const { verdict, measures: figures } = run({ ...parts, measures, phases }, { a: 3, c: 0 });
    expect(figures[0]).toMatchObject({ value: null, low: 0, high: 1 });
    expect(verdict).toMatchObject({ phase: "0", provisional: true, decidedBy: [{ criterion: "b" }] });
  });

  test("ask of a criterion what their own state needs, not what a better one would", () => {
    const gates = [{ id: "g", title: "g", when: { profile: "e", is: "emerging" } }];
    const graded = [
      {
        ...profile.parts[1]!,
        when: { established: { criterion: "c", atLeast: 3 }, emerging: { criterion: "c", atLeast: 1 } },
      },
    ];
    const heard = [says("it", { c: 1 }), says("sales", { c: 3 })];
    const { findings } = run({ dimensions, profile: { ...profile, parts: graded }, gates }, heard);
    expect(findings.filter(({ kind }) => kind === "straddle")).toEqual([]);
    const lower = run({ dimensions, profile: { ...profile, parts: graded }, gates }, [
      says("it", { c: 0 }),
      says("sales", { c: 3 }),
    ]);
    expect(lower.findings.filter(({ kind }) => kind === "straddle")).toMatchObject([{ refs: ["c"], needs: 1 }]);
  });

  test("are told as reasons", () => {
    const advice = { id: "r", title: "r", text: "r", when: { profile: "d", is: "absent" } };
    const { recommendations } = run({ ...parts, recommendations: [advice] }, { a: 0, b: 0 });
    expect(recommendations[0]!.because).toEqual([{ ref: "profile:d:absent", state: "holds" }]);
  });
});

describe("the lowest of several", () => {
  const weakest = (id: string, answers: Answers, more: object = {}) =>
    stateOf({ dimension: id, lowestOf: ["d", "e"], ...more } as Condition, parts, answers);

  test("has none below it", () => {
    expect([weakest("d", { a: 1, b: 1, c: 2 }), weakest("e", { a: 1, b: 1, c: 2 })]).toEqual(["holds", "fails"]);
  });

  test("may be several alike", () => {
    expect([weakest("d", { a: 1, b: 3, c: 2 }), weakest("e", { a: 1, b: 3, c: 2 })]).toEqual(["holds", "holds"]);
  });

  test("is open while an interval may be lower", () => {
    // d is 0.5 to 2.
    expect([weakest("d", { a: 1, c: 1 }), weakest("e", { a: 1, c: 1 })]).toEqual(["open", "open"]);
    // Never above 2; at 0 nothing is below.
    expect(weakest("d", { b: 1, c: 2 })).toBe("holds");
    expect(weakest("e", { b: 1, c: 0 })).toBe("holds");
    expect(weakest("d", { b: 1, c: 0 })).toBe("fails");
  });

  test("has no rival in what is not applicable, which is no lowest itself", () => {
    expect([weakest("d", { a: 3, b: 3, c: na }), weakest("e", { a: 3, b: 3, c: na })]).toEqual(["holds", "fails"]);
    expect(weakest("e", { a: 3, b: 3, c: na }, { na: "holds" })).toBe("holds");
  });

  test("is open where the lower one may still leave", () => {
    // c has no answer: 0 to 3, or not applicable at all.
    expect(weakest("d", { a: 0, b: 0 })).toBe("holds");
    expect(weakest("d", { a: 3, b: 3 })).toBe("open");
    // Capped, c is 0 or 1, which is lower, or not applicable, which is not.
    const caps = [{ id: "cap", title: "c", when: { criterion: "a", is: 3 }, criteria: ["c"], atMost: 1 }];
    const condition = (id: string): Condition => ({ dimension: id, lowestOf: ["d", "e"] });
    const states = ["d", "e"].map(id => stateOf(condition(id), { ...parts, caps }, { a: 3, b: 3 }));
    expect(states).toEqual(["open", "open"]);
  });

  test("names what is open on either side", () => {
    const steps = [
      { id: "s", title: "s", text: "s", when: { dimension: "d", lowestOf: ["d", "e"] } },
      { id: "t", title: "t", text: "t" },
    ];
    const { verdict } = run({ ...parts, steps }, { a: 1 });
    expect(verdict).toMatchObject({ provisional: true, decidedBy: [{ criterion: "b" }, { criterion: "c" }] });
  });
});
