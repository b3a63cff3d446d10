// What every renderer is given: the questionnaire's texts, the words of a language, and where the lines go.

import type { Words } from "../locales/index.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { createTitles, type Titles } from "./titles.ts";

/** How parts of a line stand out; without colour every function gives its text back. */
export interface Style {
  heading(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  warn(text: string): string;
}

const same = (text: string) => text;
export const plainStyle: Style = { heading: same, strong: same, faint: same, good: same, warn: same };

export interface View {
  questionnaire: Questionnaire;
  titles: Titles;
  words: Words;
  style: Style;
  /** Columns to wrap at. */
  width: number;
  /** Whether some phase knows a second status: only then is the status worth a word. */
  hasStatus: boolean;
  /** The name that the questionnaire gives to a phase, else "Phase II". */
  phaseName(id: string): string;
  /** A fact's value in words: the title of a choice, a number with its unit; null while not known. */
  factText(id: string, value: number | string | null): string | null;
  /** The same without its unit. */
  factFigure(id: string, value: number | string): string;
}

export function createView(questionnaire: Questionnaire, words: Words, style = plainStyle, width = 80): View {
  const titles = createTitles(questionnaire);
  const factFigure: View["factFigure"] = (id, value) => {
    const fact = titles.fact(id);
    if (fact.type === "choice") return fact.choices.find(choice => choice.id === value)?.title ?? String(value);
    if (fact.type === "text" || typeof value === "string") return String(value);
    return fact.as === "percent" ? words.percent(Number((value * 100).toPrecision(15))) : words.decimal(value);
  };
  return {
    questionnaire,
    titles,
    words,
    style,
    width,
    hasStatus: (questionnaire.phases ?? []).some(({ established }) => established !== undefined),
    phaseName: id => titles.phase(id).name ?? words.phaseShort(questionnaire.words?.phase ?? words.phaseWord, id),
    factText: (id, value) => {
      if (value === null) return null;
      const fact = titles.fact(id);
      const unit = fact.type === "number" ? (fact.unit ?? "") : "";
      return words.withUnit(factFigure(id, value), unit);
    },
    factFigure,
  };
}

/** Whose result it is, for which line of business, of which day. */
export const subjectOf = (
  { words }: View,
  { organization, lineOfBusiness, date }: Pick<Evaluation, "organization" | "lineOfBusiness" | "date">,
): string =>
  [organization || words.unnamed, lineOfBusiness, date === null ? null : words.date(date)].filter(Boolean).join(" · ");
