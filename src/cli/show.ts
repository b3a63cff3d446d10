// cxm show ID: a whole questionnaire to read before using it, or as a hand-out to fill in on paper.
import { Command, Option } from "commander";
import type { MakeCommand } from "./commands.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

export interface ShowOptions extends OutputOptions {
  format: "text" | "markdown" | "json";
}

export const show: MakeCommand = (io, finish, { show: told, writing }) =>
  withOutput(
    writing,
    new Command("show")
      .description(told.description)
      .argument("<ID|FILE>", told.name)
      .addOption(new Option("--format <FORMAT>", told.format).choices(["text", "markdown", "json"]).default("text")),
  ).action(async (name: string, options: ShowOptions) => {
    const { runShow } = await import("./run-show.ts");
    finish(await runShow(io, name, options));
  });
