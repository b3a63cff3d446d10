// The interview line by line: nothing is drawn over, so that a screen reader, a log or a terminal without cursor keys can follow.
import { createInterface } from "node:readline/promises";
import { keyOfLine } from "../interview/lines.ts";
import type { State } from "../interview/state.ts";
import type { Conversation } from "./interview.ts";

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
    state = press(state, keyOfLine(state, line));
    if (state.ended) break;
    show();
  }
  lines.close();
  return state.ended ? state : { ...state, ended: "quit" };
}
