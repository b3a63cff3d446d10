// cxm show ID: a whole questionnaire to read before using it: what it is for, who must answer, every question with its levels.
import { Command, Option } from "commander";
import type { Io } from "./io.ts";

export const show = (io: Io, finish: (code: number) => void): Command =>
  new Command("show")
    .description("Show a questionnaire: what it is for, who answers, every question with its levels")
    .argument("<ID|FILE>", "a bundled questionnaire, or a file of yours")
    .addOption(new Option("--format <FORMAT>", "how to print").choices(["text", "json"]).default("text"))
    .action(async (name: string, options: { format: "text" | "json" }) => {
      const { runShow } = await import("./runs.ts");
      finish(await runShow(io, name, options.format));
    });
