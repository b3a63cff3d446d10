// cxm assess [FILE]: the interview; every answer is saved as it is given.
import { Command, Option } from "commander";
import { type Language, languageNames, usualLanguage } from "../locales/index.ts";
import type { Io } from "./io.ts";

export interface AssessOptions {
  questionnaire?: string;
  role?: string;
  respondent?: string;
  linear?: boolean;
  lang: Language;
}

export const assess = (io: Io, finish: (code: number) => void): Command =>
  new Command("assess")
    .description("Answer a questionnaire, alone or in a workshop: save, stop and resume at any time")
    .argument("[FILE]", "the assessment to begin or go on with", "assessment.yaml")
    .option("-q, --questionnaire <ID|FILE>", "questionnaire to answer (default: the one the file names)")
    .option("--role <ROLE>", "department that answers: only its questions are asked")
    .option("--respondent <NAME>", "who answers; someone who answered before goes on where they stopped")
    .option("--linear", "line by line, for a screen reader: nothing is drawn over")
    .addOption(new Option("--lang <LANGUAGE>", "language").choices(languageNames).default(usualLanguage))
    .action(async (file: string, options: AssessOptions) => {
      const { runAssess } = await import("./run-assess.ts");
      finish(await runAssess(io, file, options));
    });
