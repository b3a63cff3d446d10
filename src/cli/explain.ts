// cxm explain FILE [ID]: the way from the answers to the verdict, or to one figure or decision, so that it can be redone by hand.
import { Command, Option } from "commander";
import { type Language, languageNames, usualLanguage } from "../locales/index.ts";
import type { MakeCommand } from "./commands.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

export interface ExplainOptions extends OutputOptions {
  questionnaire?: string;
  example?: string | true;
  format: "text" | "json";
  lang: Language;
}

export const explain: MakeCommand = (io, finish, { explain: told, writing }) =>
  withOutput(
    writing,
    new Command("explain")
      .description(told.description)
      .argument("[FILE]", told.file)
      .argument("[ID]", told.id)
      .option("-q, --questionnaire <ID|FILE>", told.questionnaire)
      .addOption(new Option("--format <FORMAT>", told.format).choices(["text", "json"]).default("text"))
      .addOption(new Option("--lang <LANGUAGE>", told.lang).choices(languageNames).default(usualLanguage))
      .option("--example [NAME]", told.example),
  ).action(async (file: string | undefined, id: string | undefined, options: ExplainOptions) => {
    const { runExplain } = await import("./run-explain.ts");
    finish(await runExplain(io, file, id, options));
  });
