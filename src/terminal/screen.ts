// One screen of the interview as lines: question, choices, remarks, and the keys that are always there. Pure: state in, lines out.
// What is chosen is said by a mark, never by colour alone; the order of the lines is the order in which they are read aloud.
import { takesText } from "../interview/press.ts";
import type { Progress } from "../interview/progress.ts";
import { answerOf, type State, screenAt, screens } from "../interview/state.ts";
import { interview as words } from "../locales/en/interview.ts";
import type { Answer } from "../model/assessment.ts";
import { clean } from "../render/clean.ts";
import type { Style } from "../render/view.ts";
import { wrap } from "../render/writer.ts";
import { choicesText, keysOf, questionOf, whyOf } from "./screen-texts.ts";

export interface Terminal {
  columns: number;
  rows: number;
  style: Style;
}

/** A line with what it is worth: the most dispensable lines go first where the screen is too low. */
interface Part {
  lines: string[];
  /** 0 stays; higher goes sooner. */
  spare: number;
  /** Ends with the text being typed. */
  typing?: true;
}

export interface Drawn {
  /** Up to and with the line being typed on, where there is one. */
  above: string[];
  below: string[];
}

/** The lines of a state; `typed` is the text being typed where the screen takes text, and `cursor` then the line it is on. */
export function drawScreen(state: State, progress: Progress, typed: string, terminal: Terminal): Drawn {
  const { columns, rows, style } = terminal;
  const width = Math.max(16, columns - 1);
  const fold = (text: string, indent = "", hanging = indent) => wrap(clean(text), width, indent, hanging);
  const parts: Part[] = [
    { lines: fold(progressText(state, progress)).map(style.faint), spare: 0 },
    ...body(state, typed, fold, style),
  ];
  if (state.message)
    parts.push({ lines: ["", ...fold(`! ${words.message[state.message.code]}`).map(style.warn)], spare: 0 });
  const keys = keysOf(state);
  if (keys.length > 0) parts.push({ lines: ["", ...fold(keys.join(" · ")).map(style.faint)], spare: 0 });
  const below = parts.splice(parts.findIndex(part => part.typing) + 1 || parts.length).flatMap(({ lines }) => lines);
  return { above: fit(parts, rows - 1 - below.length), below };
}

type Fold = (text: string, indent?: string, hanging?: string) => string[];

function progressText(state: State, { answered, total, dimension, deciding }: Progress): string {
  if (screenAt(state).kind !== "criterion" && screenAt(state).kind !== "end") return state.questionnaire.title;
  return [
    ...(dimension ? [words.dimension(dimension.at, dimension.of, dimension.title)] : []),
    words.progress(answered, total),
    words.deciding(deciding),
  ].join(" · ");
}

function body(state: State, typed: string, fold: Fold, style: Style): Part[] {
  const { mode } = state;
  if (mode.kind === "why") return [{ lines: ["", ...whyOf(state).flatMap(text => [...fold(text), ""])], spare: 0 }];
  if (mode.kind === "jump") {
    return [{ lines: ["", style.strong(words.jump), ...jumpLines(state, mode.cursor, fold)], spare: 0 }];
  }
  const { question, help, beside } = questionOf(state);
  const top: Part[] = [
    { lines: ["", ...fold(question).map(style.strong)], spare: 0 },
    ...(help ? [{ lines: fold(help), spare: 2 }] : []),
  ];
  const typing = [`> ${typed}`];
  if (mode.kind === "text") {
    return [...top, { lines: ["", ...fold(words.field[mode.field]), ...typing], spare: 0, typing: true }];
  }
  if (takesText(screenAt(state))) return [...top, { lines: ["", ...typing], spare: 0, typing: true }];
  return [
    ...top,
    { lines: [""], spare: 0 },
    ...choiceParts(state, fold, style),
    ...(beside.length > 0 ? [{ lines: ["", ...beside.flatMap(text => fold(text)).map(style.faint)], spare: 3 }] : []),
    { lines: remarkLines(state, fold), spare: 0 },
  ];
}

function choiceParts(state: State, fold: Fold, style: Style): Part[] {
  return choicesText(state).map(({ label, text, chosen }, index) => {
    const at = index === state.cursor;
    const head = `${at ? ">" : " "} ${label}  `;
    const lines = fold(chosen ? `${text} ${words.chosen}` : text, head, " ".repeat(head.length));
    return { lines: at ? lines.map(style.strong) : lines, spare: at ? 0 : 1 };
  });
}

function jumpLines(state: State, cursor: number, fold: Fold): string[] {
  const { dimensions } = state.questionnaire;
  const asked = screens(state);
  return dimensions.flatMap(({ id, title }, index) => {
    const criteria = asked.flatMap(one => (one.kind === "criterion" && one.dimension.id === id ? [one.criterion] : []));
    if (criteria.length === 0) return [];
    const done = criteria.filter(one => answerOf(state, one.id) !== undefined).length;
    return fold(`${title} (${words.progress(done, criteria.length)})`, index === cursor ? "> " : "  ", "  ");
  });
}

/** What the present answer says beside its level, and what waits for an answer. */
function remarkLines(state: State, fold: Fold): string[] {
  const screen = screenAt(state);
  if (screen.kind !== "criterion") return [];
  const answer = answerOf(state, screen.criterion.id);
  const has: Exclude<Answer, number | string | string[]> | null =
    typeof answer === "object" && !Array.isArray(answer) ? answer : null;
  const note = state.draft.note ?? has?.note;
  const evidence = (has?.evidence?.length ?? 0) + (state.draft.evidence?.length ?? 0);
  const texts = [
    ...(answer === "unknown" || (has && "unknown" in has) ? [words.answered.unknown] : []),
    ...(has && "na" in has ? [words.answered.na(has.na)] : []),
    ...(note ? [words.note(note)] : []),
    ...(evidence > 0 ? [words.evidenceCount(evidence)] : []),
  ];
  return texts.length > 0 ? ["", ...texts.flatMap(text => fold(text))] : [];
}

/** As many lines as there is room for: spare parts go whole, choices that are not highlighted are cut to their first lines. */
function fit(parts: Part[], room: number): string[] {
  const height = (some: Part[]) => some.reduce((sum, { lines }) => sum + lines.length, 0);
  let shown = parts;
  for (const spare of [3, 2]) if (height(shown) > room) shown = shown.filter(part => part.spare !== spare);
  for (const most of [3, 2, 1]) {
    if (height(shown) > room)
      shown = shown.map(part => (part.spare === 1 ? { ...part, lines: cut(part.lines, most) } : part));
  }
  return shown.flatMap(({ lines }) => lines);
}

const cut = (lines: string[], most: number): string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, -1)}…`];
