// The languages of the program: a language is one folder and one line here. Its words are loaded when they are used.
import type { BoundsWords } from "./en/bounds.ts";
import type { CommandWords } from "./en/commands.ts";
import type { ExplainWords } from "./en/explain.ts";
import type { HandoutWords } from "./en/handout.ts";
import type { InterviewWords } from "./en/interview.ts";
import type { ProblemWords } from "./en/problems.ts";
import type { ReferenceWords } from "./en/reference.ts";
import type { Words } from "./en/words.ts";

export type {
  BoundsWords,
  CommandWords,
  ExplainWords,
  HandoutWords,
  InterviewWords,
  ProblemWords,
  ReferenceWords,
  Words,
};

/** Each loaded by the commands that say them, and by no other. */
interface Texts {
  commands(): Promise<CommandWords>;
  words(): Promise<Words>;
  problems(): Promise<ProblemWords>;
  interview(): Promise<InterviewWords>;
  explain(): Promise<ExplainWords>;
  handout(): Promise<HandoutWords>;
  reference(): Promise<ReferenceWords>;
}

export const languages = {
  en: {
    commands: async () => (await import("./en/commands.ts")).commands,
    words: async () => (await import("./en/words.ts")).words,
    problems: async () => (await import("./en/problems.ts")).problemWords,
    interview: async () => (await import("./en/interview.ts")).interview,
    explain: async () => (await import("./en/explain.ts")).explain,
    handout: async () => (await import("./en/handout.ts")).handout,
    reference: async () => (await import("./en/reference.ts")).reference,
  },
} satisfies Record<string, Texts>;

export type Language = keyof typeof languages;

export const languageNames = Object.keys(languages) as Language[];
/** Where none is asked for. */
export const usualLanguage: Language = languageNames[0]!;
