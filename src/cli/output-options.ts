// The options by which a command is told where its result goes, the same in every command.
import { type Command, Option } from "commander";
import type { CommandWords } from "../locales/index.ts";

export interface OutputOptions {
  output?: string;
  force?: true;
}

export const withOutput = (words: CommandWords["writing"], command: Command, where = words.output): Command =>
  command.option("-o, --output <FILE>", where).addOption(new Option("--force", words.force));
