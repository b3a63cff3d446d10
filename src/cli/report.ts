// cxm report FILE: the report for the leader, as markdown.
import { Command, InvalidArgumentError, Option } from "commander";
import { type Language, languageNames, usualLanguage } from "../locales/index.ts";
import type { MakeCommand } from "./commands.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

export interface ReportCommandOptions extends OutputOptions {
  questionnaire?: string;
  example?: string | true;
  lang: Language;
  sections?: string[];
  brief?: true;
  redactRespondents?: true;
}

export const report: MakeCommand = (io, finish, { report: told, writing }) =>
  withOutput(
    writing,
    new Command("report")
      .description(told.description)
      .argument("[FILE]", told.file)
      .option("-q, --questionnaire <ID|FILE>", told.questionnaire)
      .addOption(new Option("--lang <LANGUAGE>", told.lang).choices(languageNames).default(usualLanguage))
      .option("--example [NAME]", told.example)
      .addOption(new Option("--brief", told.brief).conflicts("sections"))
      .option("--sections <LIST>", told.sections, listOf(told.separated))
      .option("--redact-respondents", told.redact),
  ).action(async (file: string | undefined, options: ReportCommandOptions) => {
    const { runReport } = await import("./run-report.ts");
    finish(await runReport(io, file, options));
  });

const listOf =
  (advice: string) =>
  (text: string): string[] => {
    const names = text.split(",").map(name => name.trim());
    if (names.includes("")) throw new InvalidArgumentError(advice);
    return names;
  };
