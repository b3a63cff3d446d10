// What a verdict rests on beside what is open: voices that were not heard, and answers that a question does not apply.
import { describe, expect, test } from "vitest";
import type { Response } from "../../../src/model/assessment.ts";
import type { Finding } from "../../../src/model/evaluation.ts";
import { criteriaOf } from "../../../src/questionnaire/outline.ts";
import { changed, example, flagship, run as runFlagship } from "../../support/flagship.ts";
import { criterion, type Parts, rule, run, says, stepsOf } from "./small.ts";

const asked = (more = {}) => criterion("a", { roles: ["it", "sales", "service"], na: "Allowed.", ...more });
const phases = (needs: number, more = {}): Parts => ({
  criteria: [asked(more)],
  gates: [rule("g", { criterion: "a", atLeast: needs, na: "holds" })],
  phases: [
    { id: "low", title: "low" },
    { id: "high", title: "high", entered: { gate: "g" } },
  ],
  ...stepsOf({ go: { gate: "g" } }),
});
const unheard = (parts: Parts, responses: Response[], more = {}) => run(parts, responses, more).unheard;

describe("who was not heard", () => {
  test("a role that the question is meant for could move it, and the verdict", () => {
    expect(unheard(phases(2), [says("it", { a: 3 })])).toEqual({
      refs: ["a"],
      roles: ["sales", "service"],
      canChange: true,
    });
    expect(runFlagship(example("valbruna-pumps")).verdict.provisional).toBe(false);
  });

  test("where the middle cannot leave the side it is on, the verdict stays", () => {
    // Of three medians the middle one is at least 2, whatever the third says; of two the lower one is not.
    const two = [says("it", { a: 2 }), says("sales", { a: 3 })];
    expect(unheard(phases(2), two)).toEqual({ refs: ["a"], roles: ["service"], canChange: false });
    expect(unheard(phases(3), two)).toEqual({ refs: ["a"], roles: ["service"], canChange: true });
  });

  test("a level that nobody missing can move is not counted", () => {
    expect(unheard(phases(2), [says("it", { a: 3 }), says("sales", { a: 3 })]).refs).toEqual([]);
  });

  test("an answer of a role that was not asked gives way to one that is", () => {
    const all = [says("panel", { a: 3 }), { respondent: "Together", answers: { a: 3 } }];
    expect(unheard(phases(1), all)).toMatchObject({ refs: ["a"], roles: ["it", "sales", "service"], canChange: true });
  });

  test("N/A gives way to a level", () => {
    expect(unheard(phases(2), [says("it", { a: { na: "Not here." } })])).toMatchObject({
      refs: ["a"],
      canChange: true,
    });
  });

  test("options may all come out otherwise", () => {
    const options = ["one", "two"].map(id => ({ id, text: id }));
    const parts = phases(1, { options });
    expect(unheard(parts, [says("it", { a: ["one"] })])).toMatchObject({ refs: ["a"], canChange: true });
  });

  test("what a workshop settled stays, and so does what everybody said who is asked", () => {
    const agreed = { a: { level: 3, because: "Seen." } };
    expect(unheard(phases(2), [says("it", { a: 3 })], { agreed }).refs).toEqual([]);
    const everybody = ["it", "sales", "service"].map(role => says(role, { a: 3 }));
    expect(unheard(phases(2), everybody)).toEqual({ refs: [], roles: [], canChange: false });
  });

  test("a late voice may bring evidence, where a rule reads it, even for a level that is settled", () => {
    const parts = { ...phases(2), ...stepsOf({ go: { criterion: "a", evidence: "any" }, stay: { gate: "g" } }) };
    const agreed = { a: { level: 3, because: "Seen." } };
    expect(unheard(parts, [says("it", { a: 3 })], { agreed })).toMatchObject({ refs: ["a"], canChange: true });
  });

  test("a customer panel is no voice that is missing", () => {
    const parts = { ...phases(2), criteria: [criterion("a", { roles: ["it", "panel"] })] };
    expect(unheard(parts, [says("it", { a: 3 })]).refs).toEqual([]);
  });
});

describe("na-decides: a phase that rests on what does not apply", () => {
  const found = (parts: Parts, answers: Response[]) =>
    run(parts, answers).findings.filter(
      (one): one is Extract<Finding, { kind: "na-decides" }> => one.kind === "na-decides",
    );

  test("the phase without it is named", () => {
    expect(found(phases(2), [says("it", { a: { na: "Not here." } })])).toEqual([
      { kind: "na-decides", refs: ["a"], without: { phase: "low", status: "entered" } },
    ]);
  });

  test("one on which nothing rests is not", () => {
    const beside = { ...phases(2), criteria: [asked(), criterion("b", { na: "Allowed." })] };
    expect(found(beside, [says("it", { a: 3, b: { na: "Not here." } })])).toEqual([]);
    const either = {
      ...phases(2),
      gates: [
        rule("g", {
          any: [
            { criterion: "a", na: "holds", atLeast: 2 },
            { criterion: "b", atLeast: 1 },
          ],
        }),
      ],
    };
    const parts = { ...either, criteria: [asked(), criterion("b")] };
    expect(found(parts, [says("it", { a: { na: "Not here." }, b: 3 })])).toEqual([]);
    expect(found(parts, [says("it", { a: { na: "Not here." }, b: 0 })])).toHaveLength(1);
  });

  test("the flagship: nine questions that do not apply lift no phase without a word", () => {
    const nine = criteriaOf(flagship).flatMap(({ id, na }) => (na === undefined ? [] : [id]));
    expect(nine).toHaveLength(9);
    const all = (answer: number | "na") =>
      runFlagship(changed(example("kurogane-bearings"), { levels: Object.fromEntries(nine.map(id => [id, answer])) }));
    expect(all(0).verdict).toMatchObject({ phase: "II", status: "entered" });
    expect(all("na").verdict).toMatchObject({ phase: "III", status: "established" });
    const told = all("na").findings.filter(one => one.kind === "na-decides");
    expect(told).toMatchObject([{ without: { phase: "II", status: "entered" } }]);
    expect(told[0]!.refs.length).toBeGreaterThan(1);
  });
});
