// The verdict: gated phases, the conservative headline, and what could still change it.
import { describe, expect, test } from "vitest";
import type { Fact, Phase, Questionnaire } from "../../../src/model/questionnaire.ts";
import { type Answers, criterion, ids, named, rule, run, stepsOf } from "./small.ts";

const phase = (id: string, more: Partial<Phase> = {}): Phase => ({ id, title: id, ...more });
const criteria = [criterion("a"), criterion("b"), criterion("c")];
const gates = [rule("g-a", { criterion: "a", atLeast: 2 }), rule("g-b", { criterion: "b", atLeast: 2 })];
const ladder = {
  criteria,
  gates,
  phases: [
    phase("0"),
    phase("I", { entered: { gate: "g-a" }, established: { criterion: "c", atLeast: 2 } }),
    phase("II", { entered: { gate: "g-b" }, established: { criterion: "c", atLeast: 3 } }),
  ],
};
const verdict = (answers: Answers, more: Partial<Questionnaire> = {}) => run({ ...ladder, ...more }, answers).verdict;

describe("phases", () => {
  test("the highest whose condition holds is the verdict, whatever the index says", () => {
    expect(verdict({ a: 2, b: 2, c: 0 }).phase).toBe("II");
    expect(verdict({ a: 1, b: 1, c: 3 }).phase).toBe("0");
  });

  test("one reached past another that is not counts: `reached` is cumulative", () => {
    const gate = rule("tested", { criterion: "c", atLeast: 0 });
    const steps = stepsOf({ go: { reached: "I" } });
    const { verdict, nextStep } = run({ ...ladder, gates: [...gates, gate], ...steps }, { a: 0, b: 2, c: 0 });
    expect([verdict.phase, nextStep?.id]).toEqual(["II", "go"]);
  });

  test("a phase may ask for an earlier one", () => {
    const strict = phase("II", { entered: { all: [{ reached: "I" }, { gate: "g-b" }] } });
    const phases = [...ladder.phases.slice(0, 2), strict];
    expect(verdict({ a: 0, b: 2, c: 0 }, { phases }).phase).toBe("0");
    expect(verdict({ a: 2, b: 2, c: 0 }, { phases }).phase).toBe("II");
  });

  test("established implies entered; a phase without a second status is only entered", () => {
    expect(verdict({ a: 2, b: 0, c: 1 })).toMatchObject({ phase: "I", status: "entered" });
    expect(verdict({ a: 2, b: 0, c: 2 })).toMatchObject({ phase: "I", status: "established" });
    expect(verdict({ a: 0, b: 0, c: 3 })).toMatchObject({ phase: "0", status: "entered" });
  });

  test("none that holds: no phase and no status", () => {
    expect(verdict({ a: 0, b: 0, c: 0 }, { phases: ladder.phases.slice(1) })).toMatchObject({
      phase: null,
      status: null,
    });
  });

  test("say what blocks them and what they wait for", () => {
    const { phases, gates } = run(ladder, { a: 2, b: 1 });
    expect(named(phases, "I")).toEqual({
      id: "I",
      entered: "holds",
      established: "open",
      because: [{ ref: "criterion:c", state: "open" }],
      blockedBy: [],
      openBy: ["c"],
    });
    expect(named(phases, "II")).toMatchObject({ entered: "fails", blockedBy: ["b"], openBy: [] });
    expect(named(gates, "g-b")).toEqual({
      id: "g-b",
      state: "fails",
      blockedBy: ["b"],
      openBy: [],
      needs: [{ criterion: "b", level: 2 }],
    });
  });

  test("notes of a phase that apply", () => {
    const notes = [
      { id: "low-c", text: "c is low.", when: { criterion: "c", atMost: 1 } },
      { id: "high-c", text: "c is high.", when: { criterion: "c", atLeast: 2 } },
    ];
    expect(verdict({ a: 0, b: 0, c: 0 }, { phases: [phase("0", { notes })] }).notes).toEqual(["low-c"]);
    expect(verdict({ a: 0, b: 0 }, { phases: [phase("0", { notes })] }).notes).toEqual([]);
  });
});

describe("nothing is granted out of ignorance", () => {
  test("an open gate does not lift the phase", () => {
    const { phase, provisional, possible } = verdict({ a: 2, c: 0 });
    expect({ phase, provisional, possible: possible.phases }).toEqual({
      phase: "I",
      provisional: true,
      possible: ["I", "II"],
    });
  });

  test("an open gate is not passed for a step, so `not` of it is true there", () => {
    const steps = stepsOf({ go: { gate: "g-a" }, prepare: { not: { gate: "g-a" } } });
    const { nextStep, verdict } = run({ ...ladder, ...steps }, { b: 0, c: 0 });
    expect(nextStep).toMatchObject({ id: "prepare", because: [{ ref: "gate:g-a", state: "open" }] });
    expect(verdict.possible.steps).toEqual(expect.arrayContaining(["go", "prepare"]));
  });

  test("an open signal is not present, and counts 0 where signals are counted", () => {
    const signals = [rule("s", { criterion: "a", atMost: 1 })];
    const step = (steps: ReturnType<typeof stepsOf>, answers: Answers) =>
      run({ ...ladder, signals, ...steps }, answers).nextStep?.id;
    for (const steps of [stepsOf({ go: { signal: "s" } }), stepsOf({ go: { measure: "signals", atLeast: 1 } })]) {
      expect(step(steps, {})).toBe("wait");
      expect(step(steps, { a: 0 })).toBe("go");
    }
    expect(step(stepsOf({ calm: { measure: "signals", atMost: 0 } }), {})).toBe("calm");
  });

  test("a question that nobody answered has not been answered, although it will be", () => {
    const phases = [phase("0"), phase("I", { entered: { criterion: "a", state: ["answered"] } })];
    expect(verdict({}, { phases })).toMatchObject({ phase: "0", provisional: true });
  });

  test("a step's own leaves must hold, and `not` does not help the open ones", () => {
    expect(run({ criteria, ...stepsOf({ go: { criterion: "a", atLeast: 1 } }) }).nextStep?.id).toBe("wait");
    expect(run({ criteria, ...stepsOf({ go: { not: { criterion: "a", atLeast: 1 } } }) }).nextStep?.id).toBe("wait");
  });

  test("warnings and recommendations: every one that holds, none that is open", () => {
    const rules = [
      { ...rule("w-a", { criterion: "a", atMost: 1 }), text: "a" },
      { ...rule("w-b", { criterion: "b", atMost: 1 }), text: "b" },
      { ...rule("w-not", { not: { gate: "g-b" } }), text: "not" },
    ];
    const { warnings, recommendations } = run({ ...ladder, warnings: rules, recommendations: rules }, { a: 0 });
    expect(ids(warnings)).toEqual(["w-a", "w-not"]);
    expect(recommendations).toEqual(warnings);
    expect(warnings[0]!.because).toEqual([{ ref: "criterion:a", state: "holds" }]);
  });
});

describe("steps", () => {
  const steps = stepsOf({ first: { criterion: "a", atLeast: 1 }, second: { criterion: "b", atLeast: 1 } });
  const step = (answers: Answers) => run({ criteria, ...steps }, answers).nextStep?.id;

  test("the first that holds is the next step; none: the default", () => {
    expect([step({ a: 1, b: 1 }), step({ a: 0, b: 1 }), step({ a: 0, b: 0 })]).toEqual(["first", "second", "wait"]);
  });

  test("`phase` is exactly the headline, `reached` is that or a later one", () => {
    const at = (when: Parameters<typeof stepsOf>[0]["x"]) =>
      run({ ...ladder, ...stepsOf({ yes: when! }) }, { a: 2, b: 2, c: 3 }).nextStep?.id === "yes";
    expect([at({ phase: "I" }), at({ phase: "II" }), at({ reached: "I" })]).toEqual([false, true, true]);
    expect([at({ phase: "II", status: "established" }), at({ phase: "II", status: "entered" })]).toEqual([true, false]);
  });

  test("a missing fact can be a reason, and may change the step once it is known", () => {
    const facts: Fact[] = [{ id: "f", title: "f", question: "f?", type: "number" }];
    const parts = { criteria, facts, ...stepsOf({ ask: { fact: "f", known: false } }) };
    expect(run(parts, { a: 0, b: 0, c: 0 })).toMatchObject({
      nextStep: { id: "ask" },
      verdict: { provisional: true, possible: { steps: ["ask", "wait"] } },
    });
    expect(run(parts, {}, { facts: { f: 0 } }).nextStep?.id).toBe("wait");
  });
});

describe("provisional", () => {
  test("false when what is open cannot change anything, although answers are missing", () => {
    const steps = stepsOf({ go: { reached: "I" } });
    expect(verdict({ a: 0, b: 0 }, steps)).toMatchObject({
      provisional: false,
      possible: { phases: ["0"], steps: ["wait"] },
      decidedBy: [],
    });
  });

  test("true when only the status is open", () => {
    expect(verdict({ a: 2, b: 0 })).toMatchObject({
      phase: "I",
      status: "entered",
      provisional: true,
      possible: { phases: ["I"] },
    });
  });

  test("names what would settle it, and whom to ask", () => {
    const asked = [criterion("a", { roles: ["sales", "it"] }), criterion("b"), criterion("c")];
    const parts = {
      ...ladder,
      criteria: asked,
      phases: ladder.phases.slice(0, 2).map(({ id, title, entered }) => ({ id, title, ...(entered && { entered }) })),
    };
    expect(run(parts, { b: 0 }).verdict.decidedBy).toEqual([{ criterion: "a", roles: ["sales", "it"] }]);
  });

  const fact: Fact = { id: "f", title: "f", question: "f?", type: "number", min: 0, max: 10 };

  test("an open fact is tried in every case that a condition tells apart", () => {
    // Each half of "odd" is open, and no number meets both. The default is the headline as long as nothing is known.
    const odd = {
      all: [
        { fact: "f", below: 3 },
        { fact: "f", above: 7 },
      ],
    };
    const steps = stepsOf({ odd, low: { fact: "f", below: 5 }, high: { fact: "f", atLeast: 5 } });
    const { possible, decidedBy } = run({ criteria, facts: [fact], ...steps }).verdict;
    expect(possible.steps).toEqual(["low", "high", "wait"]);
    expect(decidedBy).toEqual([{ fact: "f", roles: [] }]);
  });

  test("a step for what is unknown is provisional: an answer takes it away", () => {
    const parts = { criteria, ...stepsOf({ ask: { criterion: "a", state: ["unknown"] } }) };
    expect(run(parts, { a: "unknown" }).verdict).toMatchObject({
      provisional: true,
      possible: { steps: ["ask", "wait"] },
    });
  });

  test("the default is provisional while a step waits for an answer, whichever it is", () => {
    const parts = { criteria, ...stepsOf({ go: { criterion: "a", state: ["answered"] } }) };
    expect(run(parts).verdict).toMatchObject({ provisional: true, possible: { steps: ["go", "wait"] } });
  });
});
