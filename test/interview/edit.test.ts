// A change in the text of an assessment: what it leaves as it is.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import type { Change } from "../../src/assessment/change.ts";
import { editText, newText } from "../../src/assessment/edit.ts";
import { openStore } from "../../src/assessment/store.ts";
import { parseDocument } from "../../src/document.ts";
import { validators } from "../files/support.ts";

const answer = (id: string, value: number | undefined, response = 0): Change => ({
  kind: "answer",
  response,
  id,
  value,
});
const respond = (respondent: string): Change => ({ kind: "respond", respondent, role: "sales", date: undefined });
const load = (text: string) => acceptAssessment(parseDocument(text, "a.yaml"), validators.assessment).assessment;
const edited = (text: string, ...changes: Change[]) =>
  changes.reduce((before, change) => editText(before, change), text);

const byHand = `# Top
questionnaire: base   # which
version: "1.0.0"

# The company
organization: 'O''Neil & Sons'
facts:
  ordering: "live" # since May
  price: 2.50
responses:
  # First talk
  - respondent: Ann
    role: sales
    answers:
      # by phone
      speed: 2 # sure?
      care: {level: 1, note: "said \\"yes\\"" } # flow
      # todo: ways
agreed: {speed: {level: 3, because: shown}}
# End
`;

describe("a change to a text written by hand", () => {
  const changes: Change[] = [
    answer("speed", 3),
    answer("ways", 1),
    { kind: "answer", response: 0, id: "care", value: { level: 0, note: 'said "yes"', evidence: [{ text: "list" }] } },
    { kind: "fact", id: "revenue", value: 5 },
    { kind: "organization", value: "O'Hara" },
    respond("Bea"),
    answer("speed", 0, 1),
  ];

  test("leaves comments, order, quotes and numbers as they are", () => {
    expect(edited(byHand, ...changes)).toBe(`# Top
questionnaire: base   # which
version: "1.0.0"

# The company
organization: 'O''Hara'
facts:
  ordering: "live" # since May
  price: 2.50
  revenue: 5
responses:
  # First talk
  - respondent: Ann
    role: sales
    answers:
      # by phone
      speed: 3 # sure?
      care: {level: 0, note: "said \\"yes\\"", evidence: [{text: list}] } # flow
      ways: 1
      # todo: ways
  - respondent: Bea
    role: sales
    answers:
      speed: 0
agreed: {speed: {level: 3, because: shown}}
# End
`);
  });

  test("a comment stays beside an answer that gets a note, and when it loses it again", () => {
    const noted = edited(byHand, { kind: "answer", response: 0, id: "speed", value: { level: 2, note: "x" } });
    expect(noted).toContain("speed: # sure?\n        level: 2\n        note: x\n");
    expect(edited(noted, answer("speed", 2))).toContain("speed: 2 # sure?\n");
  });

  test("a first answer comes as one line each, and goes without a trace", () => {
    const begun = newText({ id: "base", version: "1.0.0", title: "Base" }, "E", { date: "2026-11-21" });
    const more = edited(begun, respond("Ann"), answer("speed", 1), answer("care", 0), {
      kind: "fact",
      id: "price",
      value: 2,
    });
    expect(more).toContain("answers:\n      speed: 1\n      care: 0\nfacts:\n  price: 2\n");
    const less: Change[] = [
      { kind: "fact", id: "price", value: undefined },
      { kind: "leave", response: 0 },
    ];
    expect(edited(more, ...less)).toBe(begun);
  });

  test("a long note stays on one line, hostile text stays text", () => {
    const note = `${"word ".repeat(60)}# : - "quoted" \u001b[31m\u0000\n---\n__proto__`;
    const text = edited(byHand, { kind: "answer", response: 0, id: "speed", value: { level: 1, note } });
    expect(load(text).responses?.[0]?.answers.speed).toEqual({ level: 1, note });
    expect(edited(byHand, { kind: "organization", value: "word ".repeat(60).trim() })).toContain("word ".repeat(50));
  });

  test("ids without quotes that look like numbers are found, not doubled", () => {
    const text = edited("answers:\n  1: 0\n  true: 1\n", answer("1", 2), answer("true", 0), answer("2", 1));
    expect(text).toBe('answers:\n  1: 2\n  true: 0\n  "2": 1\n');
  });

  test("a part that stands for others is written out, so that only the one meant changes", () => {
    const text = edited("a: &x {level: 1}\nanswers: {speed: &y 1, care: *y}\nb: *x\n", answer("speed", 3));
    expect(parseDocument(text, "a.yaml").value).toEqual({
      a: { level: 1 },
      answers: { speed: 3, care: 1 },
      b: { level: 1 },
    });
  });
});

describe("`answers` at the top level", () => {
  const short =
    "# Top\nquestionnaire: base\nversion: 1.0.0\nrespondent: Ann # boss\norganization: E\nanswers:\n  speed: 1 # ok\n";

  test("stays there for its one respondent", () => {
    expect(edited(short, answer("care", 0))).toBe(`${short}  care: 0\n`);
  });

  test("becomes the first response when a second one comes", () => {
    const text = edited(short, respond("Bea"), answer("speed", 4, 1), answer("care", 1, 0));
    expect(text).toContain("- respondent: Ann # boss\n    answers:\n      speed: 1 # ok\n      care: 1\n");
    expect(load(text).responses).toEqual([
      { respondent: "Ann", answers: { speed: 1, care: 1 } },
      { respondent: "Bea", role: "sales", answers: { speed: 4 } },
    ]);
  });

  test("in JSON", () => {
    const json = '{\n    "answers": {"speed": 1},\n    "role": "sales",\n    "questionnaire": "base"\n}\n';
    expect(edited(json, answer("care", 0))).toBe(
      '{\n    "answers": {"speed": 1, "care": 0},\n    "role": "sales",\n    "questionnaire": "base"\n}\n',
    );
    const two = JSON.parse(edited(json, respond("Bea"), answer("speed", 4, 1)));
    expect(two.responses.map((one: object) => Object.keys(one))).toEqual([
      ["role", "answers"],
      ["respondent", "role", "answers"],
    ]);
  });
});

describe("JSON", () => {
  test("a new .json file is JSON from the beginning, with keys in the order of the file", () => {
    const text = newText({ id: "base", version: "1.0.0", title: "Base" }, "E", { json: true });
    const more = edited(text, respond("Ann"), answer("speed", 1), { kind: "lineOfBusiness", value: "Pumps" });
    expect(Object.keys(JSON.parse(more))).toEqual([
      "questionnaire",
      "version",
      "organization",
      "responses",
      "lineOfBusiness",
    ]);
    expect(edited(more, { kind: "lineOfBusiness", value: undefined }, { kind: "leave", response: 0 })).toBe(text);
  });

  test("what decides is what the file holds, not its name", () => {
    const folder = mkdtempSync(join(tmpdir(), "cxm-edit-"));
    const [file, commented] = [join(folder, "a.yaml"), join(folder, "b.json")];
    writeFileSync(commented, '# by hand\n{"answers": {"speed": 1}}\n');
    openStore(commented, readFileSync(commented, "utf8")).save([answer("care", 0)]);
    expect(readFileSync(commented, "utf8")).toBe('# by hand\n{"answers": {"speed": 1, "care": 0}}\n');
    writeFileSync(file, '{"answers": {"speed": 1}}\n');
    openStore(file, readFileSync(file, "utf8")).save([answer("care", 0)]);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ answers: { speed: 1, care: 0 } });
    rmSync(folder, { recursive: true });
  });
});
