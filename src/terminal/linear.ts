// The interview line by line: nothing is drawn over, so that a screen reader, a log or a terminal without cursor keys can follow.
import { keyOfLine } from "../interview/lines.ts";
import type { State } from "../interview/state.ts";
import { holdTerminal } from "./hold.ts";
import type { Conversation } from "./interview.ts";
import { linesOf } from "./typed-lines.ts";

/** `marked`: whether the terminal knows the sequence that asks for marks round what is pasted. */
export async function converseByLine(
  { state: first, press, draw, remark = () => null }: Conversation,
  input: NodeJS.ReadStream,
  output: { write(text: string): unknown },
  { signal, marked }: { signal: AbortSignal; marked: boolean },
): Promise<State> {
  let state = first;
  const show = () => {
    const { above, below } = draw(state, "");
    const lines = remark(state) ?? [...above, ...below];
    output.write(`${lines.join("\n")}\n\n`);
  };
  const write = (text: string) => output.write(text);
  const hold = input.isTTY && holdTerminal(input, write, { raw: false, marked, stops: () => {}, goesOn: show });
  try {
    show();
    for await (const { text, pasted, cut } of linesOf(input, signal)) {
      if (cut) state = { ...state, message: { code: "line-cut" } };
      else state = press(state, pasted ? { kind: "paste", text } : keyOfLine(state, text));
      if (state.ended) break;
      show();
    }
  } finally {
    if (hold) hold.release();
  }
  return state.ended ? state : press(state, { kind: "press", name: "quit" });
}
