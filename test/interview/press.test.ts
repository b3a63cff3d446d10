// The state machine, key by key: choosing, going back and forth, text, numbers, remarks.
import { describe, expect, test } from "vitest";
import { keyOfLine } from "../../src/interview/lines.ts";
import { plainText } from "../../src/interview/pasted.ts";
import { isTyping, press } from "../../src/interview/press.ts";
import type { State } from "../../src/interview/state.ts";
import { factValue } from "../../src/model/assessment.ts";
import { answers, atCriteria, begin, facts, questionnaire, said, shown, skipsOf, walk } from "./keys.ts";

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
      facts: Object.fromEntries(
        Object.entries(facts).map(([id, value]) => [id, { value, by: "Ann", date: "2026-11-21" }]),
      ),
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
    expect(walk(at, "up").assessment.organization).toBe("Pumps Ltd");
    expect(shown(walk(at, "escape"))).toBe("organization");
    expect(shown(walk(at, "down"))).toBe("ordering");
    expect(walk(at, "b", "q", "1", "left")).toEqual({ ...at, message: { code: "not-a-key", key: "left" } });
  });

  test("a choice shows what was given; going back leaves it, and another replaces it", () => {
    const first = walk(begin({ respondent: "Ann", role: "sales" }), "down", "down", "1", "up");
    expect([shown(first), first.cursor]).toEqual(["ordering", 0]);
    const other = walk(first, "2");
    expect(factValue(other.assessment.facts?.ordering)).toBe("live");
    expect(walk(other, "up").assessment).toEqual(other.assessment);
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
    expect(walk(atCriteria(), "y", "f5", "tab", "escape", "")).toEqual({
      ...atCriteria(),
      message: { code: "not-a-key", key: "" },
    });
    expect(walk(atCriteria(), "> 3")).toEqual(atCriteria());
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
      begin({ assessment: { ...given.assessment, facts }, respondent: "Ann", role: "sales" }),
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
  test("back is a look: it shows the answer highlighted and leaves it, and on leaves it too", () => {
    const given = walk(atCriteria(), "0", "1", "s");
    const looked = walk(given, "b", "left", "b");
    expect([shown(looked), looked.cursor]).toEqual(["speed", 0]);
    expect([looked.assessment, looked.log]).toEqual([given.assessment, given.log]);
    expect(walk(looked, "s", "right", "s")).toMatchObject({ assessment: given.assessment, at: given.at });
    for (const key of ["q", "quit"]) expect(walk(looked, key).assessment).toEqual(given.assessment);
  });

  test("a new choice replaces the old one, and nothing else", () => {
    const state = walk(atCriteria(), "0", "1", "b", "b", "3", "s");
    expect([answers(state), shown(state)]).toEqual([{ speed: 3, care: 1 }, "ways"]);
  });

  test("back goes the way that was gone, also after a jump", () => {
    const jumped = walk(atCriteria(), "0", "j", "down", "down", "enter");
    expect([shown(jumped), shown(walk(jumped, "b")), shown(walk(jumped, "b", "b"))]).toEqual(["end", "care", "speed"]);
    expect(shown(walk(jumped, "b", "s"))).toBe("ways");
  });

  test("back from the first screen says so", () => {
    expect(said(walk(begin(), "up"))).toBe("at-the-beginning");
    expect(said(walk(begin({ respondent: "Ann", role: "sales" }), "escape"))).toBe("at-the-beginning");
  });

  test("back after going on with earlier answers reaches the facts, and leaves the answers", () => {
    const before = walk(atCriteria(), "1").assessment;
    const state = walk(
      begin({ assessment: before, respondent: "Ann", role: "sales" }),
      "s",
      "down",
      "down",
      "down",
      "s",
      "b",
    );
    expect([shown(state), state.assessment]).toEqual(["partner-now", before]);
    const top = walk(state, "b", "up", "up", "up", "b", "up", "up");
    expect([shown(top), said(top), top.log]).toEqual(["organization", "at-the-beginning", []]);
  });
});

describe("taking an answer back", () => {
  test("x takes the one on the screen back, stays there and says so; elsewhere nothing changes", () => {
    for (const key of ["x", "delete"]) {
      const state = walk(atCriteria(), "0", "1", "b", key);
      expect([answers(state), shown(state), state.cursor, said(state)]).toEqual([
        { speed: 0 },
        "care",
        -1,
        "taken-back",
      ]);
      expect(said(walk(state, key))).toBe("nothing-to-take-back");
    }
  });

  test("the first answer takes the response it began with it: a wrong department leaves no trace", () => {
    const none = atCriteria();
    expect(walk(none, "0", "b", "x").assessment).toEqual(none.assessment);
    const resumed = begin({ assessment: walk(none, "0").assessment, respondent: "Ann", role: "sales" });
    expect(walk(resumed, "b", "x").assessment.responses).toMatchObject([{ respondent: "Ann", answers: {} }]);
  });

  test("with a note, evidence or a reason it is said first, and done when pressed again", () => {
    for (const keys of [
      ["t", "> Seen", "2"],
      ["e", "> A list", ">", ">", "2"],
      ["n", "> Never"],
    ]) {
      const state = walk(atCriteria(), ...keys, "b", "x");
      expect([said(state), state.assessment.responses]).toEqual(["remarks-go", [expect.anything()]]);
      expect(walk(state, "x").assessment.responses).toBeUndefined();
      expect(said(walk(state, "down", "x"))).toBe("remarks-go");
    }
  });

  test("a fact: a choice by key, a text by emptying the line it opened with, line by line by `:x`", () => {
    const given = walk(begin({ respondent: "Ann", role: "sales" }), "down", "> Pumps", "2", "> 5");
    const held = ({ assessment }: State) => Object.keys(assessment.facts ?? {});
    expect(held(walk(given, "up", "up", "x"))).toEqual(["revenue"]);
    const atRevenue = walk(given, "up");
    expect(atRevenue.text).toBe("5");
    expect([held(walk(atRevenue, ">")), walk(atRevenue, ">").at]).toEqual([["ordering"], atRevenue.at + 1]);
    const typed = press(atRevenue, keyOfLine(atRevenue, ":x"));
    expect([held(typed), typed.at, said(typed)]).toEqual([["ordering"], atRevenue.at, "taken-back"]);
    const line = walk(given, "up", "up", "b");
    expect(press(line, keyOfLine(line, ":x")).assessment).not.toHaveProperty("lineOfBusiness");
    const organization = walk(line, "up");
    expect(said(press(organization, keyOfLine(organization, ":x")))).toBe("nothing-to-take-back");
  });

  test("an empty line that opened empty skips, and takes nothing back", () => {
    const given = walk(begin({ respondent: "Ann", role: "sales" }), "down", "> Pumps", "2", "> 5");
    expect(walk(given, ">").assessment).toEqual(given.assessment);
  });

  test("a remark that waits for an answer is dropped when it is said twice", () => {
    const waits = walk(atCriteria(), "t", "> Seen", "x");
    expect([said(waits), waits.draft]).toEqual(["draft-waits", { note: "Seen" }]);
    expect(walk(waits, "x").draft).toEqual({});
  });
});

describe("going back over who one is", () => {
  /** Until the department is asked. */
  const goBack = (state: State): State => (shown(state) === "role" ? state : goBack(walk(state, backOf(state))));
  const backOf = (state: State) => (isTyping(state) ? "up" : "b");

  test("the same name and department again is the same person, and with a name left out too", () => {
    for (const name of ["> Ann", ">"]) {
      const given = walk(begin(), name, "1", ...skipsOf(questionnaire), "0");
      const again = goBack(given);
      expect([shown(again), again.assessment]).toEqual(["role", given.assessment]);
      const on = walk(again, "1");
      expect(shown(on)).toBe("organization");
      const skipped = walk(on, ...skipsOf(questionnaire));
      expect(shown(skipped)).toBe("care");
      expect(walk(skipped, "b", "b").assessment).toEqual(given.assessment);
    }
  });

  test("another department begins anew, and what was given as the first one stays", () => {
    const given = walk(begin(), "> Ann", "1", ...skipsOf(questionnaire), "0");
    const other = walk(goBack(given), "2", ...skipsOf(questionnaire).slice(2), "4");
    expect(other.assessment.responses).toMatchObject([
      { role: "sales", answers: { speed: 0 } },
      { role: "panel", answers: { speed: 4 } },
    ]);
  });
});

describe("pasting", () => {
  const text = "All\r\nor nothing\n3\n1";

  test("on a question it is ignored, with a line that says so", () => {
    for (const keys of [[], ["s", "s"], ["?"], ["j"]]) {
      const at = walk(atCriteria(), ...keys);
      expect(press(at, { kind: "paste", text })).toEqual({ ...at, message: { code: "pasted" } });
    }
  });

  test("in a field it is one text: line breaks become spaces, and stay in a note", () => {
    const paste = (state: State) => press(state, { kind: "paste", text });
    expect(paste(begin({ respondent: "Ann", role: "sales" })).assessment.organization).toBe("All or nothing 3 1");
    expect(answers(paste(walk(atCriteria(), "n")))).toEqual({ speed: { na: "All or nothing 3 1" } });
    expect(answers(walk(paste(walk(atCriteria(), "t")), "1"))).toEqual({
      speed: { level: 1, note: "All\nor nothing\n3\n1" },
    });
  });

  test("without what would act on a terminal", () => {
    const esc = "\u001b";
    expect(
      plainText(`a${esc}[31mb${esc}]0;title\u0007c${esc}Pq${esc}\\d${esc}]never ended\u0000\u007f\u009b1me\tf${esc}`),
    ).toBe("abcdnever endede f");
  });
});
