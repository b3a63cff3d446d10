// The commands: one file each, and one line here.
import type { Command } from "commander";
import type { CommandWords } from "../locales/index.ts";
import { assess } from "./assess.ts";
import { check } from "./check.ts";
import { completion } from "./completion.ts";
import { explain } from "./explain.ts";
import type { Io } from "./io.ts";
import { list } from "./list.ts";
import { create } from "./new.ts";
import { report } from "./report.ts";
import { schema } from "./schema.ts";
import { score } from "./score.ts";
import { show } from "./show.ts";

/** `finish` takes the exit code of a command that came to its end. */
export type MakeCommand = (io: Io, finish: (code: number) => void, words: CommandWords) => Command;

export const commands = {
  assess,
  score,
  report,
  explain,
  list,
  show,
  check,
  schema,
  new: create,
  completion,
} satisfies Record<string, MakeCommand>;
