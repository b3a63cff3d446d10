// The languages of the program: a language is one folder and one line here. Its words are loaded when they are used.
import type { ExplainWords } from "./en/explain.ts";
import type { Words } from "./en/words.ts";

export type { ExplainWords } from "./en/explain.ts";
export type { Words } from "./en/words.ts";

interface Texts {
  words(): Promise<Words>;
  /** The words of explanations, which no other command loads. */
  explain(): Promise<ExplainWords>;
}

export const languages = {
  en: {
    words: async () => (await import("./en/words.ts")).words,
    explain: async () => (await import("./en/explain.ts")).explain,
  },
} satisfies Record<string, Texts>;

export type Language = keyof typeof languages;

export const languageNames = Object.keys(languages) as Language[];
/** Where none is asked for. */
export const usualLanguage: Language = languageNames[0]!;
