// All that is said in English, each part loaded when it is used.
import type { Texts } from "../index.ts";

export const texts: Texts = {
  commands: async () => (await import("./commands.ts")).commands,
  words: async () => (await import("./words.ts")).words,
  problems: async () => (await import("./problems.ts")).problemWords,
  interview: async () => (await import("./interview.ts")).interview,
  explain: async () => (await import("./explain.ts")).explain,
  handout: async () => (await import("./handout.ts")).handout,
  reference: async () => (await import("./reference.ts")).reference,
};
