// The work of the next step in its order, and who is served.
import { describe, expect, test } from "vitest";
import type { Criterion, Group, Questionnaire, Step } from "../../../src/model/questionnaire.ts";
import { type Answers, criterion, rule, run } from "./small.ts";

const group = (id: string, more: Partial<Group> = {}): Group => ({ id, title: id, ...more });
const stepWith = (groups: Group[], more: Partial<Step> = {}): Pick<Questionnaire, "steps"> => ({
  steps: [{ id: "s", title: "s", text: "s", groups, ...more }],
});
const everything = stepWith([group("g", { criteria: "all" })]);

function ranked(criteria: Criterion[], answers: Answers, parts: Partial<Questionnaire> = {}): string[] {
  return run({ criteria, ...everything, ...parts }, answers).roadmap.groups.flatMap(group => group.criteria);
}

describe("the order within a group", () => {
  const zero = { a: 0, b: 0, c: 0 };

  test("value for effort first, then weight, then questionnaire order", () => {
    const criteria = [
      criterion("a", { value: 2, effort: 2 }),
      criterion("b", { value: 4, effort: 2 }),
      criterion("c", { value: 2, effort: 2, weight: 2 }),
    ];
    expect(ranked(criteria, zero)).toEqual(["b", "c", "a"]);
    expect(
      ranked(
        ["a", "b", "c"].map(id => criterion(id)),
        zero,
      ),
    ).toEqual(["a", "b", "c"]);
  });

  test("what answers a present signal comes before value for effort", () => {
    const criteria = [criterion("a", { value: 5, effort: 1 }), criterion("b", { value: 1, effort: 5, solves: ["s"] })];
    const signals = (atMost: number) => ({ signals: [rule("s", { criterion: "b", atMost })] });
    expect(ranked(criteria, { a: 0, b: 1 }, signals(1))).toEqual(["b", "a"]);
    expect(ranked(criteria, { a: 0, b: 1 }, signals(0))).toEqual(["a", "b"]);
  });

  test("an item waits for its prerequisites in the group, and for no others", () => {
    const criteria = [
      criterion("a", { value: 5, effort: 1, prerequisites: ["c"] }),
      criterion("b", { value: 3, effort: 1 }),
      criterion("c", { value: 1, effort: 1 }),
    ];
    expect(ranked(criteria, zero)).toEqual(["b", "c", "a"]);
    expect(ranked(criteria, { ...zero, c: 3 })).toEqual(["a", "b"]);
  });

  test("lowest level first, where the group says so", () => {
    const lowest = stepWith([group("g", { criteria: "all", order: "lowest-first" })]);
    expect(ranked([criterion("a", { value: 5 }), criterion("b")], { a: 1, b: 0 }, lowest)).toEqual(["b", "a"]);
  });
});

describe("groups", () => {
  const criteria = ["a", "b", "c", "d"].map(id => criterion(id));
  const roadmap = (steps: Pick<Questionnaire, "steps">, answers: Answers, parts: Partial<Questionnaire> = {}) =>
    run({ criteria, ...steps, ...parts }, answers).roadmap;
  const low = { a: 0, b: 0, c: 0, d: 0 };

  test("one after the other; what is in the first is not again in the next", () => {
    const steps = stepWith([group("one", { criteria: ["b"] }), group("two", { criteria: ["a", "b"] })]);
    expect(roadmap(steps, low).groups).toEqual([
      { id: "one", target: 3, criteria: ["b"] },
      { id: "two", target: 3, criteria: ["a"] },
    ]);
  });

  test("hold what gates and capabilities rest on", () => {
    const parts = {
      gates: [
        rule("gate", {
          all: [
            { criterion: "b", atLeast: 1 },
            { measure: "cap", atLeast: 1 },
          ],
        }),
      ],
      capabilities: [{ id: "cap", title: "cap", criteria: ["c", "d"] }],
    };
    expect(roadmap(stepWith([group("g", { gates: ["gate"] })]), low, parts).groups[0]!.criteria).toEqual([
      "b",
      "c",
      "d",
    ]);
    expect(roadmap(stepWith([group("g", { capabilities: ["cap"] })]), low, parts).groups[0]!.criteria).toEqual([
      "c",
      "d",
    ]);
  });

  test("hold only what is below the target: the group's, else the step's, else the questionnaire's", () => {
    const answers = { a: 0, b: 1, c: 2, d: 3 };
    const one = [group("g", { criteria: "all" })];
    expect(roadmap(stepWith(one), answers).groups[0]!.criteria).toEqual(["a", "b", "c"]);
    expect(roadmap(stepWith(one), answers, { roadmap: { target: 2 } }).groups[0]!.criteria).toEqual(["a", "b"]);
    expect(roadmap(stepWith(one, { target: 1 }), answers).groups[0]!.criteria).toEqual(["a"]);
    const own = stepWith([group("g", { criteria: "all", target: 2 })], { target: 1 });
    expect(roadmap(own, answers).groups).toEqual([{ id: "g", target: 2, criteria: ["a", "b"] }]);
  });

  test("are left out when their condition does not hold, or when nothing is in them", () => {
    const steps = stepWith([group("g", { criteria: "all", when: { criterion: "a", is: 1 } })]);
    expect(roadmap(steps, low).groups).toEqual([]);
    expect(roadmap(stepWith([group("g", { criteria: ["a"] })]), { a: 3 }).groups).toEqual([]);
  });

  test("read the counted level, after caps", () => {
    const caps = [{ ...rule("c", { criterion: "b", is: 0 }), criteria: ["a"], atMost: 1 }];
    expect(roadmap(stepWith([group("g", { criteria: ["a"] })]), { a: 3, b: 0 }, { caps }).groups).toHaveLength(1);
  });

  test("what nobody could say is asked, not worked on; N/A is neither", () => {
    const asked = [criterion("a"), criterion("b"), criterion("c", { na: "Allowed." })];
    const { groups, ask } = run({ criteria: asked, ...everything }, { a: "unknown", c: { na: "Not here." } }).roadmap;
    expect({ groups, ask }).toEqual({ groups: [], ask: ["a", "b"] });
  });

  test("beside them: quick wins, and the rest parked", () => {
    const rest = [
      criterion("a", { effort: 2, value: 4 }),
      criterion("b", { effort: 3, value: 5 }),
      criterion("c", { effort: 1, value: 1 }),
      criterion("d", { effort: 1, value: 5 }),
    ];
    const parts = { criteria: rest, ...stepWith([]), roadmap: { quickWin: { effort: 2, valuePerEffort: 2 } } };
    expect(run(parts, { a: 0, b: 0, c: 0, d: 3 }).roadmap).toMatchObject({ quickWins: ["a"], parked: ["b", "c"] });
  });
});

describe("who is served", () => {
  const criteria = ["a", "b", "c"].map(id => criterion(id, { na: "Allowed." }));
  const na = { na: "Not here." };
  const state = (answers: Answers, core = ["a", "b"], full = ["c"]) =>
    run({ criteria, stakeholders: { served: 3, partly: 2, departments: [{ role: "sales", core, full }] } }, answers)
      .stakeholders[0]!.state;

  test("fully: all core and full criteria; served: the core; partly: the mean of the core; otherwise left out", () => {
    expect(state({ a: 3, b: 3, c: 3 })).toBe("fully-served");
    expect(state({ a: 3, b: 3, c: 0 })).toBe("served");
    expect(state({ a: 3, b: 1, c: 3 })).toBe("partly");
    expect(state({ a: 1, b: 2, c: 3 })).toBe("left-out");
  });

  test("without a core, the mean of the full ones decides, and nobody is merely served", () => {
    expect(state({ c: 2 }, [], ["c"])).toBe("partly");
    expect(state({ c: 3 }, [], ["c"])).toBe("fully-served");
  });

  test("weights count in the mean", () => {
    const weighted = [criterion("a", { weight: 3 }), criterion("b")];
    const stakeholders = { served: 3, partly: 2, departments: [{ role: "sales", core: ["a", "b"], full: [] }] };
    const states = [
      { a: 0, b: 3 },
      { a: 3, b: 0 },
    ].map(answers => run({ criteria: weighted, stakeholders }, answers).stakeholders[0]!.state);
    expect(states).toEqual(["left-out", "partly"]);
  });

  test("open while what is missing could change it, decided as soon as it cannot", () => {
    expect(state({ a: 3, b: 3 })).toBe("open");
    expect(state({ a: 0, b: 1 })).toBe("left-out");
  });

  test("what does not apply leaves", () => {
    expect(state({ a: 3, b: na, c: na })).toBe("fully-served");
  });
});

describe("the questionnaire's own groups", () => {
  const criteria = [criterion("a"), criterion("b")];
  const groups = [
    { id: "weak", title: "w", criteria: ["a"], when: { criterion: "a", atMost: 1 } },
    { id: "rest", title: "r", criteria: "all" as const, target: 2 },
  ];
  const work = (parts: Partial<Questionnaire>, answers = { a: 1, b: 1 }) =>
    run({ criteria, roadmap: { target: 3, groups }, ...parts }, answers).roadmap.groups;
  const own = [
    { id: "weak", target: 3, criteria: ["a"] },
    { id: "rest", target: 2, criteria: ["b"] },
  ];

  test("are the work where there are no steps", () => {
    expect(work({})).toEqual(own);
    expect(work({}, { a: 2, b: 1 })).toEqual([own[1]]);
  });

  test("are the work of a step that has none, up to its target", () => {
    const step = { id: "s", title: "s", text: "s" };
    expect(work({ steps: [{ ...step, target: 2 }] })).toEqual([{ ...own[0], target: 2 }, own[1]]);
  });

  test("give way to those of the step", () => {
    const step = { id: "s", title: "s", text: "s", groups: [{ id: "g", title: "g", criteria: ["b"] }] };
    expect(work({ steps: [step] })).toEqual([{ id: "g", target: 3, criteria: ["b"] }]);
  });
});
