// What the search for witnesses finds, what it proves dead, and that it ends.
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/evaluate/program.ts";
import type { Condition } from "../../../src/model/condition.ts";
import type { Criterion, Fact, Questionnaire } from "../../../src/model/questionnaire.ts";
import { type Reach, reachability } from "../../../src/reach/reachability.ts";
import { largeBadge, randomGates } from "../../support/large.ts";

const title = "T";
const asked = { title, question: title, roles: ["it"], levels: ["0", "1", "2", "3"] };

const criteria = (count: number, more: Partial<Criterion> = {}): Criterion[] =>
  Array.from({ length: count }, (_, at) => ({ ...asked, id: `c${at}`, ...more }));

function choice(id: string, count: number): Criterion {
  const options = Array.from({ length: count }, (_, at) => ({ id: `o${at}`, text: title }));
  return { id, title, question: title, roles: ["it"], options };
}

function questionnaire(list: Criterion[], parts: Partial<Questionnaire>): Questionnaire {
  return {
    ...{ id: "reach", version: "1.0.0", title, summary: title },
    roles: [
      { id: "it", title },
      { id: "panel", title, outside: true },
    ],
    dimensions: [{ id: "d", title, criteria: list }],
    ...parts,
  };
}

const reach = (list: Criterion[], parts: Partial<Questionnaire>, share = 1): Reach[] =>
  reachability(compile(questionnaire(list, parts)), share);

/** How a gate with this condition can be passed. */
const gate = (list: Criterion[], when: Condition, parts: Partial<Questionnaire> = {}): Reach =>
  reach(list, { ...parts, gates: [{ id: "g", title, when }] }).find(({ rule }) => rule === "gate:g")!;

/** The same of a warning, which reads the record as it is. */
const warning = (list: Criterion[], when: Condition, parts: Partial<Questionnaire> = {}): Reach =>
  reach(list, { ...parts, warnings: [{ id: "w", title, text: title, when }] }).find(
    ({ rule }) => rule === "warning:w",
  )!;

const tried = { outcome: "dead", because: "every-answer-tried" };
const includes = (id: string, option: string): Condition => ({ criterion: id, includes: option });

describe("a multiple choice", () => {
  const twoNotOne: Condition = { all: [includes("m", "o1"), { not: includes("m", "o0") }] };

  test("may include one option and not the one before it", () => {
    expect(gate([choice("m", 2)], twoNotOne)).toMatchObject({ witness: { answers: { m: ["o1"] } } });
    expect(gate([choice("m", 31)], twoNotOne)).toMatchObject({ outcome: "witness" });
  });

  test("of twelve options is tried with every subset", () => {
    const twelve = Array.from({ length: 12 }, (_, at) => includes("m", `o${at}`));
    const odd: Condition = { any: twelve.map((one, at) => ({ all: [one, { not: twelve[(at + 1) % 12]! }] })) };
    const allOrNone: Condition = { any: [{ all: twelve }, { criterion: "m", is: 0 }] };
    expect(gate([choice("m", 12)], { all: [odd, allOrNone] })).toMatchObject(tried);
    expect(gate([choice("m", 12)], odd)).toMatchObject({ outcome: "witness" });
    expect(gate([choice("m", 12)], { all: [{ criterion: "m", is: 1 }, ...twelve.slice(4, 6)] })).toMatchObject(tried);
  });
});

describe("many answers at once", () => {
  const lowest: Condition = { all: criteria(8).map(({ id }) => ({ criterion: id, atMost: 0 })) };

  test("a mean of eight at its lowest, and at one value between", () => {
    expect(gate(criteria(8), { dimension: "d", atMost: 0 })).toMatchObject({ outcome: "witness" });
    expect(gate(criteria(8), { dimension: "d", atLeast: 1.3, below: 1.4 })).toMatchObject({ outcome: "witness" });
    const low = [{ dimension: "d", atMost: 0.2 }, { criterion: "c7", is: 1 }, { not: lowest }] satisfies Condition[];
    expect(gate(criteria(8), { all: low })).toMatchObject({ outcome: "witness" });
  });

  test("a mean that all but one of forty have to be below", () => {
    const parts = { measures: [{ id: "m", title, mean: criteria(40).map(({ id }) => id) }] };
    const when: Condition = {
      all: [
        { measure: "m", atMost: 0.1 },
        { criterion: "c39", is: 3 },
      ],
    };
    expect(gate(criteria(40), when, parts)).toMatchObject({ outcome: "witness" });
  });
});

describe("the record", () => {
  const a: Condition = { criterion: "c0", evidence: "url" };
  const b: Condition = { criterion: "c1", evidence: "any" };

  test("one answer may be shown and another not", () => {
    expect(gate(criteria(2), { all: [a, { not: b }] })).toMatchObject({ witness: { evidence: { c0: ["url"] } } });
    const onlyText: Condition = { all: [{ criterion: "c0", evidence: "text" }, { not: a }] };
    expect(gate(criteria(1), onlyText)).toMatchObject({ witness: { evidence: { c0: ["text"] } } });
    expect(gate(criteria(1), { all: [a, { not: { criterion: "c0", evidence: "any" } }] })).toMatchObject(tried);
  });

  test("people outside may praise one thing and not another", () => {
    const voice = (criterion: string) => [{ criterion, voice: "outside" as const }];
    const measures = criteria(2).map(({ id }) => ({ id: `m-${id}`, title, mean: voice(id) }));
    const differ: Condition = {
      all: [
        { measure: "m-c0", atMost: 0 },
        { measure: "m-c1", atLeast: 3 },
      ],
    };
    expect(gate(criteria(2), differ, { measures })).toMatchObject({ witness: { outside: { c0: 0, c1: 3 } } });
    const beyond: Condition = { measure: "m-c0", atLeast: 4 };
    expect(gate(criteria(2), beyond, { measures })).toMatchObject({ outcome: "dead", because: "intervals" });
  });

  test("a step that asks how a question stands hides nothing from the bounds, of itself or of others", () => {
    const waiting: Condition = { criterion: "c0", state: ["unknown", "unanswered"] };
    const impossible: Condition = { criterion: "c1", atLeast: 2, below: 2 };
    const steps = [
      { id: "wait", title, text: title, when: waiting },
      { id: "never", title, text: title, when: impossible },
      { id: "both", title, text: title, when: { all: [waiting, { criterion: "c1", is: 1 }] } satisfies Condition },
      { id: "default", title, text: title },
    ];
    const found = reach(criteria(3), { steps, gates: [{ id: "g", title, when: impossible }] });
    expect(found.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ["gate:g", "dead"],
      ["step:wait", "witness"],
      ["step:never", "dead"],
      // Whoever gets there has waited already.
      ["step:both", "dead"],
      ["step:default", "witness"],
    ]);
  });

  test("a mean of eight at its lowest is found, of which bounds say nothing because it speaks of the record", () => {
    const measures = [{ id: "m", title, blanks: "missing" as const, mean: criteria(8).map(({ id }) => id) }];
    const lowest: Condition = { measure: "m", below: 0.1 };
    const answered = criteria(8).map(({ id }): Condition => ({ criterion: id, state: ["answered"] }));
    expect(warning(criteria(8), lowest, { measures })).toMatchObject({ witness: { answers: { c0: 0 } } });
    expect(warning(criteria(8), { all: [lowest, ...answered] }, { measures })).toMatchObject({ outcome: "witness" });
  });

  test("nothing known of a fact, and nothing known of it any more", () => {
    const facts: Fact[] = [{ id: "f", title, question: title, type: "number", min: 0 }];
    const unknown: Condition = { fact: "f", known: false };
    expect(warning(criteria(1), unknown, { facts })).toMatchObject({ outcome: "witness" });
    expect(warning(criteria(1), { all: [unknown, { fact: "f", atLeast: 1 }] }, { facts })).toMatchObject(tried);
  });
});

test("a number is tried in every case that a comparison tells apart; only one that is computed with is sampled", () => {
  const facts: Fact[] = [{ id: "f", title, question: title, type: "number" }];
  const between: Condition = {
    all: [{ fact: "f", above: 2 }, { fact: "f", below: 3 }, { not: { fact: "f", is: 2.5 } }],
  };
  expect(gate(criteria(1), between, { facts })).toMatchObject({ outcome: "witness" });
  const whole: Fact[] = [{ ...facts[0]!, whole: true } as Fact];
  expect(gate(criteria(1), between, { facts: whole })).toMatchObject(tried);
  const measures = [{ id: "m", title, multiply: ["f", "f"] }];
  const odd: Condition = {
    all: [
      { measure: "m", is: 2 },
      { fact: "f", atLeast: 0 },
    ],
  };
  expect(gate(criteria(1), odd, { facts, measures })).toMatchObject({ outcome: "no-witness" });
});

describe("why a rule is dead", () => {
  const conflict = (found: Reach) => (found.outcome === "dead" ? found.conflict : found.outcome);
  const is = (id: string, level: number): Condition => ({ criterion: id, is: level });

  test("a figure never gets there", () => {
    const when: Condition = { all: [is("c0", 1), { dimension: "d", above: 3 }] };
    expect(conflict(gate(criteria(2), when))).toEqual({ kind: "bounds", ref: "dimension:d", low: 0, high: 3 });
  });

  test("it needs what never holds, or the contrary of what always does", () => {
    const gates = [
      { id: "never", title, when: is("c0", 4) },
      { id: "always", title, when: { criterion: "c0", atLeast: 0 } },
      { id: "one", title, when: { all: [is("c1", 1), { gate: "never" }] } },
      { id: "other", title, when: { not: { gate: "always" } } },
    ];
    expect(reach(criteria(2), { gates }).slice(2).map(conflict)).toEqual([
      { kind: "never", ref: "gate:never" },
      { kind: "always", ref: "gate:always" },
    ]);
  });

  test("two of its parts exclude each other", () => {
    const measures = [{ id: "m", title, sum: ["c0", "c1"] }];
    const when: Condition = { all: [is("c2", 1), is("c0", 0), { measure: "m", above: 3 }] };
    const refs = ["criterion:c0", "measure:m"];
    expect(conflict(gate(criteria(3), when, { measures }))).toEqual({ kind: "together", refs });
  });

  test("an earlier step comes first, or a later phase does", () => {
    const steps = [
      { id: "first", title, text: title, when: { not: is("c0", 3) } },
      { id: "second", title, text: title, when: is("c0", 1) },
      { id: "last", title, text: title },
    ];
    const phases = [
      { id: "0", title },
      { id: "I", title, entered: { criterion: "c0", atLeast: 2 } },
      { id: "II", title, entered: { criterion: "c0", atLeast: 1 } },
    ];
    const found = reach(criteria(1), { steps, phases }).filter(({ outcome }) => outcome === "dead");
    expect(found.map(one => [one.rule, one.path, conflict(one)])).toEqual([
      ["phase:I", ["phases", 1], { kind: "later", ref: "phase:II" }],
      ["step:second", ["steps", 1], { kind: "earlier", ref: "step:first" }],
    ]);
  });

  test("a rule that reads the partner is not blamed for that", () => {
    const when: Condition = { all: [{ partner: "keep" }, is("c0", 1), is("c0", 2)] };
    expect(conflict(warning(criteria(1), when))).not.toMatchObject({ ref: "partner:keep" });
  });
});

describe("what would take too long", () => {
  const someWork = 0.2;

  /** As many pigeons as `count`, and one hole less: no place for all, which bounds do not see. */
  function pigeons(count: number): [Criterion[], Condition] {
    const levels = Array.from({ length: count - 1 }, (_, hole) => `${hole}`);
    const list = criteria(count, { levels });
    const apart = list.flatMap((one, at) =>
      list
        .slice(at + 1)
        .flatMap(other =>
          levels.map(
            (_, hole): Condition => ({ not: { all: [one, other].map(({ id }) => ({ criterion: id, is: hole })) } }),
          ),
        ),
    );
    return [list, { all: apart }];
  }

  test("is said to be unfinished, the same each time; what is smaller is proven", () => {
    expect(gate(...pigeons(5))).toMatchObject(tried);
    const [list, when] = pigeons(14);
    const [first, again] = [1, 2].map(() => reach(list, { gates: [{ id: "g", title, when }] }, someWork));
    expect(first).toMatchObject([{ outcome: "not-searched", tried: expect.any(Number) }]);
    expect(again).toEqual(first);
  });

  test("takes from no other rule what is easy", () => {
    const [list, when] = pigeons(14);
    const gates = [
      { id: "hard", title, when },
      ...list.map(({ id }) => ({ id, title, when: { criterion: id, is: 1 } })),
    ];
    const outcomes = reach(list, { gates }, someWork).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["not-searched", ...list.map(() => "witness")]);
  });

  test("less work for each finds less, and is honest about it", () => {
    const evaluator = compile(randomGates(60));
    const outcomes = (share: number) => reachability(evaluator, share).map(({ outcome }) => outcome);
    const [much, little] = [outcomes(1), outcomes(0.001)];
    expect(much).not.toContain("not-searched");
    expect(little).toContain("not-searched");
    for (const [at, outcome] of little.entries()) if (outcome !== "not-searched") expect(outcome).toBe(much[at]);
  });

  test("a badge of 145 criteria shows all of its levels", () => {
    expect(reachability(compile(largeBadge(145)), 0.2).filter(({ outcome }) => outcome !== "witness")).toEqual([]);
  });
});
