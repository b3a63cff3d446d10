// Text that people typed, made harmless: no control characters or escape sequences, no direction marks that reorder a line,
// nothing that nobody sees.
import { withoutUnseen } from "./unseen.ts";

/** Escape sequences whole (an operating-system command up to its end, a control sequence up to its letter). */
const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[@-_]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Plain text whose characters keep their places but for those that would act on a terminal. */
export const cleanInPlace = (text: string): string => withoutUnseen(text.replace(sequences, "").replace(controls, " "));

/** Words of a script that runs from right to left: what stands beside them, a figure or a bracket, would be drawn into them. */
const letters = ["Hebrew", "Arabic", "Syriac", "Thaana", "Nko"].map(script => `\\p{Script=${script}}`).join("");
const rightToLeft = new RegExp(
  `(?=\\p{L})[${letters}](?:[${letters}\\p{M}\\p{Zs}\\u200c\\u200d.'-]*[${letters}\\p{M}])?`,
  "gu",
);

/** One line of plain text, words that run from right to left each for themselves. */
export const clean = (text: string): string =>
  cleanInPlace(text).replace(/ {2,}/g, " ").trim().replace(rightToLeft, "\u2068$&\u2069");

/** Where git hosts would make a link of a bare address, a person or an e-mail. Escapes do not keep them from it: they look once more
 * when the escapes are undone. A joiner that nobody sees does. */
const addresses = /:(?=\/\/)|www(?=\.)|.(?=@)|^(?=@)/giu;
const joiner = "\u2060";

/** The same, with everything that markdown or HTML would read as markup escaped. */
export const cleanMarkdown = (text: string): string =>
  clean(text)
    .replace(/[\\`*_[\]<>|~#&!$]/g, mark =>
      mark === "<" ? "&lt;" : mark === ">" ? "&gt;" : mark === "&" ? "&amp;" : `\\${mark}`,
    )
    .replace(/^(\d*)([+.)-])(?=\s|$)/, "$1\\$2")
    .replace(/^(?=-{2,}$|=+$)/, "\\")
    .replace(addresses, `$&${joiner}`);
