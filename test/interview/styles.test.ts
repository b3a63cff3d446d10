// A save keeps the file what it was: whatever way somebody writes, only the lines of the answer differ; and what is written reads the
// same in YAML 1.1 and 1.2.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { applyChange, type Change } from "../../src/assessment/change.ts";
import { editText } from "../../src/assessment/edit.ts";
import { inline, scalar } from "../../src/assessment/scalar.ts";
import type { Answer, Assessment } from "../../src/model/assessment.ts";

const answer = (id: string, value: Answer | undefined, response = 0): Change => ({
  kind: "answer",
  response,
  id,
  value,
});

/** The lines of a that are not in b, as a diff shows them. */
const onlyIn = (a: string, b: string): string[] => {
  const left = b.split(/(?<=\n)/);
  return a.split(/(?<=\n)/).filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

describe("one answer in five hands", () => {
  const lines = [
    "questionnaire: base",
    "version: 1.0.0   # as shipped",
    "organization: E",
    "responses:",
    "  - respondent: Ann",
    "    answers:",
    "      speed: 2",
    "      care: 1",
    "",
  ];
  const indented =
    "questionnaire: base\nversion: 1.0.0\norganization: E\nresponses:\n-   respondent: Ann\n    answers:\n        speed: 2\n        care: 1\n";
  const flow =
    "{questionnaire: base, version: 1.0.0, organization: E,\n responses: [\n  { respondent: Ann, answers: { speed: 2,\n    care: 1 } }]}\n";
  const quoted =
    "'questionnaire': 'base'\n'version': '1.0.0'\n'organization': 'E'\n'responses':\n  - 'respondent': 'Ann'\n    'answers':\n      'speed': 2\n      'care': 1\n";
  test.each([
    ["with CRLF", lines.join("\r\n")],
    ["indented by four", indented],
    ["in braces", flow],
    ["in quotes", quoted],
    ["without a last line end", lines.join("\n").trimEnd()],
    ["as JSON on one line", `${JSON.stringify(parse(indented))}`],
    ["as JSON with tabs", JSON.stringify(parse(indented), null, "\t")],
  ])("%s: a change of a level is one line", (_, text) => {
    const edited = editText(text, answer("speed", 3));
    expect(onlyIn(text, edited)).toHaveLength(1);
    expect(onlyIn(edited, text)).toHaveLength(1);
    expect(editText(edited, answer("speed", 2))).toBe(text);
  });

  test.each([
    ["with CRLF", lines.join("\r\n"), "      ways: 1\r\n"],
    ["indented by four", indented, "        ways: 1\n"],
    ["in quotes", quoted, "      'ways': 1\n"],
  ])("%s: a new answer is one line more", (_, text, line) => {
    const edited = editText(text, answer("ways", 1));
    expect(onlyIn(edited, text)).toEqual([line]);
    expect(onlyIn(text, edited)).toEqual([]);
    expect(editText(edited, answer("ways", undefined))).toBe(text);
  });

  test("in braces: a new answer stands behind the last one", () => {
    expect(editText(flow, answer("ways", 1))).toBe(flow.replace("care: 1", "care: 1,\n    ways: 1"));
  });
});

describe("random hands", () => {
  interface Hand {
    text: string;
    value: Assessment;
  }
  const ids = ["speed", "care", "ways", "no", "1", "x-y"];
  const hand = fc.record({
    step: fc.constantFrom(2, 3, 4),
    listIndent: fc.boolean(),
    newline: fc.constantFrom("\n", "\r\n"),
    quote: fc.constantFrom("", "'", '"'),
    space: fc.constantFrom("", " "),
    flowAt: fc.constantFrom("none", "answers", "response", "all"),
    comments: fc.boolean(),
    last: fc.boolean(),
    answers: fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat({ max: 3 }), fc.boolean()), { maxLength: 4 }),
    people: fc.integer({ min: 1, max: 3 }),
    facts: fc.boolean(),
  });

  /** A file as such a hand writes it, and what it says. */
  function write(of: typeof hand extends fc.Arbitrary<infer Made> ? Made : never): Hand {
    const { newline, quote, space, flowAt, comments } = of;
    const text = (name: string) =>
      quote ? `${quote}${name}${quote}` : /^[a-z-]+$/.test(name) && name !== "no" ? name : `"${name}"`;
    const note = (said: string) => (comments ? ` # ${said}` : "");
    const indent = " ".repeat(of.step);
    const answers = Object.fromEntries(
      of.answers.map(([id, level, noted]) => [id, noted ? { level, note: "a, b" } : level]),
    );
    const braces = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(braces).join(", ")}]`;
      if (typeof value !== "object") return typeof value === "string" ? `"${value}"` : String(value);
      const pairs = Object.entries(value as object).map(([key, one]) => `${text(key)}: ${braces(one)}`);
      return `{${space}${pairs.join(", ")}${space}}`;
    };
    const block = (entries: object, at: string): string[] =>
      Object.entries(entries).map(
        ([key, one]) => `${at}${text(key)}: ${typeof one === "object" ? braces(one) : one}${note(key)}`,
      );
    const responses = Array.from({ length: of.people }, (_, n) => ({ respondent: `p-${n}`, role: "it", answers }));
    const dash = of.listIndent ? indent : "";
    const under = `${dash}- `;
    const inside = " ".repeat(under.length);
    const lines = [
      ...(comments ? ["# by hand", ""] : []),
      `${text("questionnaire")}: base${note("which")}`,
      `${text("version")}: 1.0.0`,
      `${text("organization")}: ${text("E")}`,
      ...(of.facts ? [`${text("facts")}:`, `${indent}${text("price")}: 2.50${note("per unit")}`] : []),
      `${text("responses")}:`,
      ...responses.flatMap(one =>
        flowAt === "response"
          ? [`${under}${braces(one)}`]
          : [
              `${under}${text("respondent")}: ${text(one.respondent)}`,
              `${inside}${text("role")}: it`,
              ...(flowAt === "answers" || Object.keys(answers).length === 0
                ? [`${inside}${text("answers")}: ${braces(answers)}${note("so far")}`]
                : [`${inside}${text("answers")}:`, ...block(answers, inside + indent)]),
            ],
      ),
      ...(comments ? ["# end"] : []),
    ];
    const value = {
      questionnaire: "base",
      version: "1.0.0",
      organization: "E",
      ...(of.facts && { facts: { price: 2.5 } }),
      responses,
    };
    const body = flowAt === "all" ? braces(value) : lines.join(newline);
    return { text: of.last ? body + newline : body, value: value as Assessment };
  }

  const change = fc.oneof(
    fc.record({
      kind: fc.constant("answer" as const),
      response: fc.nat({ max: 2 }),
      id: fc.constantFrom(...ids),
      value: fc.constantFrom<Answer | undefined>(
        0,
        3,
        "unknown",
        undefined,
        { level: 1, note: "no: yes" },
        { na: "1:30" },
        {
          level: 2,
          evidence: [{ text: "x", url: "https://a.example" }],
        },
      ),
    }),
    fc.record({
      kind: fc.constant("fact" as const),
      id: fc.constantFrom("price", "how"),
      value: fc.constantFrom(1, "no", { value: 2, by: "Ann" }, undefined),
    }),
    fc.record({
      kind: fc.constantFrom("organization" as const, "lineOfBusiness" as const),
      value: fc.constantFrom("off", "Müller, Söhne", "2026-11-27"),
    }),
    fc.record({
      kind: fc.constant("respond" as const),
      respondent: fc.constantFrom("Bea", "y"),
      role: fc.constant("sales"),
      date: fc.constant("2026-11-27"),
    }),
    fc.record({ kind: fc.constant("leave" as const), response: fc.nat({ max: 2 }) }),
    fc.record({
      kind: fc.constant("row" as const),
      response: fc.nat({ max: 2 }),
      grid: fc.constant("who"),
      row: fc.constantFrom("a", "b"),
      value: fc.constantFrom({ shop: "A" }, {}, undefined),
    }),
  );

  const numRuns = 400;
  test("what is read back is what was meant, in both YAMLs, and lines of others stay", () => {
    fc.assert(
      fc.property(hand, fc.array(change, { maxLength: 5 }), (style, changes) => {
        let { text, value } = write(style);
        expect(parse(text)).toEqual(value);
        for (const one of changes) {
          const there = value.responses?.length ?? 0;
          if ("response" in one && one.response >= there) continue;
          const wanted = applyChange(value, one);
          const edited = editText(text, one);
          expect(parse(edited, { schema: "core", uniqueKeys: false })).toEqual(wanted);
          expect(
            parse(edited.replace(/^(\S*version\S*: )/m, "$1"), {
              version: "1.1",
              uniqueKeys: false,
              logLevel: "silent",
            }),
          ).toEqual(parse(edited, { schema: "core", uniqueKeys: false }));
          expect(edited.includes("\r\n") || !text.includes("\r\n")).toBe(true);
          if (text.includes("\r\n")) expect(edited.replaceAll("\r\n", "")).not.toContain("\n");
          if (one.kind === "answer" && style.flowAt === "none") {
            expect(
              onlyIn(text, edited).filter(
                line => !line.includes(one.id) && !/level|note|evidence|text:|url|na:|answers/.test(line),
              ),
            ).toEqual([]);
          }
          [text, value] = [edited, wanted];
        }
      }),
      { numRuns, seed: 20261127 },
    );
  });
});

describe("texts that YAML takes for something else", () => {
  const style = { json: false, flow: false, quotes: "plain" as const };
  const hard =
    "no,yes,on,off,y,n,Y,N,~,null,Null,true,1:30,190:20:30.15,0o7,0777,010,-0127,009,1_000,2026-11-27,2026-11-27T10:00:00Z,=,<<,.inf,-.INF,.nan,0x1F,1e3,1e+06,+1,018561471342,12e03,685.230_15e+03,?,-,: a,a: b,a #b, lead,trail ,@x,`x,%x,!x,&x,*x,|,>,[,{,a,b,'a,\"a,#a,\u0085,\ufeffa,\u2028".split(
      ",",
    );
  test.each([...hard, "", "a\nb", "a\tb", "\u0000", "\ud800", "{a, b}", "a, b"])("%j", text => {
    for (const line of [
      `k: ${scalar(text, style)}\n`,
      `{k: ${inline(text, { ...style, flow: true })}}\n`,
      `${scalar(text, style)}: 1\n`,
    ]) {
      const [now, before] = [parse(line), parse(line, { version: "1.1" })];
      expect(before).toEqual(now);
      expect([now.k, Object.keys(now)[0]]).toContain(text === "\ud800" ? (now.k ?? Object.keys(now)[0]) : text);
    }
  });

  test.each([...hard, "a\nb", "a\tb", "{a, b}", "a, b"])("%j, where the file is printed anew", text => {
    const begun =
      'questionnaire: base\nversion: "1.0.0"\nresponses:\n  - answers: {a: {level: 1, note: &x said}, b: {level: 1, note: *x}}\n';
    const given = [
      { kind: "respond", respondent: text, role: "it", date: "2026-11-27" },
      { kind: "answer", response: 1, id: text, value: { level: 2, note: text } },
      { kind: "answer", response: 0, id: "b", value: { level: 1, note: text } },
    ] satisfies Change[];
    const printed = given.reduce<string>(editText, begun);
    const [now, before] = [parse(printed), parse(printed, { version: "1.1", schema: "yaml-1.1" })];
    expect(before).toEqual(now);
    expect(now.responses[0].answers.b.note).toBe(text);
    expect(now.responses[1]).toEqual({
      ...{ respondent: text, role: "it", date: "2026-11-27" },
      answers: { [text]: { level: 2, note: text } },
    });
  });

  test("whatever text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), text => {
        const line = `{k: ${inline(text, { ...style, flow: true })}}`;
        expect([parse(line).k, parse(line, { version: "1.1" }).k]).toEqual([text, text]);
      }),
      { numRuns: 500, seed: 20261127 },
    );
  });
});
