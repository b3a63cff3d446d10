// The interview line by line: nothing is drawn over, so that a screen reader, a log or a terminal without cursor keys can follow.
import { createInterface } from "node:readline/promises";
import { isTyping } from "../interview/press.ts";
import type { State } from "../interview/state.ts";
import type { Conversation } from "./interview.ts";

/** A line is a key by its letter or number; on screens that take text it is the text, and `:b`, `:s`, `:q` are keys. */
export async function converseByLine(
  { state: first, press, draw }: Conversation,
  input: NodeJS.ReadableStream,
  output: { write(text: string): unknown },
  signal?: AbortSignal,
): Promise<State> {
  const lines = createInterface({ input, terminal: false });
  signal?.addEventListener("abort", () => lines.close());
  let state = first;
  const show = () => {
    const { above, below } = draw(state, "");
    output.write(`${[...above, ...below].join("\n")}\n\n`);
  };
  show();
  for await (const line of lines) {
    const command = isTyping(state) ? textKeys.get(line.trim()) : line.trim() || "enter";
    state = press(state, command === undefined ? { kind: "line", text: line } : { kind: "press", name: command });
    if (state.ended) break;
    show();
  }
  lines.close();
  return state.ended ? state : { ...state, ended: "quit" };
}

const textKeys = new Map([
  [":b", "up"],
  [":s", "down"],
  [":x", "escape"],
  [":q", "quit"],
]);
