// The interview line by line: nothing is drawn over, so that a screen reader, a log or a terminal without cursor keys can follow.
import { createInterface } from "node:readline/promises";
import { takesText } from "../interview/press.ts";
import { type State, screenAt } from "../interview/state.ts";
import type { Conversation } from "./interview.ts";

/** A line is a key by its letter or number; on screens that take text it is the text, and `:b`, `:s`, `:q` are keys. */
export async function converseByLine(
  { state: first, press, draw }: Conversation,
  input: NodeJS.ReadableStream,
  output: { write(text: string): unknown },
): Promise<State> {
  const lines = createInterface({ input, terminal: false });
  let state = first;
  const show = () => {
    const { above, below } = draw(state, "");
    output.write(`${[...above, ...below].join("\n")}\n\n`);
  };
  show();
  for await (const line of lines) {
    const typing = state.mode.kind === "text" || (state.mode.kind === "ask" && takesText(screenAt(state)));
    const command = typing ? textKeys[line.trim()] : (lineKeys[line.trim()] ?? line.trim());
    state = press(state, command === undefined ? { kind: "line", text: line } : { kind: "press", name: command });
    if (state.ended) break;
    show();
  }
  lines.close();
  return state.ended ? state : { ...state, ended: "quit" };
}

const textKeys: Record<string, string> = { ":b": "up", ":s": "down", ":x": "escape", ":q": "quit" };
const lineKeys: Record<string, string> = { "": "enter" };
