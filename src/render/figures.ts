// Figures in print. Rule kept: never overstate. A value and a lower bound round down, an upper bound up, and 100 is
// printed only when it is exact.

import type { Words } from "../locales/index.ts";
import type { Evaluation, Interval } from "../model/evaluation.ts";

const down = (x: number, digits: number): number => Math.floor(snap(x * 10 ** digits)) / 10 ** digits;
const up = (x: number, digits: number): number => Math.ceil(snap(x * 10 ** digits)) / 10 ** digits;

/** Undoes the last bits of binary arithmetic, so that 0.29 * 100 is 29 and not just below. */
const snap = (x: number): number => Number(x.toPrecision(15));

/** "23.2", or "8.6 to 50.9" where answers are missing. */
export function printInterval(words: Words, { value, low, high, tooLarge }: Interval, digits = 1): string {
  if (tooLarge) return words.tooLarge;
  if (value !== null) return words.number(down(value, digits), digits);
  if (low === null) return words.noFigure;
  if (high === null) return words.orMore(words.number(down(low, digits), digits));
  return words.range(words.number(down(low, digits), digits), words.number(up(high, digits), digits));
}

/** The same with its unit, where there is a figure. */
export function printFigure(words: Words, figure: Interval, unit = ""): string {
  const printed = printInterval(words, figure, digitsOf(figure));
  return figure.low === null && figure.value === null ? printed : words.withUnit(printed, unit);
}

/** The index, with how much of the questionnaire it leaves out because it does not apply. */
export function indexText({ words }: { words: Words }, { index, criteria, phases }: Evaluation): string {
  const leftOut = criteria.filter(({ state, level }) => state === "na" && level === null).length;
  return words.index(printInterval(words, index), leftOut, phases.length > 0);
}

/** Whole percent, rounded down; 100 only for all. */
export const printShare = (words: Words, part: number, whole: number): string =>
  words.percent(whole === 0 ? 0 : Math.floor(snap((part / whole) * 100)));

/** Money and counts without decimals: a saving rounds down (words say which way it goes), a cost is rounded to the nearest. */
export const printSaving = (words: Words, x: number, unit: string): string => words.money(Math.abs(down(x, 0)), unit);
export const printMoney = (words: Words, x: number, unit: string): string => words.money(Math.round(x), unit);

/** A figure to calculate with: four decimals, and more where fewer would make it rounder than it is. */
export function printExact(words: Words, x: number): string {
  const plain = snap(x);
  let digits = 0;
  while (digits < 12 && Number(plain.toFixed(digits)) !== plain && (digits < 4 || looksWhole(plain.toFixed(digits))))
    digits++;
  return words.number(plain, digits);
}

/** Whether nobody would see that something was rounded off. */
const looksWhole = (text: string): boolean => /(00|99)$/.test(text);

/** Decimals that a figure needs: none where it is whole, else two, so that a printed figure never contradicts a threshold. */
export const digitsOf = (figure: Interval): number =>
  [figure.value, figure.low, figure.high].every(x => x === null || Number.isInteger(x)) ? 0 : 2;
