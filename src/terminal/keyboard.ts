// The keyboard of a terminal: bytes in, keys and pasted texts out, those of one read together.

import { emitKeypressEvents } from "node:readline";
import { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createSplitter } from "./pastes.ts";

export interface Stroke {
  name: string | undefined;
  sequence: string;
  ctrl: boolean;
  meta: boolean;
}

export type Input = { kind: "key"; stroke: Stroke } | { kind: "paste"; text: string };

/** `tell` gets what a read held; Escape comes later and alone, when it is clear that nothing follows it. */
export function createKeyboard(isTyping: () => boolean, tell: (inputs: Input[]) => void): (bytes: Buffer) => void {
  const decoder = new StringDecoder();
  const split = createSplitter();
  let since = 0;
  let together: Input[] | null = null;
  // Node knows the sequences of all kinds of terminals; it wants a stream, which never flows: it is told what to read.
  const source = new Readable({ read() {} });
  emitKeypressEvents(source);
  source.on("keypress", (_, { name, sequence, ctrl, meta }: Stroke) => {
    const input: Input = { kind: "key", stroke: { name, sequence, ctrl, meta } };
    if (together) together.push(input);
    else tell([input]);
  });
  return bytes => {
    const inputs: Input[] = [];
    together = inputs;
    for (const piece of split(decoder.write(bytes), { typing: isTyping(), quiet: performance.now() - since })) {
      if (piece.kind === "paste") inputs.push({ kind: "paste", text: piece.text });
      else source.emit("data", piece.text);
    }
    together = null;
    tell(inputs);
    since = performance.now();
  };
}
