// Conditions: comparators on levels and on intervals, what is not there, joining, leaves about records.
import { describe, expect, test } from "vitest";
import type { Comparators, Condition } from "../../../src/model/condition.ts";
import type { Fact } from "../../../src/model/questionnaire.ts";
import { type Answers, criterion, dimension, rule, run, says, stateOf } from "./small.ts";

const holds = "holds";
const fails = "fails";
const open = "open";

describe("a comparison with an answered level", () => {
  const cases: [Comparators, string[]][] = [
    // What level 0, 1, 2 and 3 make of it.
    [{ atLeast: 2 }, [fails, fails, holds, holds]],
    [{ atMost: 2 }, [holds, holds, holds, fails]],
    [{ above: 2 }, [fails, fails, fails, holds]],
    [{ below: 2 }, [holds, holds, fails, fails]],
    [{ is: 2 }, [fails, fails, holds, fails]],
    [{ in: [0, 2] }, [holds, fails, holds, fails]],
    [{ atLeast: 1, below: 3 }, [fails, holds, holds, fails]],
  ];
  test.each(cases)("%o", (comparators, expected) => {
    const states = [0, 1, 2, 3].map(a => stateOf({ criterion: "a", ...comparators }, {}, { a }));
    expect(states).toEqual(expected);
  });
});

describe("a comparison with an unanswered level, which may be 0 to 3", () => {
  const cases: [Comparators, string][] = [
    [{ atLeast: 1 }, open],
    [{ atLeast: 0 }, holds],
    [{ atMost: 3 }, holds],
    [{ above: 3 }, fails],
    [{ below: 0 }, fails],
    [{ is: 2 }, open],
    [{ in: [0, 1, 2, 3] }, open],
  ];
  test.each(cases)("%o is %s", (comparators, expected) => {
    expect(stateOf({ criterion: "a", ...comparators }, {})).toBe(expected);
  });
});

describe("what does not apply", () => {
  const parts = { criteria: [criterion("a", { na: "Allowed." })] };
  const na = { a: { na: "Not here." } };

  test("fails every comparison, in both directions", () => {
    expect(stateOf({ criterion: "a", atLeast: 0 }, parts, na)).toBe(fails);
    expect(stateOf({ criterion: "a", atMost: 3 }, parts, na)).toBe(fails);
  });

  test("counts as met where the leaf says `na: holds`", () => {
    expect(stateOf({ criterion: "a", atLeast: 3, na: "holds" }, parts, na)).toBe(holds);
  });

  test("`na: holds` grants nothing to a low level", () => {
    expect(stateOf({ criterion: "a", atLeast: 3, na: "holds" }, parts, { a: 2 })).toBe(fails);
  });

  test("while it may still turn out not to apply, no comparison is certain unless both ends agree", () => {
    expect(stateOf({ criterion: "a", atLeast: 0 }, parts)).toBe(open);
    expect(stateOf({ criterion: "a", atLeast: 0, na: "holds" }, parts)).toBe(holds);
  });

  test("a dimension of nothing but N/A fails comparisons, too", () => {
    expect(stateOf({ dimension: "all", atMost: 3 }, parts, na)).toBe(fails);
  });
});

describe("joining what holds, fails and is open", () => {
  const parts = { criteria: [criterion("yes"), criterion("no"), criterion("maybe")] };
  const answers: Answers = { yes: 3, no: 0 };
  const [H, F, O] = ["yes", "no", "maybe"].map((id): Condition => ({ criterion: id, atLeast: 1 }));
  const state = (condition: Condition) => stateOf(condition, parts, answers);

  test("all: one that fails decides, then one that is open", () => {
    expect([{ all: [H!, O!] }, { all: [O!, F!] }, { all: [H!, H!] }, { all: [] }].map(state)).toEqual([
      open,
      fails,
      holds,
      holds,
    ]);
  });

  test("any: one that holds decides, then one that is open", () => {
    expect([{ any: [F!, O!] }, { any: [O!, H!] }, { any: [F!, F!] }, { any: [] }].map(state)).toEqual([
      open,
      holds,
      fails,
      fails,
    ]);
  });

  test("not: turns the certain around, and leaves the open open", () => {
    expect([{ not: H! }, { not: F! }, { not: O! }].map(state)).toEqual([fails, holds, open]);
  });

  test("at least N of several: counts what is certain and what may be", () => {
    const of = [H!, F!, O!];
    expect([1, 2, 3].map(atLeast => state({ atLeast, of }))).toEqual([holds, open, fails]);
  });

  test("`not` over an open gate stays open where gates read gates", () => {
    expect(stateOf({ not: { gate: "g" } }, { ...parts, gates: [rule("g", O!)] }, answers)).toBe(open);
  });

  test("named conditions stand for what they say", () => {
    expect(stateOf({ condition: "c" }, { ...parts, conditions: [rule("c", O!)] }, answers)).toBe(open);
  });
});

describe("facts", () => {
  const number: Fact = { id: "f", title: "f", question: "f?", type: "number", min: 0, max: 10 };
  const choice: Fact = {
    id: "f",
    title: "f",
    question: "f?",
    type: "choice",
    choices: ["none", "pilot", "live"].map(id => ({ id, title: id })),
  };
  const state = (fact: Fact, comparators: Comparators, value?: number | string) =>
    stateOf({ fact: "f", ...comparators }, { facts: [fact] }, {}, value === undefined ? {} : { facts: { f: value } });

  test("a missing one is open within its bounds, never a default", () => {
    expect(state(number, { atLeast: 1 })).toBe(open);
    expect(state(number, { atLeast: 0 })).toBe(holds);
    expect(state(number, { above: 10 })).toBe(fails);
    expect(state(number, { atLeast: 1 }, 0)).toBe(fails);
  });

  test("choices compare by name", () => {
    expect(state(choice, { is: "live" }, "live")).toBe(holds);
    expect(state(choice, { in: ["pilot", "live"] }, "none")).toBe(fails);
    expect(state(choice, { is: "live" })).toBe(open);
  });
});

describe("leaves about what was recorded", () => {
  const options = ["web", "phone"].map(id => ({ id, text: id }));
  const parts = { criteria: [criterion("a", { options, na: "Allowed." })] };

  test("an option is chosen, not chosen, or not known", () => {
    const web: Condition = { criterion: "a", includes: "web" };
    expect(stateOf(web, parts, { a: ["web"] })).toBe(holds);
    expect(stateOf(web, parts, { a: ["phone"] })).toBe(fails);
    expect(stateOf(web, parts)).toBe(open);
    expect(stateOf(web, parts, { a: { na: "Not here." } })).toBe(fails);
  });

  test("evidence by its kind; that of voices from outside does not count", () => {
    const evidence = [{ text: "A list." }];
    const kinds = ["any", "text", "url"] as const;
    const states = (role: string) =>
      kinds.map(kind =>
        stateOf({ criterion: "a", evidence: kind }, {}, [
          says("it", { a: 1 }),
          says(role, { a: { level: 1, evidence } }),
        ]),
      );
    expect(states("sales")).toEqual([holds, holds, fails]);
    expect(states("panel")).toEqual([fails, fails, fails]);
  });

  test("a state that is settled is certain; unknown is not settled, since an answer may follow", () => {
    const isNa: Condition = { criterion: "a", state: ["na"] };
    expect(stateOf(isNa, parts, { a: { na: "Not here." } })).toBe(holds);
    expect(stateOf(isNa, parts, { a: ["web"] })).toBe(fails);
    expect(stateOf(isNa, parts, { a: "unknown" })).toBe(open);
  });
});

describe("what advice is about", () => {
  const dimensions = [dimension("d", [criterion("a")]), dimension("e", [criterion("b")])];
  const about = [
    { dimension: "d", when: { dimension: "d", below: 2 } },
    { dimension: "e", when: { dimension: "e", below: 2 } },
    { criterion: "b" },
  ];
  const advice = { id: "r", title: "r", text: "r", when: { criterion: "a", atMost: 1 }, about };
  const found = (answers: Answers) => run({ dimensions, warnings: [advice] }, answers).warnings.map(one => one.about);

  test("is what certainly holds, and what has no condition", () => {
    expect(found({ a: 1, b: 1 })).toEqual([["dimension:d", "dimension:e", "criterion:b"]]);
    expect(found({ a: 1, b: 3 })).toEqual([["dimension:d", "criterion:b"]]);
    expect(found({ a: 1 })).toEqual([["dimension:d", "criterion:b"]]);
  });

  test("is nothing where the advice is not given", () => {
    expect(found({ a: 2, b: 1 })).toEqual([]);
  });
});
