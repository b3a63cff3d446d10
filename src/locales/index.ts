// The languages of the program: a language is one folder and one line here.
import { words as en, type Words } from "./en/words.ts";

export type { Words } from "./en/words.ts";

export const languages = { en } satisfies Record<string, Words>;

export type Language = keyof typeof languages;
