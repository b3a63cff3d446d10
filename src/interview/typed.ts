// What people type, as values. In: a line of text. Out: the value, or null where it could mean two things.
import type { NumberFact } from "../model/questionnaire.ts";

/** "2.5", "2 500 000", "2,500,000"; null for anything that could mean two numbers. */
export function parseNumber(text: string): number | null {
  const plain = /^-?\d{1,3}([ ,_'\u00a0]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[ ,_'\u00a0]/g, "") : text;
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null;
  // So many digits that it is no number any more; and "-0", which no file keeps.
  const value = Number(plain) + 0;
  return Number.isFinite(value) ? value : null;
}

export function withinBounds({ min, max, above, whole }: NumberFact, value: number): boolean {
  if (whole && !Number.isInteger(value)) return false;
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity) && (above === undefined || value > above);
}

export function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
