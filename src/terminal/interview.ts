// The interview in a terminal: keys in, screens out, on the prompt library's core. What a key does is not decided here.
import { createPrompt, isEnterKey, useKeypress, useState } from "@inquirer/core";
import { type Key, takesText } from "../interview/press.ts";
import { type State, screenAt } from "../interview/state.ts";
import type { Drawn } from "./screen.ts";

export interface Conversation {
  state: State;
  /** The next state; what it changes is saved before this returns. */
  press(state: State, key: Key): State;
  draw(state: State, typed: string): Drawn;
}

const isTyping = (state: State) =>
  state.mode.kind === "text" || (state.mode.kind === "ask" && takesText(screenAt(state)));
const hideCursor = "\u001b[?25l";

/** Ends with the state in which the interview was finished or left; rejects when the terminal goes away. */
export const converse = createPrompt<State, Conversation>(({ state: first, press, draw }, done) => {
  const [state, setState] = useState(first);
  const [typed, setTyped] = useState("");

  useKeypress((event, readline) => {
    const typing = isTyping(state);
    const { name, sequence } = event as { name?: string; sequence?: string };
    if (typing && !isEnterKey(event) && !["up", "down", "escape"].includes(name ?? "")) return setTyped(readline.line);
    readline.clearLine(0);
    const pressed = isEnterKey(event) ? "enter" : (name ?? sequence ?? "");
    const next = press(
      state,
      typing && isEnterKey(event) ? { kind: "line", text: typed } : { kind: "press", name: pressed },
    );
    setTyped("");
    setState(next);
    if (next.ended) done(next);
  });

  if (state.ended) return "";
  const { above, below } = draw(state, typed);
  return isTyping(state) ? [above.join("\n"), below.join("\n")] : `${[...above, ...below].join("\n")}${hideCursor}`;
});
