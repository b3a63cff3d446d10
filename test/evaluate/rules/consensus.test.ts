// From what people said to what counts: lower medians, states, the workshop, voices from outside.
import { describe, expect, test } from "vitest";
import { criterion, figureOf, run, says, viewOf } from "./small.ts";

const a = criterion("a", { roles: ["it", "sales"], na: "Allowed." });
const consensus = (...responses: ReturnType<typeof says>[]) => viewOf(run({ criteria: [a] }, responses));
const na = { na: "Not here." };

describe("the level that counts", () => {
  test("of two answers in a role it is the lower one", () => {
    expect(consensus(says("it", { a: 1 }, "Ann"), says("it", { a: 3 }, "Bob")).level).toBe(1);
  });

  test("of three answers in a role it is the one in the middle", () => {
    const three = [says("it", { a: 0 }, "Ann"), says("it", { a: 2 }, "Bob"), says("it", { a: 3 }, "Cy")];
    expect(consensus(...three).level).toBe(2);
  });

  test("each role speaks once, however many of it answered", () => {
    const many = ["Ann", "Bob", "Cy"].map(name => says("it", { a: 3 }, name));
    expect(consensus(...many, says("sales", { a: 1 })).level).toBe(1);
  });

  test("roles that the criterion does not list are left out while a listed one answered", () => {
    expect(consensus(says("sales", { a: 3 }), says("service", { a: 0 })).level).toBe(3);
  });

  test("when no listed role answered, all inside roles count", () => {
    expect(consensus(says("service", { a: 2 }), says("it", { a: "unknown" })).level).toBe(2);
  });

  test("somebody without a role counts only when no listed role answered", () => {
    const nameless = { answers: { a: 0 } };
    expect(viewOf(run({ criteria: [a] }, [nameless])).level).toBe(0);
    expect(viewOf(run({ criteria: [a] }, [nameless, says("it", { a: 2 })])).level).toBe(2);
  });

  test("the spread is that of all inside answers, and stays one of single answers", () => {
    const { spread } = consensus(says("it", { a: 3 }), says("service", { a: 0 }), says("panel", { a: 1 }));
    expect(spread).toBe(3);
  });

  test("the order of respondents in the file changes nothing", () => {
    const heard = [says("sales", { a: 3 }, "Zoe"), says("it", { a: 1 }), says("sales", { a: 2 }, "Amy")];
    expect(consensus(...heard.toReversed())).toEqual(consensus(...heard));
    expect(consensus(...heard).responses.map(({ respondent }) => respondent)).toEqual(["it", "Amy", "Zoe"]);
  });

  test("not even that of respondents without a name", () => {
    const heard = [0, 3].map(a => ({ role: "it", answers: { a } }));
    const run1 = run({ criteria: [a] }, heard);
    expect(run({ criteria: [a] }, heard.toReversed())).toEqual(run1);
  });
});

describe("without a level", () => {
  test("nobody answered: unanswered, and not 0", () => {
    expect(consensus()).toMatchObject({ state: "unanswered", level: null, answeredLevel: null, spread: null });
  });

  test("unknown if anybody said so, even beside N/A", () => {
    expect(consensus(says("it", { a: na }), says("sales", { a: "unknown" }))).toMatchObject({
      state: "unknown",
      level: null,
    });
  });

  test("N/A if that is all that was said", () => {
    expect(consensus(says("it", { a: na }))).toMatchObject({ state: "na", level: null });
  });

  test("a level beside N/A or unknown is the level", () => {
    const heard = [says("it", { a: na }), says("sales", { a: 2 }), says("sales", { a: "unknown" }, "Bob")];
    expect(consensus(...heard)).toMatchObject({ state: "answered", level: 2 });
  });
});

describe("what the workshop agreed on", () => {
  const heard = [says("it", { a: 3 }), says("sales", { a: 0 })];
  const agreed = (result: { level: number } | { na: string }) =>
    viewOf(run({ criteria: [a] }, heard, { agreed: { a: { ...result, because: "Seen together." } } }));

  test("replaces the consensus and leaves the spread", () => {
    expect(agreed({ level: 2 })).toMatchObject({ state: "answered", level: 2, spread: 3 });
  });

  test("may be that the question does not apply", () => {
    expect(agreed({ na: "No such thing here." })).toMatchObject({ state: "na", level: null, spread: 3 });
  });
});

describe("voices from outside", () => {
  test("never enter the consensus, even when nobody else answered", () => {
    expect(consensus(says("panel", { a: 3 }))).toMatchObject({ state: "unanswered", level: null, spread: null });
    expect(consensus(says("it", { a: 2 }), says("panel", { a: 0 })).level).toBe(2);
  });

  test("can be measured beside it, by their own lower median", () => {
    const panel = [says("it", { a: 3 }), says("panel", { a: 1 }, "Ann"), says("panel", { a: 2 }, "Bob")];
    const gap = { subtract: ["a", { criterion: "a", voice: "outside" as const }] };
    const { measures } = run({ criteria: [a], measures: [{ id: "gap", title: "gap", ...gap }] }, panel);
    expect(measures[0]).toMatchObject({ id: "gap", value: 2, low: 2, high: 2 });
  });

  test("are missing, not 0, when there are none", () => {
    expect(figureOf({ mean: [{ criterion: "a", voice: "outside" }] }, { criteria: [a] }, { a: 3 })).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("multiple choice", () => {
  const options = ["web", "phone", "shop"].map(id => ({ id, text: id }));
  const ways = criterion("a", { options, roles: ["it", "sales", "service"] });
  const chosen = (...answers: string[][]) =>
    viewOf(
      run(
        { criteria: [ways] },
        answers.map((a, at) => says(["it", "sales", "service"][at]!, { a })),
      ),
    ).level;

  test("the level is the number of options chosen; none chosen is an answer", () => {
    expect(chosen(["web", "shop"])).toBe(2);
    expect(chosen([])).toBe(0);
  });

  test("an option counts when the lower median of the roles has it", () => {
    expect(chosen(["web"], ["phone"])).toBe(0);
    expect(chosen(["web", "phone"], ["web"], ["shop", "phone"])).toBe(2);
  });
});
