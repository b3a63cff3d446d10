// cxm report FILE: the report for the leader, as markdown.
import { Command, InvalidArgumentError, Option } from "commander";
import { type Language, languageNames, usualLanguage } from "../locales/index.ts";
import type { Io } from "./io.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

export interface ReportCommandOptions extends OutputOptions {
  questionnaire?: string;
  example?: string | true;
  lang: Language;
  sections?: string[];
  brief?: true;
  redactRespondents?: true;
}

export const report = (io: Io, finish: (code: number) => void): Command =>
  withOutput(
    new Command("report")
      .description("Write the report for the leader: page one, the evidence, every answer (markdown)")
      .argument("[FILE]", "assessment (YAML or JSON); left out with --example")
      .option("-q, --questionnaire <ID|FILE>", "questionnaire to apply (default: the one the assessment names)")
      .addOption(
        new Option("--lang <LANGUAGE>", "language of the report").choices(languageNames).default(usualLanguage),
      )
      .option("--example [NAME]", "report on a bundled example instead of a file of yours")
      .addOption(new Option("--brief", "page one only").conflicts("sections"))
      .option("--sections <LIST>", "only these sections, separated by commas", list)
      .option("--redact-respondents", "roles instead of the names of those who answered"),
  ).action(async (file: string | undefined, options: ReportCommandOptions) => {
    const { runReport } = await import("./run-report.ts");
    finish(await runReport(io, file, options));
  });

function list(text: string): string[] {
  const names = text.split(",").map(name => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("It takes names separated by commas.");
  return names;
}
