// The languages of the program: a language is one folder and one line here.
import { type ExplainWords, explain as explainEn } from "./en/explain.ts";
import { words as en, type Words } from "./en/words.ts";

export type { ExplainWords } from "./en/explain.ts";
export type { Words } from "./en/words.ts";

export const languages = { en } satisfies Record<string, Words>;

export type Language = keyof typeof languages;

/** The words of explanations, which no other command loads. */
export const explanations = { en: explainEn } satisfies Record<Language, ExplainWords>;
