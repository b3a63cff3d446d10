// Lines that a person types and confirms, or a file holds. In: the input. Out: one line after the other, and several as one text
// where they came from a clipboard. Rule kept: only where a person types; what comes from a pipe is read line by line.
import { createInterface } from "node:readline/promises";
import { StringDecoder } from "node:string_decoder";
import { plainText } from "../interview/pasted.ts";
import { pasteBegins, pasteEnds } from "./pastes.ts";

export interface Typed {
  text: string;
  pasted: boolean;
  /** The terminal may have kept less of a line than was typed or pasted. */
  cut?: boolean;
}

/** What a terminal that edits lines holds of one; the rest it drops. */
const longestLine = 4095;

/** Nobody types a second line so soon after the first. */
const pause = 40;
/** After so long a line belongs to no paste, even if the one before it was never ended. */
const longPause = 1000;

export async function* linesOf(input: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<Typed> {
  if ("isTTY" in input && input.isTTY) return yield* typedLines(input, signal);
  const lines = createInterface({ input, terminal: false });
  const close = () => lines.close();
  signal.addEventListener("abort", close);
  input.on("error", close);
  for await (const text of lines) yield { text, pasted: false };
}

async function* typedLines(input: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<Typed> {
  const decoder = new StringDecoder();
  const ready: Typed[] = [];
  let waiting = "";
  let since = 0;
  let ended = signal.aborted;
  let timer: NodeJS.Timeout | undefined;
  let wake = () => {};
  const handOver = () => {
    if (waiting !== "") ready.push(asOne(waiting));
    waiting = "";
    wake();
  };
  const read = (bytes: Buffer | string) => {
    const chunk = decoder.write(bytes as Buffer);
    // The rest of a paste waits for Enter in the terminal's own line, however long that takes.
    const isOpen = waiting.lastIndexOf(pasteBegins) > waiting.lastIndexOf(pasteEnds);
    const isOver = isOpen && !chunk.includes(pasteEnds) && performance.now() - since > longPause;
    waiting += chunk;
    since = performance.now();
    clearTimeout(timer);
    const staysOpen = !isOver && waiting.lastIndexOf(pasteBegins) > waiting.lastIndexOf(pasteEnds);
    if (!staysOpen && waiting.endsWith("\n")) timer = setTimeout(handOver, pause);
  };
  const finish = () => {
    clearTimeout(timer);
    ended = true;
    handOver();
  };
  input.on("data", read);
  for (const event of ["end", "close", "error"]) input.on(event, finish);
  signal.addEventListener("abort", finish);
  try {
    while (ready.length > 0 || !ended) {
      const next = ready.shift();
      if (next) yield next;
      else
        await new Promise<void>(done => {
          wake = done;
        });
    }
  } finally {
    clearTimeout(timer);
    input.off("data", read);
    for (const event of ["end", "close"]) input.off(event, finish);
    input.pause();
  }
}

/** Without what a terminal puts round a paste, and without the line break that confirms. */
function asOne(waiting: string): Typed {
  const text = plainText(waiting.replaceAll(pasteBegins, "").replaceAll(pasteEnds, "")).replace(/\n$/, "");
  const cut = waiting.split("\n").some(line => Buffer.byteLength(line) >= longestLine);
  return { text, pasted: text.includes("\n"), cut };
}
