// The figures of a report worked out once more, from the answers in the JSON and the questionnaire's own numbers, as the method
// section says it: means of levels, lowest levels, intervals where answers are missing. Nothing of the program is used.
import type { Member } from "../../../src/model/condition.ts";
import type { CriterionView, Evaluation } from "../../../src/model/evaluation.ts";
import type { Criterion, Questionnaire } from "../../../src/model/questionnaire.ts";

export interface Span {
  low: number;
  high: number;
}

export const top = 4;
const snap = (x: number) => Number(x.toPrecision(12));
const grouped = (x: number, digits: number) =>
  x.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A figure as it may be printed: cut off, and an upper end raised, so that nothing is overstated. */
export const down = (x: number, digits = 0): string =>
  grouped(Math.floor(snap(x * 10 ** digits)) / 10 ** digits, digits);
export const up = (x: number, digits = 0): string => grouped(Math.ceil(snap(x * 10 ** digits)) / 10 ** digits, digits);
export const near = (x: number): string => grouped(Math.round(snap(x)), 0);
/** All its decimals. */
export const exact = (x: number): string => x.toLocaleString("en-US", { maximumFractionDigits: 15 });

/** A score of 100: one figure, or both ends. */
export const score = ({ low, high }: Span): string =>
  low === high ? down(low, 1) : `${down(low, 1)} to ${up(high, 1)}`;
export const level = ({ low, high }: Span): string =>
  low === high ? `${low} of ${top}` : `${low} to ${high} of ${top}`;

/** Full cells up to what is certain; half ones up to what is possible while answers are missing. */
export function cells({ low, high }: Span, most: number, count: number): string {
  const full = Math.floor(snap((low / most) * count));
  const reach = low === high ? full : Math.ceil(snap((high / most) * count));
  return "█".repeat(full) + "▒".repeat(reach - full) + "░".repeat(count - reach);
}

const spanOf = ({ state, level }: CriterionView): Span | null =>
  state === "na" ? null : { low: level ?? 0, high: level ?? top };

/** The level in the middle, of an even number the lower one. */
const middle = (levels: number[]): number => [...levels].sort((a, b) => a - b)[Math.ceil(levels.length / 2) - 1]!;

/** What each department says that counts: those that the question is meant for, or all when none of them answered. */
export function heard(
  { roles }: Criterion,
  { responses }: CriterionView,
): { levels: number[]; counted: number | null } {
  const said = new Map<string | null, number[]>();
  for (const { role, outside, level } of responses) {
    if (!outside && level !== undefined) said.set(role, [...(said.get(role) ?? []), level]);
  }
  const meant = [...said].filter(([role]) => role !== null && roles.includes(role));
  const levels = (meant.length > 0 ? meant : [...said]).map(([, own]) => middle(own));
  return { levels, counted: levels.length > 0 ? middle(levels) : null };
}

export function createArithmetic(questionnaire: Questionnaire, evaluation: Evaluation) {
  const viewOf = (id: string): CriterionView => evaluation.criteria.find(one => one.id === id)!;
  const mean = (weighted: { span: Span | null; weight: number }[]): Span | null => {
    const counted = weighted.flatMap(({ span, weight }) => (span ? [{ span, weight }] : []));
    const sum = counted.reduce((all, { weight }) => all + weight, 0);
    const of = (end: keyof Span) => counted.reduce((all, { span, weight }) => all + span[end] * weight, 0) / sum;
    return sum > 0 ? { low: of("low"), high: of("high") } : null;
  };
  const dimension = (criteria: Criterion[]): Span | null =>
    percent(mean(criteria.map(({ id, weight = 1 }) => ({ span: spanOf(viewOf(id)), weight }))));
  const percent = (span: Span | null): Span | null =>
    span && { low: (span.low * 100) / top, high: (span.high * 100) / top };
  return {
    viewOf,
    dimension,
    index: mean(
      questionnaire.dimensions.map(one => ({ span: dimension(one.criteria), weight: Number(one.weight ?? 1) })),
    ),
    lowest: (ids: string[]): Span | null => {
      const spans = ids.flatMap(id => spanOf(viewOf(id)) ?? []);
      const least = (end: keyof Span) => Math.min(...spans.map(span => span[end]));
      return spans.length > 0 ? { low: least("low"), high: least("high") } : null;
    },
  };
}

/** A figure of the cost model from facts alone; not a number where one is missing. */
export function costFigure({ measures = [] }: Questionnaire, facts: Record<string, number>, id: string): number {
  const value = (member: Member): number => {
    if (typeof member === "number") return member;
    if (typeof member === "string") return facts[member] ?? costFigure({ measures } as Questionnaire, facts, member);
    if ("multiply" in member && member.multiply) return member.multiply.map(value).reduce((a, b) => a * b);
    if ("divide" in member && member.divide) return member.divide.map(value).reduce((a, b) => a / b);
    if ("add" in member && member.add) return member.add.map(value).reduce((a, b) => a + b);
    throw new Error(`no arithmetic here for ${JSON.stringify(member)}`);
  };
  const measure = measures.find(one => one.id === id);
  return measure ? value(measure) : Number.NaN;
}
