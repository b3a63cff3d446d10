// cxm assess [FILE]: the interview; every answer is saved as it is given.
import { Command, Option } from "commander";
import { type Language, languageNames, usualLanguage } from "../locales/index.ts";
import type { MakeCommand } from "./commands.ts";

export interface AssessOptions {
  questionnaire?: string;
  role?: string;
  respondent?: string;
  linear?: boolean;
  lang: Language;
}

export const assess: MakeCommand = (io, finish, { assess: told }) =>
  new Command("assess")
    .description(told.description)
    .argument("[FILE]", told.file, "assessment.yaml")
    .option("-q, --questionnaire <ID|FILE>", told.questionnaire)
    .option("--role <ROLE>", told.role)
    .option("--respondent <NAME>", told.respondent)
    .option("--linear", told.linear)
    .addOption(new Option("--lang <LANGUAGE>", told.lang).choices(languageNames).default(usualLanguage))
    .action(async (file: string, options: AssessOptions) => {
      const { runAssess } = await import("./run-assess.ts");
      finish(await runAssess(io, file, options));
    });
