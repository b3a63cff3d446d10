// Whole numbers that begin with a zero. In: a document. Out: a remark for each that programs for YAML 1.1 take for another number (octal) or
// for a text, while here, as YAML 1.2 says, it is what its digits say.
import type { Document, Path } from "./document.ts";
import { type Findings, foundWarning } from "./found.ts";

export function* leadingZeros(document: Document): Findings {
  // Few files have any: the others are not walked.
  if (/(?:^|[\s:,[{-])[-+]?0\d/.test(document.text)) yield* within(document, document.value, []);
}

function* within(document: Document, value: unknown, path: Path): Findings {
  if (typeof value === "object" && value !== null) {
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [step, part] of entries) yield* within(document, part, [...path, step]);
  }
  if (typeof value !== "number") return;
  const written = document.written(path);
  if (written === null || !/^[-+]?0\d+$/.test(written)) return;
  const octal = /[89]/.test(written) ? null : Number.parseInt(written, 8);
  if (octal !== value) yield foundWarning(path, "number-octal", { written, value, octal });
}
