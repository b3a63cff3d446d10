// cxm check FILE...: everything that is wrong with questionnaires and assessments, all at once; for a questionnaire also whether
// each phase and rule can come true.
import { Command, Option } from "commander";
import type { MakeCommand } from "./commands.ts";

export interface CheckOptions {
  questionnaire?: string;
  format: "text" | "json";
  witnesses?: boolean;
}

export const check: MakeCommand = (io, finish, { check: told }) =>
  new Command("check")
    .description(told.description)
    .argument("<FILE...>", told.files)
    .option("-q, --questionnaire <ID|FILE>", told.questionnaire)
    .option("--witnesses", told.witnesses)
    .addOption(new Option("--format <FORMAT>", told.format).choices(["text", "json"]).default("text"))
    .action(async (files: string[], options: CheckOptions) => {
      const { runCheck } = await import("./run-check.ts");
      finish(await runCheck(io, files, options));
    });
