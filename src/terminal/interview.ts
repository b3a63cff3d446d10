// The interview in a terminal: keys in, screens out. What a key does is not decided here. Rules kept: one redraw for each read,
// however much was in it; and whatever happens to the terminal, the interview ends as by "save and quit".
import { pastedText, plainText } from "../interview/pasted.ts";
import { isTyping, type Key } from "../interview/press.ts";
import type { State } from "../interview/state.ts";
import { fieldOf } from "./field.ts";
import { holdTerminal, type Keys } from "./hold.ts";
import { createKeyboard, type Input, type Stroke } from "./keyboard.ts";
import { edit, insert, type Line, lineOf } from "./line.ts";
import { createPainter, type Picture } from "./painter.ts";
import type { Drawn } from "./screen.ts";

export interface Conversation {
  state: State;
  /** The next state; what it changes is saved before this returns. */
  press(state: State, key: Key): State;
  /** `typed`: the text being typed, in rows that fit under its mark. */
  draw(state: State, typed: string): Drawn;
  /** Where a question is not printed again for it: what a key that means nothing is answered. */
  remark?(state: State): string[] | null;
}

/** What a person types at, as far as the interview needs it. */
export interface Typewriter extends Keys {
  on(event: "error" | "end" | "close", listener: () => void): unknown;
  on(event: "data", listener: (bytes: Buffer) => void): unknown;
  off(event: "end" | "close", listener: () => void): unknown;
  off(event: "data", listener: (bytes: Buffer) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** What a person looks at. */
export interface Surface {
  write(text: string): unknown;
  columns?: number | undefined;
  rows?: number | undefined;
  on?(event: "resize" | "error", listener: () => void): unknown;
  off?(event: "resize" | "error", listener: () => void): unknown;
}

/** Of a terminal that does not tell. */
export const usualColumns = 80;
export const usualRows = 24;

/** Ends with the state in which the interview was finished or left. */
export function converse(
  conversation: Conversation,
  input: Typewriter,
  output: Surface,
  signal: AbortSignal,
): Promise<State> {
  const write = (text: string) => output.write(text);
  const painter = createPainter(write);
  const typist = createTypist(conversation);
  const show = () => painter.paint(typist.frame(output));

  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      input.off("data", read);
      listen("off");
      signal.removeEventListener("abort", gone);
      input.pause();
      painter.erase();
      hold.release();
      settle();
    };
    /** Does something and shows what came of it; a mistake of ours ends the interview with the terminal put back. */
    const attempt = (act: () => void) => {
      try {
        act();
        if (typist.state().ended) end(() => resolve(typist.state()));
        else show();
      } catch (error) {
        end(() => reject(error));
      }
    };
    const unlessEnded = (act: () => void) => {
      if (!typist.state().ended) attempt(act);
    };
    const read = createKeyboard(
      () => isTyping(typist.state()),
      inputs =>
        unlessEnded(() => {
          for (const one of inputs) typist.take(one, hold.stop);
        }),
    );
    const gone = () => unlessEnded(() => typist.step(quit));
    const resized = () => attempt(painter.restart);
    const listen = (does: "on" | "off") => {
      for (const event of ["end", "close"] as const) input[does](event, gone);
      output[does]?.("error", gone);
      output[does]?.("resize", resized);
    };

    const showAgain = () => attempt(() => {});
    const hold = holdTerminal(input, write, { raw: true, marked: true, stops: painter.leave, goesOn: showAgain });
    input.on("error", gone);
    input.on("data", read);
    listen("on");
    signal.addEventListener("abort", gone);
    if (signal.aborted) gone();
    else attempt(() => input.resume());
  });
}

/** What keys make of an interview and of the line being typed. */
function createTypist({ state: first, press, draw }: Conversation) {
  let state = first;
  let line = opened(state);

  function step(key: Key): void {
    const before = state;
    state = press(state, key);
    if (key.kind === "line" || !isSameField(before, state)) line = opened(state);
  }

  function stroke(pressed: Stroke, stop: () => void): void {
    const { name, sequence, ctrl, meta } = pressed;
    const typing = isTyping(state);
    const enters = name === "return" || name === "enter";
    if (ctrl && name === "c") return step(quit);
    if (ctrl && name === "d" && !(typing && line.text !== "")) return step(quit);
    if (ctrl && name === "z") return stop();
    const leaves = state.mode.kind === "text" ? ["escape"] : ["escape", "up", "down"];
    if (typing && enters) return step({ kind: "line", text: line.text });
    if (typing && !leaves.includes(name ?? "")) {
      line = edit(line, pressed);
      return;
    }
    // Ctrl-U is no "unknown"; only Enter (also written Ctrl-J) and Escape come with such marks.
    if ((ctrl || meta) && !enters && name !== "escape") return;
    step({ kind: "press", name: enters ? "enter" : (name ?? sequence) });
  }

  function take(one: Input, stop: () => void): void {
    if (state.ended) return;
    if (one.kind === "key") stroke(one.stroke, stop);
    else if (isTyping(state)) line = insert(line, pastedText(state, one.text));
    else step({ kind: "paste", text: one.text });
  }

  function frame({ columns = usualColumns, rows = usualRows }: Pick<Surface, "columns" | "rows">): Picture {
    if (!isTyping(state)) return { ...lines(draw(state, "")), cursor: null };
    const field = fieldOf(line, Math.max(8, columns - 1 - mark), Math.max(1, Math.floor(rows / 3)));
    const drawn = draw(state, field.rows.join(`\n${" ".repeat(mark)}`));
    const row = Math.max(0, drawn.above.length - field.rows.length + field.cursor.row);
    return { ...lines(drawn), cursor: { row, column: mark + field.cursor.column } };
  }

  return { state: () => state, step, take, frame };
}

const quit: Key = { kind: "press", name: "quit" };

/** Columns of the mark before what is typed. */
const mark = 2;

const lines = ({ above, below }: Drawn) => ({ lines: [...above, ...below] });

const opened = ({ text }: State): Line => lineOf(plainText(text));

/** Whether what was typed still belongs where it was typed. */
function isSameField(one: State, two: State): boolean {
  const fieldOf = ({ mode }: State) => (mode.kind === "text" ? mode.field : mode.kind);
  return one.at === two.at && fieldOf(one) === fieldOf(two);
}
