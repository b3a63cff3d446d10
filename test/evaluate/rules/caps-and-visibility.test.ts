// Caps lower what counts, visibility takes it away, and while either is open both ways are kept.
import { describe, expect, test } from "vitest";
import type { Cap } from "../../../src/model/questionnaire.ts";
import { type Answers, criterion, measure, named, run, stateOf, viewOf } from "./small.ts";

const cap = (id: string, on: string, atMost: number): Cap => ({
  id,
  title: id,
  when: { criterion: on, below: 2 },
  criteria: ["a"],
  atMost,
});

describe("caps", () => {
  const parts = {
    criteria: [criterion("a"), criterion("b"), criterion("c")],
    caps: [cap("by-b", "b", 2), cap("by-c", "c", 1)],
  };
  const view = (answers: Answers) => viewOf(run(parts, answers));

  test("lower the level that counts and keep the answered one beside it", () => {
    expect(view({ a: 3, b: 0, c: 3 })).toMatchObject({ level: 2, answeredLevel: 3, cappedBy: ["by-b"] });
  });

  test("of several, the lowest counts and is named", () => {
    expect(view({ a: 3, b: 0, c: 0 })).toMatchObject({ level: 1, answeredLevel: 3, cappedBy: ["by-c"] });
  });

  test("never raise a level", () => {
    expect(view({ a: 0, b: 0, c: 0 })).toMatchObject({ level: 0, answeredLevel: 0, cappedBy: [] });
  });

  test("do nothing when their condition fails", () => {
    expect(view({ a: 3, b: 2, c: 2 })).toMatchObject({ level: 3, answeredLevel: 3, cappedBy: [] });
  });

  test("while open, the level is the answered one or the capped one, and none is counted", () => {
    expect(view({ a: 3, b: 3 })).toMatchObject({ state: "answered", level: null, answeredLevel: 3, cappedBy: [] });
    const state = (atLeast: number) => stateOf({ criterion: "a", atLeast }, parts, { a: 3, b: 3 });
    expect([1, 2].map(state)).toEqual(["holds", "open"]);
  });

  test("bound an unanswered criterion from above", () => {
    expect(stateOf({ criterion: "a", atLeast: 2 }, parts, { c: 0 })).toBe("fails");
  });

  test("conditions read the counted level", () => {
    expect(stateOf({ criterion: "a", atLeast: 3 }, parts, { a: 3, b: 0, c: 3 })).toBe("fails");
  });

  test("a cap reads capped levels, too", () => {
    const onward = { ...cap("onward", "a", 0), criteria: ["d"] };
    const chain = { criteria: [...parts.criteria, criterion("d")], caps: [...parts.caps, onward] };
    expect(viewOf(run(chain, { a: 3, b: 3, c: 0, d: 3 }), "d")).toMatchObject({ level: 0, cappedBy: ["onward"] });
  });
});

describe("visibility", () => {
  const hiding = criterion("a", { visible: { criterion: "b", atLeast: 1 } });
  const parts = { criteria: [hiding, criterion("b"), criterion("c")] };
  const dimension = (answers: Answers) => {
    const { mean, value, low, high } = run(parts, answers).dimensions[0]!;
    return { mean, value, low, high };
  };

  test("a hidden answer is kept and does not count", () => {
    const evaluation = run(parts, { a: 3, b: 0, c: 0 });
    expect(viewOf(evaluation)).toMatchObject({ state: "hidden", level: null, answeredLevel: 3 });
    expect(viewOf(evaluation).responses).toHaveLength(1);
    expect(evaluation.dimensions[0]!.value).toBe(0);
    expect(evaluation.coverage).toMatchObject({ answered: 2, unanswered: 0, hidden: 1 });
  });

  test("hidden leaves the mean instead of counting 0", () => {
    expect(dimension({ a: 0, b: 0, c: 3 }).mean).toBe(1.5);
  });

  test("any comparison with what is hidden fails, but for `na: holds`", () => {
    expect(stateOf({ criterion: "a", atMost: 3 }, parts, { a: 3, b: 0 })).toBe("fails");
    expect(stateOf({ criterion: "a", atLeast: 3, na: "holds" }, parts, { a: 0, b: 0 })).toBe("holds");
  });

  test("while open, the answer enters both ways", () => {
    // b is 0 to 3; the mean of levels is lowest without a, at (0 + 3) / 2 = 1.5, and highest at 3.
    expect(dimension({ a: 3, c: 3 })).toEqual({ mean: null, value: null, low: 50, high: 100 });
    expect(stateOf({ criterion: "a", atLeast: 3 }, parts, { a: 3 })).toBe("open");
    expect(stateOf({ criterion: "a", atLeast: 3 }, parts, { a: 2 })).toBe("fails");
  });

  test("hides what hangs on the hidden", () => {
    const chain = { criteria: [...parts.criteria, criterion("d", { visible: { criterion: "a", atLeast: 1 } })] };
    expect(viewOf(run(chain, { a: 3, b: 0, c: 0, d: 3 }), "d").state).toBe("hidden");
  });

  test("a hidden criterion is neither asked for nor worked on", () => {
    const steps = [{ id: "s", title: "s", text: "s", groups: [{ id: "g", title: "g", criteria: "all" as const }] }];
    const { roadmap } = run({ ...parts, steps }, { a: 0, b: 0 });
    expect(roadmap).toMatchObject({ groups: [{ id: "g", criteria: ["b"] }], ask: ["c"], parked: [] });
  });

  test("states can be asked for", () => {
    const gates = [{ id: "g", title: "g", when: { criterion: "a", state: ["hidden" as const] } }];
    expect(named(run({ ...parts, gates }, { b: 0 }).gates, "g").state).toBe("holds");
    expect(named(run({ ...parts, gates }, { b: 1, a: 1 }).gates, "g").state).toBe("fails");
    expect(named(run({ ...parts, gates }, {}).gates, "g").state).toBe("open");
  });
});

describe("caps on measures", () => {
  const criteria = [criterion("a"), criterion("b"), criterion("c")];
  const on = (id: string, by: string, atMost: number): Cap => ({
    ...{ id, title: id, when: { criterion: by, below: 2 }, measures: ["m"], atMost },
  });
  const parts = {
    criteria,
    measures: [measure("m", { sum: ["a", "a"] })],
    caps: [on("by-b", "b", 2.5), on("by-c", "c", 1)],
  };
  const figure = (answers: Answers) => named(run(parts, answers).measures, "m");
  const exactly = (value: number) => ({ value, low: value, high: value });

  test("lower the figure that counts and keep the other beside it", () => {
    const counted = { id: "m", ...exactly(2.5), cappedBy: ["by-b"], uncapped: exactly(6) };
    expect(figure({ a: 3, b: 0, c: 3 })).toEqual(counted);
  });

  test("of several, the lowest counts and is named", () => {
    expect(figure({ a: 3, b: 0, c: 0 })).toMatchObject({ ...exactly(1), cappedBy: ["by-c"] });
  });

  test("never raise a figure, and do nothing when their condition fails", () => {
    expect(figure({ a: 0, b: 0, c: 0 })).toMatchObject({ ...exactly(0), cappedBy: [] });
    expect(figure({ a: 3, b: 2, c: 2 })).toMatchObject({ ...exactly(6), cappedBy: [], uncapped: exactly(6) });
  });

  test("while open, the figure is either", () => {
    expect(figure({ a: 3, c: 3 })).toMatchObject({ value: null, low: 2.5, high: 6, cappedBy: [] });
    expect(figure({ a: 1, c: 3 })).toMatchObject(exactly(2));
  });

  test("bound an open figure from above, and are named where they certainly lower it", () => {
    expect(figure({ c: 0, b: 3 })).toMatchObject({ value: null, low: 0, high: 1, cappedBy: [], uncapped: { high: 6 } });
    const more = { ...parts, measures: [measure("m", { sum: ["a", 2] })] };
    expect(run(more, { c: 0, b: 3 }).measures[0]).toMatchObject({ value: null, low: 1, high: 1, cappedBy: ["by-c"] });
  });

  test("are what conditions and other measures read, and what stands in the way", () => {
    const gates = [{ id: "g", title: "g", when: { measure: "n", atLeast: 5 } }];
    const more = { ...parts, measures: [...parts.measures, measure("n", { sum: ["m", 1] })], gates };
    const { measures, gates: found } = run(more, { a: 3, b: 0, c: 3 });
    expect(named(measures, "n")).toMatchObject(exactly(3.5));
    expect(found[0]).toMatchObject({ state: "fails", blockedBy: ["b"] });
  });

  test("are a finding", () => {
    const { findings } = run(parts, { a: 3, b: 0, c: 3 });
    const capped = { kind: "capped", refs: ["m"], by: ["by-b"], answered: 6, counted: 2.5 };
    expect(findings.filter(({ kind }) => kind === "capped")).toEqual([capped]);
  });

  test("may limit criteria, too", () => {
    const both = { ...parts, caps: [{ ...on("by-b", "b", 1), criteria: ["a"] }] };
    const evaluation = run(both, { a: 3, b: 0, c: 0 });
    expect(viewOf(evaluation)).toMatchObject({ level: 1, cappedBy: ["by-b"] });
    // 1 + 1, capped at 1
    expect(named(evaluation.measures, "m")).toMatchObject({ ...exactly(1), uncapped: exactly(2) });
  });
});
