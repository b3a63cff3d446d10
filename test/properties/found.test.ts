// What the properties found, each as the smallest case that shows it.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Condition, Expression } from "../../src/model/condition.ts";
import type { Criterion, Fact, Questionnaire, Step } from "../../src/model/questionnaire.ts";
import { type Reach, reachability } from "../../src/reach/reachability.ts";

const title = "T";

interface Parts {
  a?: Partial<Criterion>;
  b?: Partial<Criterion>;
  facts?: Fact[];
  m?: Expression;
  gate?: Condition;
  step?: Condition;
}

/** Two criteria with levels 0 to 2, a measure, a gate and a step before the default one. */
function questionnaire({ a, b, facts = [], m, gate, step }: Parts): Questionnaire {
  const asked = { title, question: title, roles: ["it"], levels: ["0", "1", "2"] };
  const criteria = [
    { ...asked, id: "a", ...a },
    { ...asked, id: "b", ...b },
  ];
  const steps: Step[] = [
    ...(step ? [{ id: "sooner", title, text: title, when: step, partner: "p" }] : []),
    { id: "default", title, text: title, partner: "q" },
  ];
  return {
    ...{ id: "found", version: "1.0.0", title, summary: title, facts, steps },
    roles: [
      { id: "it", title },
      { id: "panel", title, outside: true },
    ],
    dimensions: [{ id: "d", title, criteria }],
    measures: m ? [{ id: "m", title, ...m }] : [],
    gates: gate ? [{ id: "g", title, when: gate }] : [],
    phases: [{ id: "0", title }, ...(gate ? [{ id: "1", title, entered: { gate: "g" } }] : [])],
    partners: {
      types: [
        { id: "p", title },
        { id: "q", title },
      ],
      wording: { keep: title, change: title, check: title, find: title, build: title, unknown: title },
    },
  };
}

type Answers = Record<string, number | "na" | "unknown">;

const basics = { questionnaire: "found", version: "1.0.0", organization: "Found" };

function run(parts: Parts, answers: Answers = {}, facts: Assessment["facts"] = {}) {
  const said = Object.entries(answers).map(([id, answer]) => [id, answer === "na" ? { na: "Not here." } : answer]);
  const evaluation = evaluate(compile(questionnaire(parts)), {
    ...basics,
    facts,
    responses: [{ respondent: "One", role: "it", answers: Object.fromEntries(said) }],
  });
  const { verdict, measures, gates, nextStep, partner } = evaluation;
  const { provisional, decidedBy } = verdict;
  return { provisional, decidedBy, m: measures[0], gate: gates[0]?.state, step: nextStep?.id, partner };
}

const number: Fact = { id: "f", title, question: title, type: "number", min: 0 };
const na = { na: "Sometimes." };
const scored = (...scores: number[]) => ({ levels: scores.map(score => ({ text: title, score })) });

describe("bounds hold for every completion", () => {
  test("of members that may leave, the weighted ones are compared", () => {
    const parts: Parts = {
      ...{ a: { ...na, ...scored(1, 2) }, b: { ...na, ...scored(2, 3) } },
      m: { sum: ["a", "b"], weights: [10, 1] },
    };
    expect(run(parts, { a: "na", b: 0 }).m!.value).toBe(2);
    expect(run(parts).m!.low).toBe(2);
  });

  test("a weight of 0 times no upper bound is 0", () => {
    const parts: Parts = { facts: [number], m: { sum: ["a", "f"], weights: [1, 0] } };
    expect(run(parts).m).toMatchObject({ value: null, low: 0, high: 2 });
  });

  test("arithmetic that skips a member has to do without it", () => {
    const parts: Parts = { b: { visible: { criterion: "a", is: 2 } }, m: { add: [1, "b"], missing: "skip" } };
    expect(run(parts, { a: 0, b: 2 }).m!.value).toBe(1);
    expect(run(parts, { b: 2 }).m).toMatchObject({ low: 1, high: 3 });
  });

  test("a division by a zero that may be skipped is not yet lost", () => {
    const parts: Parts = { b: { visible: { criterion: "a", is: 2 } }, m: { divide: [6, "b"], missing: "skip" } };
    const gate: Condition = { measure: "m", atMost: 7 };
    expect(run({ ...parts, gate }, { a: 0, b: 0 })).toMatchObject({ m: { value: 6 }, gate: "holds" });
    expect(run({ ...parts, gate }, { b: 0 }).gate).toBe("open");
  });

  test("arithmetic that counts a missing member as 0 has to reckon with 0", () => {
    const parts: Parts = { b: { visible: { criterion: "a", is: 2 } }, m: { add: [1, "b"], missing: "zero" } };
    expect(run(parts, { a: 0, b: 2 }).m!.value).toBe(1);
    expect(run(parts, { b: 2 }).m).toMatchObject({ low: 1, high: 3 });
  });

  test("0 times what may not be there is not yet 0", () => {
    const parts: Parts = { b: { visible: { criterion: "a", is: 2 } }, m: { multiply: [0, "b"] } };
    expect(run(parts, { a: 0, b: 2 }).m!.value).toBe(null);
    expect(run(parts, { b: 2 }).m).toMatchObject({ value: null, low: 0, high: 0 });
  });

  test("what people outside say of a criterion that may be hidden is not settled", () => {
    const one = questionnaire({
      ...{ b: { visible: { criterion: "a", is: 2 } } },
      m: { sum: [{ criterion: "b", voice: "outside" }] },
    });
    const said = { ...basics, responses: [{ respondent: "Panel", role: "panel", answers: { b: 1 } }] };
    expect(evaluate(compile(one), said).measures[0]!.value).toBe(null);
  });

  test("a figure that something open can move has no value, also where what is missing counts as 0", () => {
    expect(run({ m: { sum: ["a"], missing: "zero" } }).m).toMatchObject({ value: null, low: 0, high: 2 });
  });
});

describe("nothing stays open where nothing is left to answer", () => {
  test("a mean without weight is no figure, and a comparison with it fails (4.6)", () => {
    const parts: Parts = { a: { weight: 0 }, b: { weight: 0 }, gate: { dimension: "d", atLeast: 1 } };
    expect(run(parts, { a: 2, b: 2 })).toMatchObject({ gate: "fails", provisional: false });
    const strict: Parts = { m: { mean: ["a"], weights: [0], missing: "null" }, gate: { measure: "m", atLeast: 1 } };
    expect(run(strict, { a: 2, b: 2 })).toMatchObject({ gate: "fails", provisional: false });
  });

  test("a member without weight does not stand in for one that may leave", () => {
    const parts: Parts = { a: { weight: 0 }, b: { ...na, ...scored(1, 2) }, gate: { dimension: "d", atLeast: 1 } };
    expect(run(parts, { a: 2, b: "na" }).gate).toBe("fails");
    expect(run(parts, { a: 2 }).gate).toBe("open");
  });

  test("a division by zero is no figure, and a comparison with it fails", () => {
    const parts: Parts = { facts: [number], m: { divide: ["a", "f"] }, gate: { measure: "m", atLeast: 5 } };
    expect(run(parts, { a: 2 }, { f: 0 })).toMatchObject({ gate: "fails", provisional: false });
    expect(run(parts, { a: 0 }, { f: 0 })).toMatchObject({ gate: "fails", provisional: false });
  });
});

describe("the state of an answer that is still to come", () => {
  test("is not settled: the verdict is provisional (4.4)", () => {
    const parts: Parts = { step: { criterion: "a", state: ["answered"] } };
    expect(run(parts, { a: 0 }).step).toBe("sooner");
    expect(run(parts)).toMatchObject({ step: "default", provisional: true, decidedBy: [{ criterion: "a" }] });
    expect(run({ step: { criterion: "a", state: ["unanswered"] } })).toMatchObject({ provisional: true });
  });

  test("is asked for, also under a not and beside what is open (4.4)", () => {
    const not: Parts = { step: { not: { criterion: "a", state: ["unanswered"] } } };
    expect(run(not)).toMatchObject({ step: "default", provisional: true, decidedBy: [{ criterion: "a" }] });
    const beside: Parts = {
      step: {
        any: [
          { criterion: "a", state: ["unanswered"] },
          { criterion: "b", is: 1 },
        ],
      },
    };
    expect(run(beside)).toMatchObject({ provisional: true, decidedBy: [{ criterion: "a" }, { criterion: "b" }] });
  });

  test("passes no gate yet (4.3)", () => {
    expect(run({ gate: { criterion: "a", state: ["answered"] } }).gate).toBe("open");
  });

  test("hides no runner-up (4.10)", () => {
    const parts: Parts = {
      step: {
        all: [
          { criterion: "a", state: ["unanswered"] },
          { criterion: "b", atLeast: 2 },
        ],
      },
    };
    expect(run(parts, { b: 1 }).partner?.runnerUp).toEqual({ id: "p", flip: { ref: "criterion:b", from: 1, to: 2 } });
  });

  test("is decided by what makes the criterion visible, too (4.4)", () => {
    const parts: Parts = {
      ...{ b: { visible: { criterion: "a", atLeast: 1 } } },
      step: { criterion: "b", state: ["answered"] },
    };
    expect(run(parts, { b: 0 }).decidedBy.map(({ criterion }) => criterion)).toEqual(["a"]);
    expect(run(parts).decidedBy.map(({ criterion }) => criterion)).toEqual(["a", "b"]);
    const hidden: Parts = { b: { ...parts.b, ...na }, step: { criterion: "b", state: ["hidden"] } };
    expect(run(hidden, { b: "na" })).toMatchObject({ provisional: true, decidedBy: [{ criterion: "a" }] });
    const { m } = { m: { count: [{ criterion: "b", state: ["hidden"] }] } } satisfies Parts;
    const counted: Parts = { ...hidden, m, step: { measure: "m", atLeast: 1 } };
    expect(run(counted, { b: "na" })).toMatchObject({ provisional: true, decidedBy: [{ criterion: "a" }] });
  });
});

test("a record is open even where a cap leaves one level (4.4)", () => {
  const capped = questionnaire({});
  capped.caps = [{ id: "cap", title, when: { criterion: "b", is: 0 }, criteria: ["a"], atMost: 0 }];
  capped.signals = [{ id: "s", title, when: { criterion: "a", evidence: "any" } }];
  capped.phases = [{ id: "0", title, entered: { measure: "signals", atLeast: 1 } }];
  capped.steps = [{ id: "default", title, text: title }];
  const { verdict } = evaluate(compile(capped), { ...basics, responses: [{ answers: { b: 0 } }] });
  expect(verdict).toMatchObject({ provisional: true, decidedBy: [{ criterion: "a" }] });
});

describe("what is called dead can never come", () => {
  const dead = (parts: Parts): Reach[] =>
    reachability(compile(questionnaire(parts))).filter(one => one.outcome === "dead");

  test("evidence can be given", () => {
    expect(dead({ step: { criterion: "a", evidence: "any" } })).toEqual([]);
  });

  test("somebody outside can answer", () => {
    expect(dead({ m: { mean: [{ criterion: "a", voice: "outside" }] }, gate: { measure: "m", atLeast: 1 } })).toEqual(
      [],
    );
  });

  test("nobody may be able to say", () => {
    expect(dead({ step: { criterion: "a", state: ["unknown"] } })).toEqual([]);
  });
});

test("a cap that the last question decides hides no phase from the search", () => {
  const asked = { title, question: title, roles: ["it"], levels: ["0", "1", "2", "3", "4"] };
  const dimension = (id: string, count: number) => ({
    ...{ id, title },
    criteria: Array.from({ length: count }, (_, index) => ({ ...asked, id: `${id}-${index}` })),
  });
  const parts = ["d0", "d1", "d2", "d3", "d4"];
  const staged: Questionnaire = {
    ...{ id: "staged", version: "1.0.0", title, summary: title, roles: [{ id: "it", title }] },
    dimensions: [...parts.map(id => dimension(id, 3)), dimension("last", 2)],
    measures: [{ id: "n", title, count: parts.map(dimension => ({ dimension, atLeast: 2.5 })) }],
    caps: [{ id: "cap", title, when: { dimension: "last", below: 2 }, measures: ["n"], atMost: 2 }],
    phases: Array.from({ length: 6 }, (_, index) => ({
      ...{ id: String(index), title },
      ...(index > 0 && { entered: { measure: "n", atLeast: index } }),
    })),
  };
  expect(reachability(compile(staged)).filter(({ outcome }) => outcome !== "witness")).toEqual([]);
});

test("two nameless voices of one role give the same bytes in either order ", () => {
  const evaluator = compile(questionnaire({}));
  const voices = [0, 2].map(level => ({ role: "it", answers: { a: level } }));
  const said = (responses: typeof voices) => JSON.stringify(evaluate(evaluator, { ...basics, responses }));
  expect(said([...voices].reverse())).toBe(said(voices));
});
