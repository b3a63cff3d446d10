// The partner: its type follows the next step, its action the present partner; the runner-up is one small change away.
import { describe, expect, test } from "vitest";
import type { Fact, Partners, Step } from "../../../src/model/questionnaire.ts";
import { type Answers, criterion, run } from "./small.ts";

const types = [
  { id: "narrow", title: "narrow", breadth: 1 },
  { id: "middle", title: "middle", breadth: 2, avoid: ["narrow"] },
  { id: "broad", title: "broad", breadth: 3 },
];
const choices = ["narrow", "middle", "broad", "internal", "none"].map(id => ({ id, title: id }));
const current: Fact = { id: "current", title: "current", question: "Who?", type: "choice", choices };
const wording = { keep: "", change: "", check: "", find: "", build: "", unknown: "" };
const step = (id: string, partner: string, when?: Step["when"]): Step => ({
  id,
  title: id,
  text: id,
  partner,
  ...(when && { when }),
});
const criteria = [criterion("a"), criterion("b"), criterion("c")];
const steps = [
  step("far", "broad", { criterion: "a", atLeast: 3 }),
  step("on", "middle", { criterion: "b", atLeast: 2 }),
  step("start", "narrow"),
];

function partner(answers: Answers, present?: string, more: Partial<Partners> = {}) {
  const partners: Partners = { current: "current", types, wording, ...more };
  const facts = present === undefined ? {} : { facts: { current: present } };
  return run({ criteria, facts: [current], steps, partners }, answers, facts).partner;
}

describe("the partner type", () => {
  test("is that of the next step, with whom to avoid", () => {
    expect(partner({ a: 0, b: 2 })).toMatchObject({ id: "middle", avoid: ["narrow"], current: null });
    expect(partner({ a: 0, b: 0 })).toMatchObject({ id: "narrow", avoid: [] });
  });

  test("is none without a partner type in the step", () => {
    expect(run({ criteria, steps: [{ id: "s", title: "s", text: "s" }] }).partner).toBeNull();
  });
});

describe("what to do about the present partner", () => {
  const action = (present: string | undefined, more?: Partial<Partners>) =>
    partner({ a: 0, b: 2 }, present, more)?.action;

  test("the same type is kept, a narrower one changed, a wider one checked", () => {
    expect(["middle", "narrow", "broad"].map(present => action(present))).toEqual(["keep", "change", "check"]);
  });

  test("one that is not known, or outside the order, brings no action", () => {
    expect([action(undefined), action("internal")]).toEqual([null, null]);
  });

  test("the questionnaire's own rules come first, in their order", () => {
    const actions: Required<Partners>["actions"] = [
      { action: "find", when: { fact: "current", is: "none" } },
      { action: "build", when: { fact: "current", in: ["none", "internal"] } },
      { action: "check", when: { all: [{ step: "on" }, { fact: "current", is: "middle" }] } },
    ];
    const all = ["none", "internal", "middle", "narrow"].map(present => action(present, { actions }));
    expect(all).toEqual(["find", "build", "check", "change"]);
  });

  test("warnings and notes may ask for the action", () => {
    const warnings = [{ id: "w", title: "w", text: "w", when: { partner: "change" as const } }];
    const warned = (present: string) =>
      run(
        { criteria, facts: [current], steps, partners: { current: "current", types, wording }, warnings },
        { a: 0, b: 2 },
        { facts: { current: present } },
      ).warnings.length;
    expect([warned("narrow"), warned("middle")]).toEqual([1, 0]);
  });
});

describe("the runner-up", () => {
  const runnerUp = (answers: Answers) => partner(answers)?.runnerUp;

  test("is what the fewest steps on one criterion would bring", () => {
    // To "broad": a from 0 to 3, three steps. To "middle": b from 1 to 2, one step.
    expect(runnerUp({ a: 0, b: 1, c: 0 })).toEqual({ id: "middle", flip: { ref: "criterion:b", from: 1, to: 2 } });
    // To "broad": a from 2 to 3. To "middle": b from 0 to 2.
    expect(runnerUp({ a: 2, b: 0, c: 0 })).toEqual({ id: "broad", flip: { ref: "criterion:a", from: 2, to: 3 } });
  });

  test("goes down as well as up", () => {
    expect(runnerUp({ a: 0, b: 2, c: 0 })).toEqual({ id: "narrow", flip: { ref: "criterion:b", from: 2, to: 1 } });
  });

  test("breaks ties in questionnaire order", () => {
    expect(runnerUp({ a: 2, b: 1, c: 0 })?.flip?.ref).toBe("criterion:a");
  });

  test("an open criterion counts as one step, to the lowest level that does it", () => {
    expect(runnerUp({ a: 0, c: 0 })).toEqual({ id: "middle", flip: { ref: "criterion:b", from: null, to: 2 } });
  });

  test("is null when no single answer changes the advice", () => {
    const both = [
      step("both", "broad", {
        all: [
          { criterion: "a", atLeast: 1 },
          { criterion: "b", atLeast: 1 },
        ],
      }),
    ];
    const parts = { criteria, facts: [current], steps: [...both, steps[2]!], partners: { types, wording } };
    expect(run(parts, { a: 0, b: 0, c: 0 }).partner).toMatchObject({ id: "narrow", runnerUp: null });
  });

  test("leaves the evaluation as it was", () => {
    const evaluation = run(
      { criteria, facts: [current], steps, partners: { current: "current", types, wording } },
      { a: 0, b: 1, c: 0 },
      { facts: { current: "broad" } },
    );
    expect(evaluation).toMatchObject({ nextStep: { id: "start" }, partner: { id: "narrow", action: "check" } });
    expect(evaluation.criteria.map(({ level }) => level)).toEqual([0, 1, 0]);
  });
});

test("possible partners are those of the possible steps", () => {
  const { possible } = run({ criteria, facts: [current], steps, partners: { types, wording } }, { a: 0 }).verdict;
  expect(possible).toMatchObject({ steps: ["on", "start"], partners: ["narrow", "middle"] });
});
