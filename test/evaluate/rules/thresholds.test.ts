// Thresholds of a caller: met only if they certainly are, and what keeps each from it.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/evaluate/evaluate.ts";
import { compile } from "../../../src/evaluate/program.ts";
import { type Thresholds, unmet } from "../../../src/evaluate/thresholds.ts";
import { type Answers, assessment, criterion, type Parts, questionnaire } from "./small.ts";

const ladder: Parts = {
  criteria: [criterion("a"), criterion("b", { weight: 2 }), criterion("c", { na: "Allowed." })],
  phases: [
    { id: "0", title: "0" },
    { id: "I", title: "I", entered: { criterion: "a", atLeast: 2 }, established: { criterion: "b", atLeast: 2 } },
    { id: "II", title: "II", entered: { criterion: "c", atLeast: 2 } },
  ],
};
const na = { na: "Not here." };

function missed(wanted: Thresholds, answers: Answers, parts = ladder) {
  const made = questionnaire(parts);
  return unmet(made, evaluate(compile(made), assessment(answers)), wanted);
}

test("nothing asked, nothing missed", () => {
  expect(missed({}, {})).toEqual([]);
});

describe("--min-phase", () => {
  const I = { minPhase: "I" };

  test("is met by the phase and by a later one", () => {
    expect(missed(I, { a: 2, b: 0, c: 0 })).toEqual([]);
    expect(missed(I, { a: 0, b: 0, c: 2 })).toEqual([]);
  });

  test("is missed by an earlier one, with what blocks it", () => {
    expect(missed(I, { a: 1, c: 0 })).toEqual([{ threshold: "min-phase", wanted: "I", blockedBy: ["a"], openBy: [] }]);
  });

  test("is not met by a phase that is only possible", () => {
    expect(missed(I, { c: 0 })).toEqual([{ threshold: "min-phase", wanted: "I", blockedBy: [], openBy: ["a"] }]);
  });
});

describe("--min-status", () => {
  const established: Thresholds = { minStatus: "established" };

  test("of the phase asked for, or of the headline", () => {
    expect(missed(established, { a: 2, b: 2, c: 0 })).toEqual([]);
    expect(missed(established, { a: 2, b: 1, c: 0 })).toMatchObject([{ threshold: "min-status", blockedBy: ["b"] }]);
    expect(missed({ ...established, minPhase: "I" }, { a: 2, c: 0 })).toMatchObject([
      { threshold: "min-status", openBy: ["b"] },
    ]);
  });

  test("a phase beyond the one asked for has met it", () => {
    expect(missed({ ...established, minPhase: "I" }, { a: 2, b: 0, c: 2 })).toEqual([]);
  });

  test("entered is met by any phase that is reached", () => {
    expect(missed({ minStatus: "entered" }, { a: 2, b: 0, c: 0 })).toEqual([]);
  });

  test("entered is not met when no phase is reached", () => {
    const parts = { ...ladder, phases: ladder.phases!.slice(1) };
    expect(missed({ minStatus: "entered" }, { a: 0, b: 0, c: 0 }, parts)).toHaveLength(1);
  });
});

describe("--min-index", () => {
  test("is met only by the low bound", () => {
    // b weighs 2 of 3 when c does not apply.
    expect(missed({ minIndex: 66 }, { b: 3, c: na })).toEqual([]);
    expect(missed({ minIndex: 67 }, { b: 3, c: na })).toEqual([
      { threshold: "min-index", wanted: "67", blockedBy: [], openBy: ["a"] },
    ]);
  });

  test("is met exactly at the figure", () => {
    expect(missed({ minIndex: 100 }, { a: 3, b: 3, c: na })).toEqual([]);
  });

  test("names what costs the index most first", () => {
    expect(missed({ minIndex: 90 }, { a: 0, b: 1, c: 3 })).toMatchObject([{ blockedBy: ["b", "a"], openBy: [] }]);
  });

  test("is missed when there is no index", () => {
    const parts = { criteria: [criterion("a", { na: "Allowed." })] };
    expect(missed({ minIndex: 0 }, { a: na }, parts)).toHaveLength(1);
  });
});

describe("--complete", () => {
  test("wants a level or a reason for every visible question", () => {
    expect(missed({ complete: true }, { a: 0, b: 1, c: na })).toEqual([]);
    expect(missed({ complete: true }, { a: "unknown", b: 1 })).toEqual([
      { threshold: "complete", wanted: "", blockedBy: [], openBy: ["a", "c"] },
    ]);
  });

  test("asks nothing of a hidden one", () => {
    const hidden = criterion("a", { visible: { criterion: "b", atLeast: 1 } });
    expect(missed({ complete: true }, { b: 0 }, { criteria: [hidden, criterion("b")] })).toEqual([]);
  });
});

test("several are missed together, in this order", () => {
  const wanted: Thresholds = { complete: true, minIndex: 50, minPhase: "II" };
  expect(missed(wanted, {}).map(({ threshold }) => threshold)).toEqual(["min-phase", "min-index", "complete"]);
});
