// Numbers that a report prints of its own, told from those it quotes: the questionnaire's texts, what people typed, dates.
import type { Assessment } from "../../../src/model/assessment.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";

const months = "January February March April May June July August September October November December".split(" ");
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Takes out of a text whatever is quoted, so that the numbers which remain are the report's. */
export function unquoter(questionnaire: Questionnaire, assessment: Assessment): (text: string) => string {
  const quotes = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === "string") for (const text of asPrinted(value)) quotes.add(text);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  visit([questionnaire, assessment]);
  for (const { id } of questionnaire.phases ?? []) quotes.add(`${questionnaire.words?.phase ?? "Stage"} ${id}`);
  const claims = new RegExp(
    `(?<![\\p{L}\\d])(?:${Object.keys(questionnaire.claims ?? {})
      .map(literal)
      .join("|")})(?![\\d])`,
    "gu",
  );
  // The longest first: a text that contains another is taken whole.
  const longest = [...quotes].sort((a, b) => b.length - a.length);
  return text => longest.reduce((rest, quote) => rest.replaceAll(quote, " · "), text).replace(claims, " · ");
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** As it stands in the file, and a date as a reader writes it; only what holds a digit and more than that. */
function asPrinted(value: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year) return [`${Number(day)} ${months[Number(month) - 1]} ${year}`];
  const text = plain(value);
  return /\d/.test(text) && /\p{L}|\d\.\d+\.\d/u.test(text) ? [text] : [];
}

/** "2,500,000", "12.5", "100": every number of a text as printed, its sign with it. */
export const numbersIn = (text: string): string[] => text.match(/(?<![\p{L}\d])-?\d+(?:,\d{3})*(?:\.\d+)?/gu) ?? [];
