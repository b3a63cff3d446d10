// Several people in one file: who goes on, who is new, what each is asked, and where they stopped.
import { describe, expect, test } from "vitest";
import { screens } from "../../src/interview/given.ts";
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import { answers, atCriteria, begin, empty, facts, questionnaire, shown, skipsOf, walk } from "./keys.ts";

const two: Assessment = {
  ...empty,
  facts,
  responses: [
    { respondent: "Ann", role: "sales", answers: { speed: 1 } },
    { respondent: "Pat", role: "panel", answers: {} },
  ],
};

describe("who", () => {
  test("is asked where somebody answered before", () => {
    expect(shown(begin({ assessment: two }))).toBe("who");
    expect(shown(begin())).toBe("respondent");
  });

  test("one of them goes on where they stopped", () => {
    const state = walk(begin({ assessment: two }), "1");
    expect([state.respondent, state.role, shown(state)]).toEqual(["Ann", "sales", "care"]);
    expect(answers(walk(state, "1"))).toEqual({ speed: 1, care: 1 });
  });

  test("someone else is added, after the others", () => {
    const state = walk(begin({ assessment: two }), "3", "> Bob", "1", "4");
    expect(state.assessment.responses?.[2]).toEqual({
      respondent: "Bob",
      role: "sales",
      date: "2026-11-21",
      answers: { speed: 4 },
    });
    expect(state.assessment.responses?.slice(0, 2)).toEqual(two.responses);
    expect(walk(state, "b", "x").assessment).toEqual(two);
  });

  test("the same name in the same role goes on instead of doubling; in another role it is someone new", () => {
    const same = walk(begin({ assessment: two }), "3", "> Ann", "1");
    expect([same.response, shown(same), same.log]).toEqual([0, "care", []]);
    expect(walk(begin({ assessment: two }), "3", "> Ann", "2").response).toBe(2);
    expect(begin({ assessment: two, respondent: "Ann", role: "panel" }).response).toBe(2);
  });

  test("people without a name are never taken for one another", () => {
    const unnamed: Assessment = { ...empty, responses: [{ role: "sales", answers: { speed: 1 } }] };
    expect(walk(begin({ assessment: unnamed }), "2", ">", "1").response).toBe(1);
    expect(begin({ assessment: unnamed, role: "sales" }).response).toBe(0);
  });

  test("a role alone does not take over the answers of the one who gave a name", () => {
    const state = begin({ assessment: two, role: "sales" });
    expect([shown(state), state.response]).toEqual(["who", null]);
    expect(walk(state, "1")).toMatchObject({ response: 0, respondent: "Ann" });
    expect(walk(state, "3", "> Bob")).toMatchObject({ response: 2, respondent: "Bob", role: "sales" });
    const both: Assessment = { ...empty, responses: [...two.responses!, { role: "sales", answers: { care: 0 } }] };
    expect(begin({ assessment: both, role: "sales" }).response).toBe(2);
  });

  test("back from someone else returns to the list", () => {
    expect(shown(walk(begin({ assessment: two }), "3", "up"))).toBe("who");
    expect(shown(walk(begin({ assessment: two }), "3", "> Bob", "1", "b", "b", "up"))).toBe("who");
  });
});

describe("what is asked", () => {
  const asked = (role: string | undefined) => {
    const state = role === undefined ? walk(begin(), ">", "3") : begin({ respondent: "X", role });
    return screens(state).flatMap(screen => (screen.kind === "criterion" ? [screen.criterion.id] : []));
  };

  test("a role: its own questions; several people together: all", () => {
    expect(asked("panel")).toEqual(["speed"]);
    expect(asked("sales")).toEqual(["speed", "care", "ways"]);
    expect(asked(undefined)).toEqual(["speed", "care", "ways"]);
  });

  test("together there is no role in the file", () => {
    const state = walk(begin(), ">", "3", ...skipsOf(questionnaire), "1");
    expect(state.assessment.responses).toEqual([{ date: "2026-11-21", answers: { speed: 1 } }]);
  });

  test("a role without questions is not offered", () => {
    const roles = [...questionnaire.roles, { id: "idle", title: "Idle" }];
    const state = walk(begin({ questionnaire: { ...questionnaire, roles } }), "> A");
    expect([walk(state, "3").role, walk(state, "4").role]).toEqual([null, undefined]);
  });
});

describe("resuming", () => {
  const resumed = (given: Record<string, Answer>, more: Partial<Assessment> = {}) =>
    shown(
      begin({
        assessment: { ...empty, facts, ...more, responses: [{ respondent: "Ann", role: "sales", answers: given }] },
        respondent: "Ann",
      }),
    );

  test("exactly after the last answer", () => {
    expect(resumed({ speed: 1 })).toBe("care");
    expect(resumed({ care: 1 })).toBe("ways");
    expect(resumed({ speed: 1, care: "unknown" })).toBe("ways");
  });

  test("at the first gap when everything after it is answered; at the end without one", () => {
    expect(resumed({ ways: [] })).toBe("speed");
    expect(resumed({ speed: { na: "No" }, ways: [] })).toBe("care");
    expect(resumed({ speed: 1, care: 1, ways: [] })).toBe("end");
  });

  test("at the first fact that is open, also where it was skipped before; then where the questions stopped", () => {
    expect(resumed({ speed: 1 }, { facts: { ordering: "live", revenue: 5 } })).toBe("price");
    expect(resumed({}, { lineOfBusiness: "Pumps", facts: {} })).toBe("ordering");
    expect(resumed({}, { organization: "", facts: {} })).toBe("organization");
    const { price: _, ...others } = facts;
    const { remark: __, ...fewer } = others;
    const state = begin({
      assessment: { ...empty, facts: fewer, responses: [{ respondent: "Ann", role: "sales", answers: { speed: 1 } }] },
      respondent: "Ann",
    });
    expect([shown(state), shown(walk(state, "down")), shown(walk(state, "down", "down"))]).toEqual([
      "price",
      "remark",
      "care",
    ]);
    expect(resumed({})).toBe("speed");
  });

  test("what the verdict waits for is asked first", () => {
    const assessment = { ...empty, responses: [{ respondent: "Ann", role: "sales", answers: {} }] };
    expect(shown(begin({ assessment, respondent: "Ann", deciding: ["price"] }))).toBe("price");
    expect(shown(begin({ assessment, respondent: "Ann" }))).toBe("ordering");
  });

  test("whatever is answered: leaving and coming back is as if one had stayed", () => {
    const keys = ["2", "1", "1", "enter"];
    const skips = skipsOf(questionnaire).slice(2);
    for (const at of keys.keys()) {
      const left = walk(atCriteria(), ...keys.slice(0, at));
      const back = begin({ assessment: left.assessment, respondent: "Ann", role: "sales" });
      const rest = at === 0 ? [...skipsOf(questionnaire), ...keys] : [...skips, ...keys.slice(at)];
      if (at === 3)
        expect(walk(back, ...skips, "1", "enter").assessment).toEqual(walk(atCriteria(), ...keys).assessment);
      else expect(walk(back, ...rest).assessment).toEqual(walk(atCriteria(), ...keys).assessment);
    }
  });
});
