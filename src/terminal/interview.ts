// The interview in a terminal: keys in, screens out, on the prompt library's core. What a key does is not decided here.
import { createPrompt, isEnterKey, useKeypress, useState } from "@inquirer/core";
import { isTyping, type Key } from "../interview/press.ts";
import type { State } from "../interview/state.ts";
import type { Drawn } from "./screen.ts";

export interface Conversation {
  state: State;
  /** The next state; what it changes is saved before this returns. */
  press(state: State, key: Key): State;
  draw(state: State, typed: string): Drawn;
}

const hideCursor = "\u001b[?25l";

/** Ends with the state in which the interview was finished or left; rejects when the terminal goes away. */
export const converse = createPrompt<State, Conversation>(({ state: first, press, draw }, done) => {
  const [state, setState] = useState(first);
  const [typed, setTyped] = useState("");

  useKeypress((event, readline) => {
    const typing = isTyping(state);
    const { name, sequence, ctrl, meta } = event as {
      name?: string;
      sequence?: string;
      ctrl?: boolean;
      meta?: boolean;
    };
    const enters = isEnterKey(event);
    const leaves = state.mode.kind === "text" ? ["escape"] : ["escape", "up", "down"];
    if (typing && !enters && !leaves.includes(name ?? "")) return setTyped(readline.line);
    readline.clearLine(0);
    // Ctrl-U is no "unknown"; only Enter (also written Ctrl-J) and Escape come with such marks.
    if ((ctrl || meta) && !enters && name !== "escape") return;
    const pressed = enters ? "enter" : (name ?? sequence ?? "");
    const next = press(state, typing && enters ? { kind: "line", text: typed } : { kind: "press", name: pressed });
    setTyped("");
    setState(next);
    if (next.ended) done(next);
  });

  if (state.ended) return "";
  const { above, below } = draw(state, typed);
  return isTyping(state) ? [above.join("\n"), below.join("\n")] : `${[...above, ...below].join("\n")}${hideCursor}`;
});
