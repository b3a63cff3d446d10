// What people type, as values. In: a line of text. Out: the value, or null where it could mean two things.
import type { NumberFact } from "../model/questionnaire.ts";
import { withinBounds } from "../questionnaire/outline.ts";

/** What a typed number says: one value, one of two, or nothing that is a number. */
export type Read = { value: number } | { either: [number, number] } | null;

/** "2.5" and "2,5", "2 500 000", "2.500.000,50", "1'000", "12%" where a share is asked. One to three digits, a point or comma and
 * three digits may be thousands or decimals: either, unless the bounds of the fact leave only one. */
export function readNumber(text: string, fact: NumberFact): Read {
  const share = isShare(fact) && text.endsWith("%");
  const readings = readingsOf(share ? text.slice(0, -1).trimEnd() : text)
    .map(value => (share ? Number((value / 100).toPrecision(15)) : value))
    // So many digits that it is no number any more; and "-0", which no file keeps.
    .filter(Number.isFinite)
    .map(value => value + 0);
  const fitting = readings.filter(value => withinBounds(fact, value));
  const [first, second] = fitting.length > 0 ? fitting : readings.slice(0, 1);
  if (first === undefined) return null;
  return second === undefined ? { value: first } : { either: [first, second] };
}

const isShare = ({ min = -Infinity, max = Infinity, above = -Infinity }: NumberFact): boolean =>
  Math.max(min, above) >= 0 && max <= 1;

/** Every number that a text may mean. */
function readingsOf(text: string): number[] {
  const [, sign = "", plain = ""] = /^([+-]?)(.*)$/su.exec(text.replace("\u2212", "-")) ?? [];
  const spaced = plain.replace(/[ \u00a0\u2009\u202f'\u2019_]/g, "_");
  const value = (whole: string, part = ""): number => Number(`${sign}${whole || "0"}.${part || "0"}`);
  const grouped = /^(\d{1,3}(?:_\d{3})+)(?:[.,](\d+))?$/.exec(spaced);
  if (grouped) return [value(grouped[1]!.replaceAll("_", ""), grouped[2])];
  const both = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?!\2)[.,](\d+)$/.exec(plain);
  if (both) return [value(both[1]!.replaceAll(both[2]!, ""), both[3])];
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(plain)) return [value(plain.replace(/[.,]/g, ""))];
  const one = /^(\d*)[.,](\d+)$/.exec(plain);
  if (one) {
    const [, whole = "", part = ""] = one;
    const decimal = value(whole, part);
    return part.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? [value(whole + part), decimal] : [decimal];
  }
  return /^\d+$/.test(plain) ? [value(plain)] : [];
}

export function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** How long a text may be, in characters: what the schema of assessments allows. */
const longest: Record<string, number> = {
  respondent: 1000,
  organization: 500,
  "line-of-business": 500,
  fact: 2000,
  note: 20_000,
  na: 20_000,
  "evidence-text": 20_000,
  "evidence-url": 2000,
};

/** Of a screen or a field. */
export const longestOf = (field: string): number => longest[field] ?? Infinity;
