// The options by which a command is told where its result goes, the same in every command.
import { type Command, Option } from "commander";

export interface OutputOptions {
  output?: string;
  force?: true;
}

export const withOutput = (command: Command, where = "write there instead of to the standard output"): Command =>
  command
    .option("-o, --output <FILE>", where)
    .addOption(new Option("--force", "overwrite the file even where it holds answers or a questionnaire"));
