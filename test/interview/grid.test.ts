// The rows of a grid, key by key and line by line: marks, moving, confirming, back, resuming, and what is typed.

import { describe, expect, test } from "vitest";
import { compile } from "../../src/evaluate/program.ts";
import { screenAt, screens } from "../../src/interview/given.ts";
import { targetsOf } from "../../src/interview/jump.ts";
import { keyOfLine } from "../../src/interview/lines.ts";
import { press } from "../../src/interview/press.ts";
import { progressOf } from "../../src/interview/progress.ts";
import { rolesAsked } from "../../src/interview/screens.ts";
import type { State } from "../../src/interview/state.ts";
import { parseRow } from "../../src/interview/typed-row.ts";
import { interview as words } from "../../src/locales/en/interview.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import { plainStyle } from "../../src/render/view.ts";
import { drawScreen } from "../../src/terminal/screen.ts";
import { withGrid, withOddMarks } from "./grid-base.ts";
import { begin, facts, said, skipsOf, walk } from "./keys.ts";

const atRows = (questionnaire = withGrid, assessment: Assessment = blank) =>
  walk(
    begin({ questionnaire, assessment, respondent: "Ann", role: "sales" }),
    ...(assessment === blank ? [...skipsOf(questionnaire), "s", "s", "s"] : []),
  );
const blank: Assessment = { questionnaire: "base", version: "1.2.0", organization: "Example Ltd" };
const rowAt = (state: State) => {
  const screen = screenAt(state);
  return screen.kind === "row" ? screen.row.id : screen.kind;
};
const rows = (state: State, grid = "who") => state.assessment.responses?.[0]?.grids?.[grid];

describe("marks", () => {
  test("set the party under the cursor and go on to the next", () => {
    const state = walk(atRows(), "r", "a");
    expect([state.cells, state.cursor, rows(state)]).toEqual([{ shop: "R", web: "A" }, 2, undefined]);
  });

  test("the row is saved as a whole, in the order of the parties, and the next one comes: section by section", () => {
    const state = walk(atRows(), "down", "down", "a", "up", "up", "up", "r", "enter");
    expect(rows(state)).toEqual({ plan: { shop: "R", "care-desk": "A" } });
    expect(Object.keys(rows(state)!.plan!)).toEqual(["shop", "care-desk"]);
    expect(rowAt(state)).toBe("price");
    expect(rowAt(walk(state, "r", "enter"))).toBe("repair");
    expect(rowAt(walk(state, "r", "enter", "r", "enter"))).toBe("end");
  });

  test("space, backspace and the same mark take one away", () => {
    const filled = walk(atRows(), "r", "r", "r");
    expect(walk(filled, "up", "space")).toMatchObject({ cells: { shop: "R", web: "R" }, cursor: 3 });
    expect(walk(filled, "1", "space")).toMatchObject({ cells: { web: "R", "care-desk": "R" }, cursor: 1 });
    expect(walk(filled, "2", "backspace")).toMatchObject({ cells: { shop: "R", "care-desk": "R" }, cursor: 1 });
    expect(walk(filled, "2", "r")).toMatchObject({ cells: { shop: "R", "care-desk": "R" }, cursor: 1 });
    expect(walk(filled, "2", "a").cells).toEqual({ shop: "R", web: "A", "care-desk": "R" });
  });

  test("numbers and arrows reach each party; after the last nothing is left but to save", () => {
    expect(walk(atRows(), "3").cursor).toBe(2);
    expect(walk(atRows(), "4").cursor).toBe(0);
    expect(walk(atRows(), "up").cursor).toBe(3);
    const through = walk(atRows(), "r", "r", "r", "a");
    expect([said(through), through.cells["care-desk"]]).toEqual(["row-through", "R"]);
    expect(rows(walk(through, "enter"))).toEqual({ plan: { shop: "R", web: "R", "care-desk": "R" } });
  });

  test("Enter alone never answers: that nobody does it is said twice", () => {
    const once = walk(atRows(), "enter");
    expect([said(once), rows(once)]).toEqual(["row-empty", undefined]);
    expect(rows(walk(once, "enter"))).toEqual({ plan: {} });
    expect(said(walk(once, "down", "enter"))).toBe("row-empty");
  });

  test("win over commands of the same letter; arrows go on, and digits that are marks do not move", () => {
    const state = walk(atRows(withOddMarks), "s", "b", "1");
    expect(state.cells).toEqual({ shop: "S", web: "B", "care-desk": "1" });
    expect(rows(walk(state, "enter"), "keys")).toEqual({ plan: { shop: "S", web: "B", "care-desk": "1" } });
    expect(rowAt(walk(atRows(withOddMarks), "right"))).toBe("price");
    expect(rowAt(walk(atRows(withOddMarks), "right", "left"))).toBe("plan");
  });
});

describe("the way through", () => {
  test("a row that is not saved is not lost unasked", () => {
    for (const key of ["b", "s", "left", "right", "j", "q"]) {
      const warned = walk(atRows(), "r", key);
      expect([said(warned), rowAt(warned), warned.ended]).toEqual(["row-waits", "plan", null]);
    }
    expect(rowAt(walk(atRows(), "r", "s", "s"))).toBe("price");
    expect(walk(atRows(), "r", "q", "q").ended).toBe("quit");
    expect(said(walk(atRows(), "r", "s", "q"))).toBe("row-waits");
  });

  test("back shows the row as it is saved and leaves it; another replaces it", () => {
    const back = walk(atRows(), "r", "enter", "b");
    expect([rowAt(back), rows(back), back.cells]).toEqual(["plan", { plan: { shop: "R" } }, { shop: "R" }]);
    expect(rows(walk(back, "s"))).toEqual({ plan: { shop: "R" } });
    expect(rows(walk(back, "2", "a", "enter"))).toEqual({ plan: { shop: "R", web: "A" } });
    expect(walk(back, "q").assessment.responses![0]!.grids).toEqual({ who: { plan: { shop: "R" } } });
  });

  test("going back over several rows and on again asks nothing and changes nothing", () => {
    const given = walk(atRows(), "r", "enter", "a", "enter");
    const looked = walk(given, "left", "left", "right", "left");
    expect([said(looked), rowAt(looked), looked.log]).toEqual([null, "plan", given.log]);
    expect(rows(walk(looked, "right", "right"))).toEqual({ plan: { shop: "R" }, price: { shop: "A" } });
  });

  test("x takes a row back; so does Delete below the parties, and `:x` where x is a mark", () => {
    const given = walk(atRows(), "r", "enter", "a", "enter", "b");
    for (const keys of [["x"], ["up", "delete"], ["take-back"]]) {
      const taken = walk(given, ...keys);
      expect([rows(taken), rowAt(taken), taken.cells, said(taken)]).toEqual([
        { plan: { shop: "R" } },
        "price",
        {},
        "taken-back",
      ]);
    }
    const marks = withGrid.grids![0]!.marks.map(mark => (mark.id === "A" ? { ...mark, id: "X" } : mark));
    const withX = { ...withGrid, grids: [{ ...withGrid.grids![0]!, marks }] };
    const saved = walk(atRows(withX), "x", "enter", "b");
    expect(walk(saved, "x").cells).toEqual({});
    expect(rows(walk(saved, "x"))).toEqual({ plan: { shop: "X" } });
    expect(press(saved, keyOfLine(saved, ":x")).assessment).toEqual(blank);
  });

  test("the first row brings the response with it, and taking it back leaves no trace", () => {
    const first = walk(atRows(), "r", "enter");
    expect(first.assessment.responses).toEqual([
      { respondent: "Ann", role: "sales", date: "2026-11-21", answers: {}, grids: { who: { plan: { shop: "R" } } } },
    ]);
    expect(walk(first, "b", "x").assessment).toEqual(blank);
    const second = walk(first, "a", "enter", "b", "x");
    expect(rows(second)).toEqual({ plan: { shop: "R" } });
  });

  test("who comes back goes on after the last row, and then at the first that is open", () => {
    const before = { ...walk(atRows(), "r", "enter").assessment, facts };
    expect(rowAt(atRows(withGrid, before))).toBe("price");
    const late = { ...walk(atRows(), "s", "s", "r", "enter").assessment, facts };
    expect(screenAt(atRows(withGrid, late))).toMatchObject({ kind: "criterion", criterion: { id: "speed" } });
  });

  test("a saved row is shown, and confirmed again without a question", () => {
    const again = walk(atRows(), "enter", "enter", "b", "s", "left");
    expect(rowAt(again)).toBe("plan");
    expect(said(walk(atRows(), "enter", "enter", "s", "b", "b", "s", "b", "enter"))).toBeNull();
  });

  test("only the roles of the grid are asked", () => {
    const grids = [{ ...withGrid.grids![0]!, roles: ["panel"] }];
    const all = screens(begin({ questionnaire: { ...withGrid, grids }, respondent: "Ann", role: "sales" }));
    expect(all.filter(({ kind }) => kind === "row")).toEqual([]);
    const dimensions = withGrid.dimensions.map(one => ({ ...one, criteria: [] }));
    expect(rolesAsked({ ...withGrid, dimensions, grids }).map(({ id }) => id)).toEqual(["panel"]);
  });

  test("jump reaches each section, and progress counts the rows", () => {
    const state = walk(atRows(), "r", "enter");
    expect(targetsOf(state, null).map(one => (one.kind === "section" ? one.section : one.kind))).toEqual([
      ...["organization", "facts", "dimension", "dimension", "early", "late", "end", "people"],
    ]);
    expect(rowAt(walk(state, "j", "down", "enter"))).toBe("repair");
    const evaluator = compile(withGrid);
    const section = { at: 2, of: 2, title: "Early" };
    expect(progressOf(evaluator, state)).toMatchObject({ answered: 1, total: 3, section, dimension: null });
    expect(progressOf(evaluator, walk(state, "s", "s"))).toMatchObject({ answered: 1, total: 11, section: null });
  });
});

describe("a row as a line", () => {
  const [grid] = withGrid.grids!;
  const cells = (line: string) => parseRow(grid!, line);

  test.each([
    "R shop, A customer care",
    "r Shop; a Customer-care",
    "shop R, customer care A",
    "shop: R, care-desk: A",
    "R=1, A=3",
    "R shop A care",
    "shop R care A",
    "R sh, A cust",
    "R - A",
    "r-a",
    "R,-,A",
  ])("%s", line => expect(cells(line)).toEqual({ cells: { shop: "R", "care-desk": "A" } }));

  test.each([
    ["R shop e-commerce", { shop: "R", web: "R" }],
    ["R shop, e-commerce, A care", { shop: "R", web: "R", "care-desk": "A" }],
    ["R customer care shop", { shop: "R", "care-desk": "R" }],
    ["R shop, R shop", { shop: "R" }],
    ["-", {}],
    ["---", {}],
  ])("%s", (line, expected) => expect(cells(line)).toEqual({ cells: expected }));

  test.each([
    ["R shpo", { code: "row-unreadable", word: "shpo", suggestion: "Shop" }],
    ["R shop and web", { code: "row-unreadable", word: "and web", suggestion: null }],
    ["R c", { code: "row-unreadable", word: "c", suggestion: null }],
    ["R 4", { code: "row-unreadable", word: "4", suggestion: null }],
    ["R __proto__", { code: "row-unreadable", word: "__proto__", suggestion: null }],
    ["shop", { code: "row-mark-missing", word: "shop" }],
    ["shop R care", { code: "row-mark-missing", word: "care" }],
    ["shop R, care", { code: "row-mark-missing", word: "care" }],
    ["R shop, A", { code: "row-party-missing", mark: "A" }],
    ["R shop A shop", { code: "row-twice", party: "Shop" }],
    ["RA", { code: "row-length", found: 2, parties: 3 }],
    ["R", { code: "row-length", found: 1, parties: 3 }],
    ["R A - -", { code: "row-length", found: 4, parties: 3 }],
  ])("%s is not guessed at", (line, expected) => expect(cells(line)).toEqual(expected));

  const typed = (state: State, ...lines: string[]) => lines.reduce((at, line) => press(at, keyOfLine(at, line)), state);

  test("is saved at once; an empty one saves what is there", () => {
    const state = typed(atRows(), "R shop");
    expect([rows(state), rowAt(state)]).toEqual([{ plan: { shop: "R" } }, "price"]);
    expect(said(typed(state, ""))).toBe("row-empty");
    expect(rows(typed(state, "", ""))).toEqual({ plan: { shop: "R" }, price: {} });
    expect(rows(typed(state, ":b", ""))).toEqual({ plan: { shop: "R" } });
  });

  test("letters that are no marks are commands, and those that are wait behind a colon", () => {
    expect(rowAt(typed(atRows(), "s"))).toBe("price");
    expect(rowAt(typed(atRows(), ":s", ":b"))).toBe("plan");
    expect(typed(atRows(), "?").mode.kind).toBe("why");
    expect(rowAt(typed(atRows(), "?", ""))).toBe("plan");
    expect(typed(atRows(), "q").ended).toBe("quit");
    expect(said(typed(atRows(withOddMarks), "s"))).toBe("row-length");
    expect(rowAt(typed(atRows(withOddMarks), ":s"))).toBe("price");
  });
});

test("parties called like what every object has", () => {
  const columns = ["constructor", "valueOf"].map(id => ({ id, title: id }));
  const odd = { ...withGrid, grids: [{ ...withGrid.grids![0]!, columns }] };
  expect(rows(walk(atRows(odd), "down", "r", "enter"))).toEqual({ plan: { valueOf: "R" } });
  expect(parseRow(odd.grids[0]!, "R constructor")).toEqual({ cells: { constructor: "R" } });
});

test("more parties than lines: those near the cursor are shown", () => {
  const columns = Array.from({ length: 30 }, (_, at) => ({ id: `p${at}`, title: `Party ${at}` }));
  const questionnaire = { ...withGrid, grids: [{ ...withGrid.grids![0]!, columns }] };
  const state = { ...atRows(questionnaire), cursor: 12 };
  const terminal = { columns: 80, rows: 24, style: plainStyle, words };
  const { above, below } = drawScreen(state, progressOf(compile(questionnaire), state), "", terminal);
  expect([...above, ...below].length).toBeLessThanOrEqual(23);
  expect(above).toEqual(expect.arrayContaining([">   [ ]  Party 12", "    [ ]  Party 11", "  …"]));
  expect(above).not.toContain("  1 [ ]  Party 0");
});
