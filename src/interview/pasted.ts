// A text that was pasted, as one text. In: what the clipboard held. Out: plain characters; line breaks become spaces, or stay where a
// text may have several lines.
import type { State } from "./state.ts";

/** Escape sequences whole: a command to a terminal up to its end if it has one, a control sequence up to its letter. */
const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])(?:[^\u0007\u001b\u0080-\u009f]*(?:\u0007|\u001b\\|\u009c))?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[ -/]*[0-~]?/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const lineBreaks = /\r\n|[\r\n\u0085\u2028\u2029]/g;

/** Characters that a text can hold: no escape sequences, no control characters but line breaks (each as \n) and tabs as spaces. */
export const plainText = (text: string): string =>
  text.replace(sequences, "").replace(lineBreaks, "\n").replace(controls, "").replaceAll("\t", " ");

/** What the field that is open takes of it. */
export function pastedText(state: State, text: string): string {
  const plain = plainText(text);
  return takesLines(state) ? plain : plain.replaceAll("\n", " ");
}

/** A note may have several lines. */
export const takesLines = ({ mode }: State): boolean => mode.kind === "text" && mode.field === "note";
