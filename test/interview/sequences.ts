// The property of the interview, shared by the fast test and the soak: whatever is pressed, the file stays whole and says the same
// as the state, comments survive, and back takes the last answer back.
import fc from "fast-check";
import { expect } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import { checkAssessment } from "../../src/assessment/check.ts";
import { editText, newText } from "../../src/assessment/edit.ts";
import { parseDocument } from "../../src/document.ts";
import { type Key, press, takesText } from "../../src/interview/press.ts";
import { type State, screenAt, start } from "../../src/interview/state.ts";
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
}
const beginnings: Beginning[] = [
  { questionnaire: plain, text: top + newText(plain, "Example Ltd"), kept: [top] },
  {
    questionnaire: plain,
    text: top + assessmentText.replace("care: unknown", `care: unknown${beside}`),
    kept: [top, beside, "because: Shown in the workshop"],
  },
  {
    questionnaire: plain,
    text: `${oneLine}respondent: Ann\nrole: sales\nanswers:\n  care: 1${beside}\nfacts: {price: 2.50${beside}\n  }\n`,
    kept: [top, beside],
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
    kept: [top, beside],
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
    arbitrary: fc.constantFrom("b", "left", "up", "u", "n", "t", "e", "?", "j", "space", "backspace", "escape"),
  },
  { weight: 1, arbitrary: fc.constantFrom("4", "9", "f1", "", "x", "tab") },
);
/** Both a key and a line: which of them is pressed depends on what the screen takes, as in a terminal. */
const stroke = fc.record({ name, line, leaves: fc.integer({ min: 0, max: 7 }) });
const who = fc.record(
  { respondent: fc.constantFrom("Ann", "Bea"), role: fc.constantFrom("sales", "panel") },
  { requiredKeys: [] },
);

type Stroke = { name: string; line: string; leaves: number };

function keyFor(state: State, { name, line, leaves }: Stroke): Key {
  const screen = screenAt(state);
  if (state.mode.kind === "ask" && screen.kind === "row" && leaves === 0) return { kind: "line", text: line };
  const typing = state.mode.kind === "text" || (state.mode.kind === "ask" && takesText(screen));
  return typing && leaves > 1 ? { kind: "line", text: line } : { kind: "press", name };
}

const isTextScreen = (state: State) => takesText(screenAt(state));

/** What was counted on the way, so that a run that tests nothing shows. */
export interface Counts {
  keys: number;
  changes: number;
  undone: number;
}

export function pressAnything(runs: number, seed: number): Counts {
  const counts: Counts = { keys: 0, changes: 0, undone: 0 };
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
  let state = start({ questionnaire, assessment: load(text, questionnaire), today: "2026-11-21", ...person });
  const keep = (more: State) => {
    const fresh = more.log.slice(told);
    told = more.log.length;
    if (fresh.length === 0) return;
    counts.changes += fresh.length;
    text = fresh.reduce((before, change) => editText(before, change), text);
    expect(load(text, questionnaire)).toEqual(more.assessment);
    for (const part of beginning.kept) expect(text).toContain(part);
  };
  keep(state);
  for (const one of strokes) {
    if (state.ended) break;
    const before = state;
    state = press(state, keyFor(state, one));
    counts.keys++;
    expect(before.log).toEqual(state.log.slice(0, before.log.length));
    keep(state);
    if (state.log.length > before.log.length && state.past.length > before.past.length) {
      counts.undone++;
      const undone = press(state, { kind: "press", name: isTextScreen(state) ? "up" : "left" });
      expect(undone.assessment).toEqual(before.assessment);
      expect(undone.at).toBe(before.at);
      const again = press(undone, { kind: "press", name: isTextScreen(undone) ? "down" : "right" });
      expect(again.assessment).toEqual(state.assessment);
    }
  }
}

function load(text: string, questionnaire: Questionnaire): Assessment {
  const { assessment, document } = acceptAssessment(parseDocument(text, "kept.yaml"), validators.assessment);
  expect(checkAssessment(assessment, document, questionnaire)).toEqual([]);
  return assessment;
}
