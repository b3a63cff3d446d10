// Notes, evidence, "not applicable", why, the jump, and what is typed.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { longestOf, type Read, readNumber } from "../../src/interview/typed.ts";
import { factValue } from "../../src/model/assessment.ts";
import { isDay } from "../../src/model/dates.ts";
import type { NumberFact } from "../../src/model/questionnaire.ts";
import { answers, atCriteria, begin, facts, said, shown, walk } from "./keys.ts";

describe("notes and evidence", () => {
  test("before an answer they wait, and go with it", () => {
    const waits = walk(atCriteria(), "t", "> Seen in May", "e", "> A list", "> https://example.com", "> 2026-05-04");
    expect([waits.log, shown(waits)]).toEqual([[], "speed"]);
    expect(answers(walk(waits, "2"))).toEqual({
      speed: {
        level: 2,
        note: "Seen in May",
        evidence: [{ text: "A list", url: "https://example.com", date: "2026-05-04" }],
      },
    });
    expect(answers(walk(waits, "u"))).toMatchObject({ speed: { unknown: true, note: "Seen in May" } });
    expect(answers(walk(waits, "n", "> Never"))).toMatchObject({ speed: { na: "Never", note: "Seen in May" } });
  });

  for (const key of ["b", "left", "s", "right", "j", "q"]) {
    test(`${key} with a waiting remark asks first; pressed again it drops it`, () => {
      const waits = walk(atCriteria(), "t", "> Seen");
      const asked = walk(waits, key);
      expect([said(asked), asked.draft, shown(asked), asked.ended]).toEqual([
        "draft-waits",
        { note: "Seen" },
        "speed",
        null,
      ]);
      const dropped = walk(asked, key);
      expect(said(dropped)).not.toBe("draft-waits");
      const other = walk(asked, key === "s" ? "j" : "s");
      expect(said(other)).toBe("draft-waits");
    });
  }

  test("after an answer they are kept at once, on the same screen, and a look back leaves them", () => {
    const answered = walk(atCriteria(), "2");
    const there = walk(begin({ assessment: { ...answered.assessment, facts }, respondent: "Ann", role: "sales" }), "b");
    const noted = walk(there, "t", "> First");
    expect([answers(noted), shown(noted)]).toEqual([{ speed: { level: 2, note: "First" } }, "speed"]);
    const more = walk(noted, "e", "> Report", ">", ">", "e", ">", "> https://example.com", ">");
    expect(answers(more)).toEqual({
      speed: { level: 2, note: "First", evidence: [{ text: "Report" }, { url: "https://example.com" }] },
    });
    expect(walk(more, "b", "b").assessment).toEqual(more.assessment);
    expect(answers(walk(more, "4"))).toMatchObject({ speed: { level: 4, note: "First" } });
    expect(answers(walk(noted, "u"))).toEqual({ speed: { unknown: true, note: "First" } });
    expect(answers(walk(noted, "t", "> Second"))).toEqual({ speed: { level: 2, note: "Second" } });
  });

  test("a note is edited: its line opens with it, emptied it is removed, and evidence stays", () => {
    const noted = walk(atCriteria(), "t", "> First", "e", "> List", ">", ">", "2", "b");
    const open = walk(noted, "t");
    expect(open.text).toBe("First");
    expect(answers(walk(open, ">"))).toEqual({ speed: { level: 2, evidence: [{ text: "List" }] } });
    expect(walk(open, "escape").assessment).toEqual(noted.assessment);
    expect(answers(walk(atCriteria(), "t", "> First", "2", "b", "t", ">"))).toEqual({ speed: 2 });
    const waits = walk(atCriteria(), "t", "> First");
    expect([walk(waits, "t").text, walk(waits, "t", ">").draft]).toEqual(["First", {}]);
    for (const key of ["n", "e"]) expect(walk(noted, key).text).toBe("");
  });

  test("an empty line where there was no note changes nothing, and is no step back", () => {
    const kept = walk(atCriteria(), "2", "t", ">");
    expect([kept.log.length, kept.past]).toEqual([2, walk(atCriteria(), "2").past]);
  });

  test("evidence of nothing is none; a date that is none is asked again", () => {
    const none = walk(atCriteria(), "e", ">", ">");
    expect([none.mode.kind, none.draft]).toEqual(["ask", {}]);
    const bad = walk(atCriteria(), "e", "> List", ">", "> 2026-02-30");
    expect([said(bad), bad.mode]).toEqual([
      "not-a-date",
      { kind: "text", field: "evidence-date", evidence: { text: "List" } },
    ]);
    expect(walk(bad, "> 2026-02-28").draft.evidence).toEqual([{ text: "List", date: "2026-02-28" }]);
  });

  test("Escape leaves each of the lines without a trace; other keys stay", () => {
    for (const keys of [["t"], ["n"], ["e"], ["e", "> x"], ["e", "> x", "> y"]]) {
      const typing = walk(atCriteria(), ...keys);
      expect(walk(typing, "escape")).toEqual(atCriteria());
      expect({ ...walk(typing, "up", "down", "b", "q"), message: null }).toEqual(typing);
    }
  });

  test("on a multiple choice", () => {
    const state = walk(atCriteria(), "s", "s", "t", "> Both", "1", "2", "enter");
    expect(answers(state)).toEqual({ ways: { options: ["web", "fax"], note: "Both" } });
  });
});

describe("not applicable", () => {
  test("with its reason, where it is allowed", () => {
    const asked = walk(atCriteria(), "n");
    expect(said(walk(asked, ">  "))).toBe("needs-reason");
    const state = walk(asked, ">  ", "> No orders yet");
    expect([answers(state), shown(state)]).toEqual([{ speed: { na: "No orders yet" } }, "care"]);
  });

  test("refused elsewhere", () => {
    const state = walk(atCriteria(), "s", "n");
    expect([said(state), state.mode.kind, state.log]).toEqual(["na-not-allowed", "ask", []]);
  });
});

describe("why", () => {
  test("arrows scroll, any other key comes back to the same place", () => {
    const state = walk(atCriteria(), "down", "down", "?");
    expect(state.mode).toEqual({ kind: "why", from: 0 });
    expect(walk(state, "down", "down", "up", "up", "up").mode).toEqual({ kind: "why", from: 0 });
    for (const key of ["enter", "b", "1", "escape", "> x"]) {
      expect(walk(state, "down", key)).toMatchObject({ mode: { kind: "ask" }, cursor: 1, log: [] });
    }
  });
});

describe("jump", () => {
  test("begins where one is; goes to the organisation, the first question of a dimension, the end", () => {
    const at = walk(atCriteria(), "s");
    expect(walk(at, "j").mode).toEqual({ kind: "jump", cursor: 2, words: null });
    expect(shown(walk(at, "j", "enter"))).toBe("speed");
    expect(shown(walk(at, "j", "down", "enter"))).toBe("ways");
    expect(shown(walk(at, "j", "down", "down", "enter"))).toBe("end");
    expect(shown(walk(at, "j", "up", "enter"))).toBe("ordering");
    expect(shown(walk(at, "j", "up", "up", "enter"))).toBe("organization");
    expect(shown(walk(at, "j", "up", "up", "up", "enter"))).toBe("end");
    expect(shown(walk(at, "j", "down", "down", "down", "enter"))).toBe("organization");
  });

  test("back returns to where one came from; leaving the list changes nothing", () => {
    const at = walk(atCriteria(), "s");
    expect(shown(walk(at, "j", "up", "up", "enter", "up"))).toBe("care");
    for (const key of ["escape", "j", "left", "b"]) expect(walk(at, "j", key)).toEqual(at);
    expect(walk(at, "j", "x", "5", "> text").mode.kind).toBe("jump");
  });

  test("only what the role answers", () => {
    const panel = walk(begin({ respondent: "P", role: "panel" }), "down", "down", "s", "down", "down", "down", "s");
    expect(shown(walk(panel, "j", "down", "enter"))).toBe("end");
  });
});

describe("numbers", () => {
  const fact = (bounds: Partial<NumberFact> = {}): NumberFact => ({
    id: "n",
    title: "n",
    question: "n?",
    type: "number",
    ...bounds,
  });
  const share = fact({ min: 0, max: 1 });

  test.each<[string, Read, NumberFact?]>([
    ["2,500,000", { value: 2_500_000 }],
    ["2.500.000", { value: 2_500_000 }],
    ["2 500 000", { value: 2_500_000 }],
    ["2\u202f500\u00a0000", { value: 2_500_000 }],
    ["2_500.5", { value: 2500.5 }],
    ["2'500", { value: 2500 }],
    ["2\u2019500,25", { value: 2500.25 }],
    ["2,500,000.50", { value: 2_500_000.5 }],
    ["2.500.000,50", { value: 2_500_000.5 }],
    ["2.500,5", { value: 2500.5 }],
    ["0.05", { value: 0.05 }],
    ["0,05", { value: 0.05 }],
    ["1,5", { value: 1.5 }],
    [".5", { value: 0.5 }],
    ["-3", { value: -3 }],
    ["+3", { value: 3 }],
    ["\u22123", { value: -3 }],
    ["-0", { value: 0 }],
    ["007", { value: 7 }],
    ["0.125", { value: 0.125 }],
    ["0,125", { value: 0.125 }],
    ["2500.125", { value: 2500.125 }],
    ["1.0005", { value: 1.0005 }],
    ["1.000", { either: [1000, 1] }],
    ["12,345", { either: [12_345, 12.345] }],
    ["1.000", { value: 1 }, fact({ max: 100 })],
    ["1.000", { value: 1000 }, fact({ min: 10 })],
    ["1.500", { value: 1500 }, fact({ whole: true })],
    ["12%", { value: 0.12 }, share],
    ["12,5 %", { value: 0.125 }, share],
    ["100%", { value: 1 }, share],
    ["12%", null, fact()],
    ["5 %", null],
    ["1,50,000", null],
    ["1.000,00,0", null],
    ["1 0000", null],
    ["1e6", null],
    ["0x10", null],
    ["5.", null],
    ["--5", null],
    ["", null],
    ["NaN", null],
    ["Infinity", null],
    ["9".repeat(400), null],
    ["٣", null],
  ])("%j is %j", (text, read, of = fact()) => expect(readNumber(text, of)).toEqual(read));

  test("what may be two numbers is asked, with one key, and a wrong key goes back to the text", () => {
    const price = walk(begin({ respondent: "Ann", role: "sales" }), "down", "down", "s", "down");
    expect(shown(price)).toBe("price");
    const asked = walk(price, "> 1.000");
    expect([asked.mode, asked.log]).toEqual([{ kind: "which", values: [1000, 1], text: "1.000" }, []]);
    const [many, few] = [walk(asked, "1"), walk(asked, "2")];
    expect([many, few].map(state => factValue(state.assessment.facts?.price))).toEqual([1000, 1]);
    expect(many.message).toEqual({ code: "read-as", value: 1000 });
    const back = walk(asked, "escape");
    expect([shown(back), back.text, back.mode]).toEqual(["price", "1.000", { kind: "ask" }]);
  });

  test("a text that was refused stays for correction, and what was read is said where it looked otherwise", () => {
    const revenue = walk(begin({ respondent: "Ann", role: "sales" }), "down", "down", "s");
    expect(walk(revenue, "> many").text).toBe("many");
    expect(walk(revenue, "> 101").text).toBe("101");
    expect(walk(revenue, "> 50").message).toBeNull();
  });

  test("refused where they are outside the bounds, or not whole", () => {
    const revenue = walk(begin({ respondent: "Ann", role: "sales" }), "down", "down", "s");
    const say = (state: typeof revenue, text: string) => said(walk(state, `> ${text}`));
    expect(["-1", "101", "2.5"].map(text => say(revenue, text))).toEqual(Array(3).fill("out-of-bounds"));
    expect(["0", "100"].map(text => say(revenue, text))).toEqual([null, null]);
    expect(say(revenue, "many")).toBe("not-a-number");
    expect(shown(walk(revenue, "> 101"))).toBe("revenue");
    const price = walk(revenue, "down");
    expect([say(price, "0"), say(price, "0.000001")]).toEqual(["out-of-bounds", null]);
  });

  test("dates", () => {
    expect(["2026-11-22", "2024-02-29"].filter(isDay)).toHaveLength(2);
    expect(["2026-02-29", "22.11.2026", "2026-13-01", "2026-1-1", "today", ""].filter(isDay)).toEqual([]);
  });
});

test("a text may be as long as the schema allows it in the file, and no longer", () => {
  const { properties, definitions } = JSON.parse(
    readFileSync(new URL("../../src/assessment/assessment.schema.json", import.meta.url), "utf8"),
  );
  const { answer, evidence, fact, response } = definitions;
  const allowed = {
    respondent: response.properties.respondent,
    organization: properties.organization,
    "line-of-business": properties.lineOfBusiness,
    fact,
    note: answer.properties.note,
    na: answer.properties.na,
    "evidence-text": evidence.properties.text,
    "evidence-url": evidence.properties.url,
  };
  for (const [field, { maxLength }] of Object.entries(allowed))
    expect([field, longestOf(field)]).toEqual([field, maxLength]);
});
