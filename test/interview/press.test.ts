// The state machine, key by key: choosing, going back and forth, text, numbers, remarks.
import { describe, expect, test } from "vitest";
import { answers, atCriteria, begin, said, shown, walk } from "./keys.ts";

describe("who answers, the organisation and its facts", () => {
  test("every screen in its order, each skipped", () => {
    const keys = ["> Ann", "1", "down", "down", "s", "down", "down", "down", "right", "s", "s", "s"];
    const states = keys.map((_, at) => walk(begin(), ...keys.slice(0, at)));
    expect([...states, walk(begin(), ...keys)].map(shown)).toEqual([
      ...["respondent", "role", "organization", "line-of-business"],
      ...["ordering", "revenue", "price", "remark", "partner-now", "speed", "care", "ways", "end"],
    ]);
  });

  test("given: each goes into the assessment, and to the next screen", () => {
    const state = walk(begin(), "> Ann", "1", "> Pumps Ltd", "> Pumps", "2", "> 5", "> 2.5", "> Busy", "1", "3");
    expect(state.assessment).toEqual({
      questionnaire: "base",
      version: "1.2.0",
      organization: "Pumps Ltd",
      lineOfBusiness: "Pumps",
      facts: { ordering: "live", revenue: 5, price: 2.5, remark: "Busy", "partner-now": "agency" },
      responses: [{ respondent: "Ann", role: "sales", date: "2026-11-21", answers: { speed: 3 } }],
    });
    expect(shown(state)).toBe("care");
  });

  test("nothing is told to the file before something is given: the wrong department can be taken back", () => {
    const wrong = walk(begin(), "> Ann", "2");
    expect([shown(wrong), wrong.log]).toEqual(["organization", []]);
    const right = walk(wrong, "up", "1", "down", "down", "s", "down", "down", "down", "s", "0");
    expect(right.assessment.responses).toEqual([
      { respondent: "Ann", role: "sales", date: "2026-11-21", answers: { speed: 0 } },
    ]);
  });

  test("the name is corrected, and the department asked again", () => {
    const state = walk(begin(), "> Anne", "1", "up", "b", "> Ann");
    expect([shown(state), state.respondent]).toEqual(["role", "Ann"]);
    expect(walk(state, "2").role).toBe("panel");
  });

  test("who answers cannot be left out; a name can", () => {
    for (const key of ["s", "right", "j"]) {
      const state = walk(begin(), "> Ann", key);
      expect([shown(state), said(state), state.response]).toEqual(["role", "choose-first", null]);
    }
    expect(walk(begin({ role: "sales" }), "down")).toMatchObject({ response: 0, respondent: undefined, role: "sales" });
    expect(walk(begin(), "> Ann", "1", "b", "b", "down")).toMatchObject({ respondent: "Ann" });
  });

  test("the organisation stays when its line is empty", () => {
    const state = walk(begin({ respondent: "Ann", role: "sales" }), ">", ">  ");
    expect([shown(state), state.log]).toEqual(["ordering", []]);
  });

  test("text keys: up and Escape go back, down skips, any other key does nothing", () => {
    const at = walk(begin({ respondent: "Ann", role: "sales" }), "> Pumps Ltd");
    expect(walk(at, "up").assessment.organization).toBe("Example Ltd");
    expect(shown(walk(at, "escape"))).toBe("organization");
    expect(shown(walk(at, "down"))).toBe("ordering");
    expect(walk(at, "b", "q", "1", "left")).toEqual(at);
  });

  test("a choice shows what was given, and back gives the one before", () => {
    const first = walk(begin({ respondent: "Ann", role: "sales" }), "down", "down", "1", "up");
    expect([shown(first), first.cursor]).toEqual(["ordering", 0]);
    const other = walk(first, "2");
    expect(other.assessment.facts).toEqual({ ordering: "live" });
    expect(walk(other, "up").assessment).not.toHaveProperty("facts");
  });
});

describe("choosing", () => {
  test("a number chooses at once; one that is not there does nothing", () => {
    expect(answers(walk(atCriteria(), "4"))).toEqual({ speed: 4 });
    expect(walk(atCriteria(), "5").log).toEqual([]);
    expect(answers(walk(atCriteria(), "0"))).toEqual({ speed: 0 });
  });

  test("arrows move and go round; Enter and Space choose", () => {
    expect(walk(atCriteria(), "down").cursor).toBe(0);
    expect(walk(atCriteria(), "up").cursor).toBe(4);
    expect(walk(atCriteria(), "up", "down").cursor).toBe(0);
    expect(answers(walk(atCriteria(), "down", "down", "enter"))).toEqual({ speed: 1 });
    expect(answers(walk(atCriteria(), "down", "space"))).toEqual({ speed: 0 });
  });

  test("Enter alone never answers", () => {
    for (const key of ["enter", "space"]) {
      const state = walk(atCriteria(), key);
      expect([said(state), state.log, shown(state)]).toEqual(["choose-first", [], "speed"]);
    }
  });

  test("keys without a meaning change nothing, and a line where a key is wanted neither", () => {
    expect(walk(atCriteria(), "x", "f5", "tab", "escape", "", "> 3")).toEqual(atCriteria());
  });

  test("unknown", () => {
    const state = walk(atCriteria(), "u");
    expect([answers(state), shown(state)]).toEqual([{ speed: "unknown" }, "care"]);
  });

  test("multiple choice: numbers and Space tick, Enter confirms in the questionnaire's order", () => {
    const at = walk(atCriteria(), "s", "s");
    expect(walk(at, "2", "1").ticked.toSorted()).toEqual(["fax", "web"]);
    expect(answers(walk(at, "2", "1", "enter"))).toEqual({ ways: ["web", "fax"] });
    expect(answers(walk(at, "down", "space", "down", "space", "space", "enter"))).toEqual({ ways: ["web"] });
    expect(answers(walk(at, "down", "enter"))).toEqual({ ways: [] });
    expect(said(walk(at, "enter"))).toBe("choose-first");
  });

  test("multiple choice on return: ticks as given, Space needs a place, Enter gives the same again", () => {
    const given = walk(atCriteria(), "s", "s", "1", "enter");
    const resumed = walk(
      begin({ assessment: given.assessment, respondent: "Ann", role: "sales" }),
      "j",
      "down",
      "enter",
    );
    expect(shown(resumed)).toBe("ways");
    expect(resumed.ticked).toEqual(["web"]);
    expect(said(walk(resumed, "space"))).toBe("choose-first");
    expect(answers(walk(resumed, "enter"))).toEqual({ ways: ["web"] });
  });

  test("the end: Enter finishes, other keys do not go past it, and back leaves it", () => {
    const end = walk(atCriteria(), "s", "s", "s");
    expect(walk(end, "enter").ended).toBe("finished");
    expect(walk(end, "s", "right", "space", "1", "u")).toMatchObject({ at: end.at, ended: null, log: [] });
    expect(shown(walk(end, "s", "s", "b"))).toBe("ways");
  });

  test("after the end, and after leaving, no key does anything", () => {
    for (const key of ["q", "quit"]) {
      const left = walk(atCriteria(), "1", key);
      expect(left.ended).toBe("quit");
      expect(walk(left, "1", "b", "> text")).toBe(left);
    }
  });

  test("Ctrl-C leaves from every kind of screen", () => {
    const c = atCriteria();
    const places = [
      begin(),
      walk(begin(), "> A"),
      c,
      walk(c, "t"),
      walk(c, "e"),
      walk(c, "n"),
      walk(c, "?"),
      walk(c, "j"),
    ];
    for (const state of places) expect(walk(state, "quit").ended).toBe("quit");
  });
});

describe("back and forth", () => {
  test("back takes the last answer back, again and again; skip and → give it again", () => {
    const none = atCriteria();
    const one = walk(none, "0");
    const two = walk(one, "1");
    const three = walk(two, "s");
    expect(walk(three, "b").assessment).toEqual(two.assessment);
    expect(walk(three, "b", "left").assessment).toEqual(one.assessment);
    const all = walk(three, "b", "b", "left");
    expect(all.assessment).toEqual(none.assessment);
    expect([shown(all), all.cursor]).toEqual(["speed", 0]);
    expect(walk(all, "s").assessment).toEqual(one.assessment);
    expect(walk(all, "right", "s", "s")).toMatchObject({ assessment: two.assessment, at: three.at });
  });

  test("another answer after back replaces what could have been given again", () => {
    const state = walk(atCriteria(), "0", "1", "b", "b", "3", "s");
    expect([answers(state), shown(state)]).toEqual([{ speed: 3 }, "ways"]);
  });

  test("back over a changed answer gives the old one", () => {
    const once = walk(atCriteria(), "1");
    const again = walk(begin({ assessment: once.assessment, respondent: "Ann", role: "sales" }), "b", "4");
    expect(answers(again)).toEqual({ speed: 4 });
    expect(walk(again, "b").assessment).toEqual(once.assessment);
  });

  test("back from the first screen says so", () => {
    expect(said(walk(begin(), "up"))).toBe("at-the-beginning");
    expect(said(walk(begin({ respondent: "Ann", role: "sales" }), "escape"))).toBe("at-the-beginning");
  });

  test("back after going on with earlier answers reaches the facts, and leaves the answers", () => {
    const before = walk(atCriteria(), "1").assessment;
    const state = walk(begin({ assessment: before, respondent: "Ann", role: "sales" }), "b", "b", "b");
    expect([shown(state), state.assessment]).toEqual(["remark", before]);
    const top = walk(state, "up", "up", "up", "b", "up", "up");
    expect([shown(top), said(top), top.log]).toEqual(["organization", "at-the-beginning", []]);
  });
});
