// The list of places: a question is found by its words.
import { describe, expect, test } from "vitest";
import { targetsOf } from "../../src/interview/jump.ts";
import { keyOfLine } from "../../src/interview/lines.ts";
import { press } from "../../src/interview/press.ts";
import type { State } from "../../src/interview/state.ts";
import type { Criterion, Questionnaire } from "../../src/model/questionnaire.ts";
import { FakeTerminal } from "./fake-terminal.ts";
import { withGrid } from "./grid-base.ts";
import { atCriteria, begin, empty, questionnaire, said, shown, skipsOf, walk } from "./keys.ts";

const reworded = (id: string, words: Partial<Criterion>, of: Questionnaire = questionnaire): Questionnaire => ({
  ...of,
  dimensions: of.dimensions.map(dimension => ({
    ...dimension,
    criteria: dimension.criteria.map(one => (one.id === id ? { ...one, ...words } : one)),
  })),
});
const asked = reworded(
  "care",
  { title: "Réparations", question: "How fast is a complaint solved?" },
  reworded("speed", { question: "How fast is an order sent?" }),
);
const at = () => atCriteria({ questionnaire: asked });
/** What the list of those that were found leads to. */
const found = (state: State) => {
  const { mode } = state;
  return mode.kind === "jump" ? targetsOf(state, mode.words).map(one => shown({ ...state, at: one.at })) : null;
};
const sought = (words: string) => walk(at(), "j", "/", `> ${words}`);

describe("/ and words", () => {
  test("show the questions that have all of them, in any order; Enter goes there", () => {
    expect(found(sought("fast"))).toEqual(["speed", "care"]);
    expect(shown(walk(sought("fast"), "down", "enter"))).toBe("care");
    expect(shown(walk(sought("fast"), "down", "enter", "b"))).toBe("speed");
    expect(walk(at(), "/", "> fast")).toEqual(sought("fast"));
  });

  test.each([
    ["all of the words", "solved fast", "care"],
    ["an id", "ways", "ways"],
    ["a title, without its accents and capitals", "repar", "care"],
    ["a dimension", "people", "ways"],
    ["a fact", "revenue", "revenue"],
  ])("the only one at once, by %s", (_, words, id) => expect(shown(sought(words))).toBe(id));

  test("rows of a grid too", () => {
    const rows = begin({ questionnaire: withGrid, respondent: "Ann", role: "sales" });
    expect(shown(walk(rows, ...skipsOf(withGrid), "/", "> late repair"))).toBe("row");
  });

  test("Escape goes back to the list of the parts, and so does a line without words", () => {
    for (const key of ["escape", ">"]) expect(walk(at(), "j", "/", key)).toEqual(walk(at(), "j"));
    expect(walk(sought("fast"), "escape")).toEqual(at());
    expect(said(walk(at(), "j", "/", "f5"))).toBe("not-a-key");
  });

  test("nothing found: it says so, and the words stay for correction", () => {
    const none = sought("zebra");
    expect([none.mode.kind, none.text, said(none), none.at]).toEqual(["find", "zebra", "nothing-found", at().at]);
  });

  test("what is found is shown while one types", () => {
    const terminal = new FakeTerminal(at());
    terminal.read("/");
    terminal.read("solv");
    expect(terminal.writes.at(-1)).toContain("  How fast is a complaint solved? (");
  });
});

describe("line by line", () => {
  const line = (state: State, ...lines: string[]) =>
    lines.reduce((one, text) => press(one, keyOfLine(one, text)), state);

  test("the same lines lead there", () => {
    expect(shown(line(at(), "j", "/", "solved"))).toBe("care");
    expect(found(line(at(), "/", "fast"))).toEqual(["speed", "care"]);
    expect(shown(line(at(), "/", "fast", "down", ""))).toBe("care");
    expect(line(at(), "j", "/", ":x")).toEqual(line(at(), "j"));
  });

  test("not before it is known who answers, nor while a remark waits", () => {
    const unknown = begin({ questionnaire: asked, assessment: { ...empty, responses: [{ answers: {} }] } });
    expect([shown(unknown), said(walk(unknown, "/"))]).toEqual(["who", "choose-first"]);
    const waits = walk(at(), "t", "> Seen", "/");
    expect([said(waits), walk(waits, "/").mode]).toEqual(["draft-waits", { kind: "find" }]);
  });
});
