// The languages of the program, by the list of them in all.ts. Words are loaded when they are used.
import * as all from "./all.ts";
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
export interface Texts {
  commands(): Promise<CommandWords>;
  words(): Promise<Words>;
  problems(): Promise<ProblemWords>;
  interview(): Promise<InterviewWords>;
  explain(): Promise<ExplainWords>;
  handout(): Promise<HandoutWords>;
  reference(): Promise<ReferenceWords>;
}

export const languages = all satisfies Record<string, Texts>;

export type Language = keyof typeof languages;

export const languageNames = Object.keys(languages) as Language[];
/** Where none is asked for. */
export const usualLanguage: Language = "en";
