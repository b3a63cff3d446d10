// cxm show ID: a whole questionnaire to read before using it, or as a hand-out to fill in on paper.
import { Command, Option } from "commander";
import type { Io } from "./io.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

export interface ShowOptions extends OutputOptions {
  format: "text" | "markdown" | "json";
}

export const show = (io: Io, finish: (code: number) => void): Command =>
  withOutput(
    new Command("show")
      .description("Show a questionnaire: what it is for, who answers, every question with its levels")
      .argument("<ID|FILE>", "a bundled questionnaire, or a file of yours")
      .addOption(
        new Option("--format <FORMAT>", "how to print; markdown is a hand-out to fill in on paper")
          .choices(["text", "markdown", "json"])
          .default("text"),
      ),
  ).action(async (name: string, options: ShowOptions) => {
    const { runShow } = await import("./run-show.ts");
    finish(await runShow(io, name, options));
  });
