// The property of the interview, shared by the fast test and the soak: whatever is pressed or pasted, the file stays whole and says
// the same as the state, comments survive, looking around changes nothing, and a key changes only the answer that is on the screen.
import fc from "fast-check";
import { expect } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import { checkAssessment } from "../../src/assessment/check.ts";
import { editText, newText } from "../../src/assessment/edit.ts";
import { parseDocument } from "../../src/document.ts";
import { screenAt } from "../../src/interview/given.ts";
import { isTyping, type Key, press } from "../../src/interview/press.ts";
import { type State, start } from "../../src/interview/state.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { assessmentText, questionnaireText } from "../files/base.ts";
import { validators } from "../files/support.ts";
import { withGrid, withOddMarks } from "./grid-base.ts";

const plain = parseDocument(questionnaireText, "base.yaml").value as Questionnaire;
// Ids that look like numbers and words of YAML: a file may have them without quotes.
const odd = parseDocument(
  questionnaireText
    .replaceAll(/\bspeed\b/g, '"1"')
    .replaceAll(/\bcare\b/g, '"true"')
    .replaceAll(/\bremark\b/g, '"2e3"'),
  "odd.yaml",
).value as Questionnaire;

const top = "# by hand: do not lose me\n";
const beside = " # said on the phone";
const oneLine = `${top}questionnaire: base\nversion: "1.0.0"\norganization: 'O''Neil'\n`;
interface Beginning {
  questionnaire: Questionnaire;
  text: string;
  json?: true;
  /** What must be in the text to the end. */
  kept: string[];
  /** Answers beside which something was said: as long as one of them was never taken back, it must be there too. */
  commented?: string[];
}
const beginnings: Beginning[] = [
  { questionnaire: plain, text: top + newText(plain, "Example Ltd"), kept: [top] },
  {
    questionnaire: plain,
    text: top + assessmentText.replace("care: unknown", `care: unknown${beside}`),
    kept: [top, "because: Shown in the workshop"],
    commented: ["0 care"],
  },
  {
    questionnaire: plain,
    text: `${oneLine}respondent: Ann\nrole: sales\nanswers:\n  care: 1${beside}\nfacts: {price: 2.50${beside}\n  }\n`,
    kept: [top],
    commented: ["0 care", "fact price"],
  },
  { questionnaire: odd, text: `${oneLine}responses:\n- role: sales\n  answers: {1: 2, true: 1}\n`, kept: [top] },
  {
    questionnaire: plain,
    text: `${oneLine}responses:\n- &a {respondent: Ann, answers: &x {care: 1}}\n- {role: sales, answers: *x}\n`,
    kept: [top],
  },
  { questionnaire: plain, text: newText(plain, "Example Ltd", { json: true }), json: true, kept: [] },
  { questionnaire: withGrid, text: top + newText(withGrid, "Example Ltd"), kept: [top] },
  {
    questionnaire: withGrid,
    text: `${oneLine}respondent: Ann\nrole: sales\nanswers: {}\ngrids:\n  who: {plan: {web: "R"}${beside}\n    }\n`,
    kept: [top],
    commented: ["0 who plan"],
  },
  {
    questionnaire: withOddMarks,
    text: '{"questionnaire":"base","version":"1.0.0","organization":"E","answers":{},"grids":{"keys":{"plan":{}}}}',
    json: true,
    kept: [],
  },
  {
    questionnaire: plain,
    text: '{"questionnaire":"base","version":"1.0.0","organization":"E","respondent":"Ann","answers":{"care":1}}',
    json: true,
    kept: [],
  },
];

const hostile = fc.constantFrom(
  "__proto__",
  "constructor",
  "# no comment",
  "- a: b",
  "{level: 9}",
  "*alias &anchor !tag",
  "null",
  "1.0",
  "yes",
  "'\"'",
  "a: b #c",
  "|\n  x",
  "---",
  "\u0000\u001b[31m\u0085\u2028",
  "\ud800",
  "\ufeffx",
  "% d",
  "unknown",
  " \t ",
  "9".repeat(400),
);
const typedNumber = fc.constantFrom("0", "5", "2.5", "101", "-0", "1,5", "2,500", "1e3", "0.05");
const rowTyped = fc.constantFrom("R shop", "shop A, web: R", "-", "r-a", "S desk", "R", "A nobody");
const line = fc.oneof(
  { weight: 1, arbitrary: rowTyped },
  { weight: 2, arbitrary: hostile },
  { weight: 2, arbitrary: typedNumber },
  { weight: 1, arbitrary: fc.constantFrom("Ann", "Bea", "", "2026-05-04", "2026-02-30") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("0", "1", "2", "3", "enter", "down", "s", "right", "r", "a") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "b",
      "left",
      "up",
      "u",
      "n",
      "t",
      "e",
      "?",
      "j",
      "space",
      "backspace",
      "escape",
      "/",
      "o",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom("x", "delete", "take-back") },
  { weight: 1, arbitrary: fc.constantFrom("4", "9", "f1", "", "y", "tab") },
);
/** What a clipboard holds: lines that would be answers, whole sessions with a terminal, all that is hostile. */
const pasted = fc.oneof(
  fc.constantFrom("All\r\n3\n1\n", "q\nq\n", "\u001b[31mred\u001b[0m\nx\n", "\n", "u\n".repeat(50), "\u001b[200~"),
  fc.array(line, { maxLength: 4 }).map(lines => lines.join("\n")),
);
/** A key, a line and a text: which of them is pressed depends on what the screen takes, as in a terminal. */
const stroke = fc.record({ name, line, pasted, leaves: fc.integer({ min: 0, max: 15 }) });
const who = fc.record(
  { respondent: fc.constantFrom("Ann", "Bea"), role: fc.constantFrom("sales", "panel") },
  { requiredKeys: [] },
);

type Stroke = { name: string; line: string; pasted: string; leaves: number };

function keyFor(state: State, { name, line, pasted, leaves }: Stroke): Key {
  if (leaves === 15) return { kind: "paste", text: pasted };
  if (state.mode.kind === "ask" && screenAt(state).kind === "row" && leaves < 2) return { kind: "line", text: line };
  return isTyping(state) && leaves > 3 ? { kind: "line", text: line } : { kind: "press", name };
}

/** What was counted on the way, so that a run that tests nothing shows. */
export interface Counts {
  keys: number;
  changes: number;
  takenBack: number;
  /** Ways back and on again, over answers. */
  looks: number;
  pasted: number;
}

export function pressAnything(runs: number, seed: number): Counts {
  const counts: Counts = { keys: 0, changes: 0, takenBack: 0, looks: 0, pasted: 0 };
  const sequence = fc.array(stroke, { minLength: 1, maxLength: 60, size: "max" });
  const property = fc.property(fc.nat(beginnings.length - 1), who, sequence, (which, person, strokes) => {
    run(beginnings[which]!, person, strokes, counts);
  });
  fc.assert(property, { numRuns: runs, seed });
  return counts;
}

function run(beginning: Beginning, person: object, strokes: Stroke[], counts: Counts): void {
  const { questionnaire } = beginning;
  let text = beginning.text;
  let told = 0;
  let commented = beginning.commented ?? [];
  let kept = beginning.kept;
  let state = start({ questionnaire, assessment: load(text, questionnaire), today: "2026-11-21", ...person });
  const keep = (more: State) => {
    const fresh = more.log.slice(told);
    told = more.log.length;
    if (fresh.length === 0) return;
    counts.changes += fresh.length;
    text = fresh.reduce((before, change) => editText(before, change), text);
    expect(load(text, questionnaire)).toEqual(more.assessment);
    // What goes with a person, or with what was agreed, is not kept.
    if (fresh.some(({ kind }) => kind === "leave")) commented = [];
    if (fresh.some(({ kind }) => kind === "agree")) kept = kept.filter(part => !part.startsWith("because"));
    for (const part of kept) expect(text).toContain(part);
    const parts = partsOf(more.assessment);
    commented = commented.filter(part => parts.has(part));
    if (commented.length > 0) expect(text).toContain(beside);
  };
  keep(state);
  for (const one of strokes) {
    if (state.ended) break;
    const before = state;
    const key = keyFor(state, one);
    state = press(state, key);
    counts.keys++;
    expect(before.log).toEqual(state.log.slice(0, before.log.length));
    keep(state);
    if (key.kind === "paste") counts.pasted++;
    onlyTheScreen(before, state);
    looksAround(state, counts);
    if (state.log.length > before.log.length) takesBack(before, state, counts);
  }
}

/** A key changes nothing but the answer it was pressed on, and a paste on a question not even that. */
function onlyTheScreen(before: State, after: State): void {
  if (["people", "role-of", "rename"].includes(before.mode.kind)) return;
  const elsewhere = partsOf(before.assessment);
  const now = partsOf(after.assessment);
  const changed = [...new Set([...elsewhere.keys(), ...now.keys()])].filter(
    part => JSON.stringify(elsewhere.get(part)) !== JSON.stringify(now.get(part)),
  );
  expect(changed.filter(part => part !== partOf(before))).toEqual([]);
  if (after.message?.code === "pasted") expect(after.log).toEqual(before.log);
  if (isTakenBack(after)) expect([changed, now.get(partOf(before))]).toEqual([[partOf(before)], undefined]);
}

const isTakenBack = ({ message }: State) => message?.code === "taken-back";

/** Everything that somebody gave, each under a name of its own. */
function partsOf({ organization, lineOfBusiness, facts = {}, responses = [] }: Assessment): Map<string, unknown> {
  return new Map<string, unknown>([
    ["organization", organization],
    ...(lineOfBusiness === undefined ? [] : [["line-of-business", lineOfBusiness] as const]),
    ...Object.entries(facts).map(([id, value]) => [`fact ${id}`, value] as const),
    ...responses.flatMap(({ answers, grids = {} }, at) => [
      ...Object.entries(answers).map(([id, answer]) => [`${at} ${id}`, answer] as const),
      ...Object.entries(grids).flatMap(([grid, rows]) =>
        Object.entries(rows).map(([row, cells]) => [`${at} ${grid} ${row}`, cells] as const),
      ),
    ]),
  ]);
}

function partOf(state: State): string {
  const screen = screenAt(state);
  if (screen.kind === "fact") return `fact ${screen.fact.id}`;
  if (screen.kind === "criterion") return `${state.response} ${screen.criterion.id}`;
  return screen.kind === "row" ? `${state.response} ${screen.grid.id} ${screen.row.id}` : screen.kind;
}

/** What was given just now can be taken back, whole, and nothing else goes with it. */
function takesBack(before: State, given: State, counts: Counts): void {
  const part = partOf(before);
  if (part === "organization" || !partsOf(given.assessment).has(part) || given.ended) return;
  const name = given.at === before.at ? "" : isTyping(given) ? "up" : "left";
  const there = press(given, { kind: "press", name });
  expect(there.at).toBe(before.at);
  const once = press(there, {
    kind: "press",
    name: isTyping(there) || screenAt(there).kind === "row" ? "take-back" : "x",
  });
  const taken = isTakenBack(once) ? once : press(once, { kind: "press", name: "x" });
  const left = partsOf(given.assessment);
  left.delete(part);
  expect([taken.message, partsOf(taken.assessment)]).toEqual([{ code: "taken-back" }, left]);
  counts.takenBack++;
}

/** Back over the last screens and on again changes nothing; what was answered is shown again. */
function looksAround(state: State, counts: Counts): void {
  if (state.ended || state.mode.kind !== "ask" || Object.keys(state.draft).length > 0) return;
  let at = state;
  for (let steps = 0; steps < 3 && at.past.length > 0; steps++) {
    const place = at.past.at(-1)!;
    at = press(at, { kind: "press", name: isTyping(at) ? "up" : "left" });
    if (at.message?.code === "row-waits") return;
    expect([at.at, at.past.length]).toEqual([place, state.past.length - steps - 1]);
    counts.looks++;
  }
  for (let steps = 0; steps < 3; steps++) at = press(at, { kind: "press", name: isTyping(at) ? "down" : "right" });
  expect(at.log).toEqual(state.log);
  expect(press(at, { kind: "press", name: "quit" }).assessment).toEqual(state.assessment);
}

function load(text: string, questionnaire: Questionnaire): Assessment {
  const { assessment, document } = acceptAssessment(parseDocument(text, "kept.yaml"), validators.assessment);
  expect(checkAssessment(assessment, document, questionnaire)).toEqual([]);
  return assessment;
}
