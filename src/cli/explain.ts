// cxm explain FILE [ID]: the way from the answers to the verdict, or to one figure or decision, so that it can be redone by hand.
import { Command, Option } from "commander";
import { type Language, languageNames, usualLanguage } from "../locales/index.ts";
import type { Io } from "./io.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

export interface ExplainOptions extends OutputOptions {
  questionnaire?: string;
  example?: string | true;
  format: "text" | "json";
  lang: Language;
}

export const explain = (io: Io, finish: (code: number) => void): Command =>
  withOutput(
    new Command("explain")
      .description("Explain a verdict, or one figure or decision of it, down to who answered what")
      .argument("[FILE]", "an assessment (YAML or JSON); left out with --example")
      .argument("[ID]", "what to explain, such as index or gate:ID (default: the verdict)")
      .option("-q, --questionnaire <ID|FILE>", "questionnaire to apply (default: the one the assessment names)")
      .addOption(new Option("--format <FORMAT>", "how to print").choices(["text", "json"]).default("text"))
      .addOption(
        new Option("--lang <LANGUAGE>", "language of the explanation").choices(languageNames).default(usualLanguage),
      )
      .option("--example [NAME]", "explain a bundled example instead of a file of yours"),
  ).action(async (file: string | undefined, id: string | undefined, options: ExplainOptions) => {
    const { runExplain } = await import("./run-explain.ts");
    finish(await runExplain(io, file, id, options));
  });
