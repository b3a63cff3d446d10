// One screen of the interview as lines: question, choices, remarks, and the keys that are always there. Pure: state in, lines out.
// What is chosen is said by a mark, never by colour alone; the order of the lines is the order in which they are read aloud.

import { answerOf, screenAt } from "../interview/given.ts";
import { isTyping } from "../interview/press.ts";
import type { Progress } from "../interview/progress.ts";
import type { Message, State } from "../interview/state.ts";
import type { InterviewWords } from "../locales/index.ts";
import type { Answer } from "../model/assessment.ts";
import { clean } from "../render/clean.ts";
import { broken, cellsOf, wrap } from "../render/fold.ts";
import type { Style } from "../render/view.ts";
import { listOf, placesWith } from "./lists.ts";
import { choicesText, keysOf, questionOf, type Shown, whyOf } from "./screen-texts.ts";

export interface Terminal {
  columns: number;
  rows: number;
  style: Style;
  words: InterviewWords;
  /** Line by line: keys are typed and confirmed. */
  linear?: boolean;
}

/** Lines that belong together, with what they are worth where the screen is too low for all of them. */
interface ScreenPart {
  lines: string[];
  paint?: (text: string) => string;
  /** What gives way first; a part without it stays as long as it can. */
  gives?: "beside" | "help" | "marks" | "choice" | "progress" | "question";
  /** Of a choice: how far it is from the one that is highlighted. */
  far?: number;
  /** The lines of last resort, where the screen is very small. */
  short?: string[];
  /** Ends with the text being typed. */
  typing?: true;
}

export interface Drawn {
  /** Up to and with the line being typed on, where there is one. */
  above: string[];
  below: string[];
}

/** The lines of a state; `typed` is the text being typed where the screen takes text, in rows that fit. */
export function drawScreen(state: State, progress: Progress, typed: string, terminal: Terminal): Drawn {
  const { columns, rows, style, words, linear = false } = terminal;
  const width = Math.max(16, columns - 1);
  const fold = (text: string, indent = "", hanging = indent) =>
    wrap(short(clean(text), width - cellsOf(hanging)), width, indent, hanging);
  const keys = keysOf(words, state, linear);
  /** Short texts side by side, none of them broken: a key and its meaning stay on one line. */
  const row = (texts: string[]) => {
    const whole = (text: string) => (cellsOf(text) < width ? clean(text).replaceAll(" ", "\u00a0") : text);
    return fold(texts.map(whole).join(" · ")).map(s => s.replaceAll("\u00a0", " "));
  };
  const keyLines = (texts: string[]) => ["", ...row(texts)];
  const parts: ScreenPart[] = [
    { lines: fold(progressText(words, state, progress)), paint: style.faint, gives: "progress" },
    ...(state.mode.kind === "why" ? [] : body(words, state, progress, typed, { fold, row, linear }, style)),
    ...(state.message ? [{ lines: ["", ...fold(`! ${messageText(words, state.message)}`)], paint: style.warn }] : []),
    { lines: keyLines(keys), paint: style.faint, short: keyLines(keys.map(key => key.split(" ", 1)[0]!)) },
  ];
  const room = rows - 1;
  if (state.mode.kind === "why") {
    const text = whyOf(words, state).flatMap(one => ["", ...fold(one)]);
    const seen = Math.max(1, room - parts.reduce((sum, { lines }) => sum + lines.length, 0));
    const from = Math.min(state.mode.from, Math.max(0, text.length - seen));
    parts.splice(1, 0, { lines: text.slice(from, from + seen) });
  }
  const shown = fitted(parts, room, width);
  const split = shown.findIndex(part => part.typing) + 1 || shown.length;
  const painted = (some: ScreenPart[]) => some.flatMap(({ lines, paint = text => text }) => lines.map(paint));
  return { above: painted(shown.slice(0, split)), below: painted(shown.slice(split)) };
}

/** The one line that answers a key without a meaning; null where there is more to say. */
export function drawRemark(state: State, { columns, words, linear = false }: Terminal): string[] | null {
  if (state.message?.code !== "not-a-key") return null;
  const width = Math.max(16, columns - 1);
  return wrap(
    clean(`! ${messageText(words, state.message)} ${keysOf(words, state, linear).join(" · ")}`),
    width,
    "",
    "",
  );
}

function messageText(words: InterviewWords, message: Message): string {
  const text = words.message[message.code] as string | ((message: Message) => string);
  return typeof text === "string" ? text : text(message);
}

/** Words that are longer than a line (a link) go on in the next one, so that the height is known. */
const short = (text: string, width: number): string =>
  text
    .split(" ")
    .flatMap(word => broken(word, Math.max(2, width)))
    .join(" ");

type FoldText = (text: string, indent?: string, hanging?: string) => string[];

function progressText(words: InterviewWords, state: State, progress: Progress): string {
  const { answered, na, total, dimension, section } = progress;
  if (!["fact", "criterion", "row", "end"].includes(screenAt(state).kind)) return state.questionnaire.title;
  return [
    ...(dimension ? [words.dimension(dimension.at, dimension.of, dimension.title)] : []),
    ...(section ? [words.section(section.at, section.of, section.title)] : []),
    section ? words.rows(answered, total) : words.progress(answered, na, total),
    ...waiting(words, state, progress),
  ].join(" · ");
}

/** What the verdict waits for; certain is said of what is open, and beside it what is answered and may still move. */
function waiting(words: InterviewWords, state: State, { mine, others, unheard }: Progress): string[] {
  const title = (id: string) => state.questionnaire.roles.find(role => role.id === id)?.title ?? id;
  if (mine.length + others.length > 0) {
    const whose = new Set(others.map(({ roles }) => roles[0] ?? ""));
    const [only = ""] = whose;
    const named = whose.size === 1 && only !== "" ? title(only) : null;
    return [words.deciding(mine.length, others.length, named, state.role === null && others.length === 0)];
  }
  const { refs, roles, canChange } = unheard;
  return [words.certain, ...(refs.length > 0 ? [words.unheard(refs.length, roles.map(title), canChange)] : [])];
}

interface Typesetting {
  fold: FoldText;
  row: (texts: string[]) => string[];
  linear: boolean;
}

function body(
  words: InterviewWords,
  state: State,
  progress: Progress,
  typed: string,
  { fold, row, linear }: Typesetting,
  style: Style,
): ScreenPart[] {
  const { mode } = state;
  const list = listOf(words, state);
  if (list) {
    const typedBefore = mode.kind === "which" ? fold(`${questionOf(words, state).question} > ${mode.text}`) : [];
    return [
      ...(typedBefore.length > 0 ? [{ lines: ["", ...typedBefore], paint: style.strong }] : []),
      { lines: ["", ...fold(list.title)], ...(typedBefore.length === 0 && { paint: style.strong }) },
      ...choiceParts(words, list.choices, list.cursor, fold, style),
    ];
  }
  const { question, help, beside, marks } = questionOf(words, state, progress);
  const top: ScreenPart[] = [
    { lines: ["", ...fold(question)], paint: style.strong, gives: "question" },
    ...(help ? [{ lines: fold(help), gives: "help" as const }] : []),
  ];
  const typing = `> ${typed}`.split("\n");
  if (mode.kind === "find") {
    const places = placesWith(words, state, typed.replace(/\s+/g, " "));
    return [
      { lines: ["", ...fold(words.find)], paint: style.strong },
      { lines: typing, typing: true },
      ...choiceParts(words, places, -1, fold, style),
    ];
  }
  if (mode.kind === "rename")
    return [{ lines: ["", ...fold(words.rename), ...nowOf(words, state, linear, fold), ...typing], typing: true }];
  if (mode.kind === "text") {
    const asks = [...fold(words.field[mode.field]), ...nowOf(words, state, linear, fold)];
    return [...top, { lines: ["", ...asks, ...typing], typing: true }];
  }
  if (isTyping(state)) return [...top, { lines: ["", ...typing], typing: true }];
  return [
    ...top,
    { lines: [""] },
    ...choiceParts(words, choicesText(words, state), state.cursor, fold, style),
    ...(marks ? [{ lines: ["", ...row(marks)], gives: "marks" as const }] : []),
    ...(beside.length > 0
      ? [{ lines: ["", ...beside.flatMap(text => fold(text))], paint: style.faint, gives: "beside" as const }]
      : []),
    { lines: remarkLines(words, state, fold) },
  ];
}

/** What cannot be edited on the line is said. */
const nowOf = (words: InterviewWords, { text }: State, linear: boolean, fold: FoldText): string[] =>
  linear && text !== "" ? fold(words.now(text)) : [];

function choiceParts(
  words: InterviewWords,
  choices: Shown[],
  cursor: number,
  fold: FoldText,
  style: Style,
): ScreenPart[] {
  return choices.map(({ label, text, chosen }, index) => {
    const at = index === cursor;
    const head = `${at ? ">" : " "} ${label && `${label}  `}`;
    const lines = fold(chosen ? `${text} ${words.chosen}` : text, head, " ".repeat(cellsOf(head)));
    const far = Math.abs(index - Math.max(0, cursor));
    return at ? { lines, paint: style.strong, far } : { lines, gives: "choice", far };
  });
}

/** What the present answer says beside its level, and what waits for an answer. */
function remarkLines(words: InterviewWords, state: State, fold: FoldText): string[] {
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

/** No more lines than there is room for: what is beside the question goes first, then help, the other choices, blank lines and progress
 * are cut; what is asked and the keys come last. */
function fitted(parts: ScreenPart[], room: number, width: number): ScreenPart[] {
  let shown = parts;
  const excess = () => shown.reduce((sum, { lines }) => sum + lines.length, 0) - room;
  const change = (which: (part: ScreenPart) => boolean, lines: (part: ScreenPart) => string[]) => {
    if (excess() > 0) shown = shown.map(part => (which(part) ? { ...part, lines: lines(part) } : part));
  };
  const is = (gives: ScreenPart["gives"]) => (part: ScreenPart) => part.gives === gives;
  /** The longest of these first, line by line. */
  const shorten = (which: (part: ScreenPart) => boolean) => {
    while (excess() > 0) {
      const longest = shown.filter(which).reduce((one, two) => (two.lines.length > one.lines.length ? two : one), none);
      if (longest.lines.length < 2) return;
      const { lines, typing } = longest;
      const fewer = typing ? lines.slice(1) : cut(lines, lines.length - 1, width);
      shown = shown.map(part => (part === longest ? { ...part, lines: fewer } : part));
    }
  };
  change(is("beside"), () => []);
  change(is("help"), ({ lines }) => cut(lines, Math.max(1, lines.length - excess()), width));
  change(is("marks"), () => []);
  change(
    part => part.short !== undefined,
    ({ lines, short }) => (short!.length < lines.length ? short! : lines),
  );
  shorten(is("choice"));
  change(is("help"), () => []);
  change(
    () => true,
    ({ lines, typing }) => lines.filter((line, at) => line !== "" || (typing && at > 0)),
  );
  shorten(is("progress"));
  change(is("progress"), () => []);
  // Of a list longer than the screen only what is near the cursor is left.
  const farthest = Math.max(...shown.map(({ far = 0 }) => far));
  for (let within = farthest; excess() > 0 && within > 0; within--) {
    shown = shown.map(part =>
      (part.far ?? 0) < within ? part : { ...part, lines: part.far === within ? ["  …"] : [] },
    );
  }
  change(
    part => (part.far ?? 0) > 0,
    () => [],
  );
  shorten(part => part.gives !== "question" && part.short === undefined);
  shorten(is("question"));
  shorten(() => true);
  return shown;
}

const none: ScreenPart = { lines: [] };

function cut(lines: string[], most: number, width: number): string[] {
  if (lines.length <= most) return lines;
  const last = lines[most - 1]!;
  const kept = cellsOf(last) + 2 <= width ? last : broken(last, width - 2)[0]!.replace(/ \S*$/, "");
  return [...lines.slice(0, most - 1), `${kept} …`];
}
