// cxm score FILE...: saved assessments in, one verdict each out; thresholds decide the exit code.
import { Command, InvalidArgumentError, Option } from "commander";
import type { Thresholds } from "../evaluate/thresholds.ts";
import { type CommandWords, type Language, languageNames, usualLanguage } from "../locales/index.ts";
import { type Format, formatNames } from "../render/index.ts";
import type { MakeCommand } from "./commands.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

export interface ScoreOptions extends Thresholds, OutputOptions {
  questionnaire?: string;
  format: Format;
  lang: Language;
  example?: string | true;
}

export const score: MakeCommand = (io, finish, { score: told, writing }) =>
  withOutput(
    writing,
    new Command("score")
      .description(told.description)
      .argument("[FILE...]", told.files)
      .option("-q, --questionnaire <ID|FILE>", told.questionnaire)
      .addOption(new Option("--format <FORMAT>", told.format).choices(formatNames).default(formatNames[0]!))
      .addOption(new Option("--lang <LANGUAGE>", told.lang).choices(languageNames).default(usualLanguage))
      .option("--example [NAME]", told.example)
      .option("--min-phase <ID>", told.minPhase)
      .addOption(new Option("--min-status <STATUS>", told.minStatus).choices(["entered", "established"]))
      .option("--min-index <N>", told.minIndex, percentOf(told))
      .option("--complete", told.complete),
  ).action(async (files: string[], options: ScoreOptions) => {
    const { runScore } = await import("./run-score.ts");
    finish(await runScore(io, files, options));
  });

const percentOf =
  ({ percent, percentMeant }: CommandWords["score"]) =>
  (text: string): number => {
    const value = /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (!(value >= 0 && value <= 100)) throw new InvalidArgumentError(percent);
    if (value > 0 && value < 1) {
      const meant = Number((value * 100).toPrecision(12));
      throw new InvalidArgumentError(percentMeant(text.trim(), meant >= 1 ? meant : null));
    }
    return value;
  };
