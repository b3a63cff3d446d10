// cxm score FILE...: saved assessments in, one verdict each out; thresholds decide the exit code.
import { Command, InvalidArgumentError, Option } from "commander";
import type { Thresholds } from "../evaluate/thresholds.ts";
import { type Language, languageNames, usualLanguage } from "../locales/index.ts";
import { type Format, formatNames } from "../render/index.ts";
import type { Io } from "./io.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

export interface ScoreOptions extends Thresholds, OutputOptions {
  questionnaire?: string;
  format: Format;
  lang: Language;
  example?: string | true;
}

export const score = (io: Io, finish: (code: number) => void): Command =>
  withOutput(
    new Command("score")
      .description("Score saved assessments: where the organisation stands, its one next step, the partner for it")
      .argument("[FILE...]", "assessments (YAML or JSON)")
      .option("-q, --questionnaire <ID|FILE>", "questionnaire to apply (default: the one the assessment names)")
      .addOption(new Option("--format <FORMAT>", "how to print").choices(formatNames).default(formatNames[0]!))
      .addOption(
        new Option("--lang <LANGUAGE>", "language of the report").choices(languageNames).default(usualLanguage),
      )
      .option("--example [NAME]", "score a bundled example instead of a file of yours")
      .option("--min-phase <ID>", "exit 1 unless this phase is certainly reached")
      .addOption(
        new Option("--min-status <STATUS>", "exit 1 unless the phase has this status").choices([
          "entered",
          "established",
        ]),
      )
      .option("--min-index <N>", "exit 1 unless the lower bound of the index is at least N (0 to 100)", percent)
      .option("--complete", "exit 1 unless every visible question has a level or a reason why it does not apply"),
  ).action(async (files: string[], options: ScoreOptions) => {
    const { runScore } = await import("./run-score.ts");
    finish(await runScore(io, files, options));
  });

function percent(text: string): number {
  const value = /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value >= 0 && value <= 100)) throw new InvalidArgumentError("It takes a number from 0 to 100.");
  if (value > 0 && value < 1) {
    const meant = Number((value * 100).toPrecision(12));
    const advice = meant >= 1 ? `; did you mean ${meant}?` : ".";
    throw new InvalidArgumentError(`It takes a number from 0 to 100, and this is ${text.trim()} of 100${advice}`);
  }
  return value;
}
