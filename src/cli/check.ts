// cxm check FILE...: everything that is wrong with questionnaires and assessments, all at once; for a questionnaire also whether
// each phase and rule can come true.
import { Command, Option } from "commander";
import type { Io } from "./io.ts";

export interface CheckOptions {
  questionnaire?: string;
  format: "text" | "json";
  witnesses?: boolean;
}

export const check = (io: Io, finish: (code: number) => void): Command =>
  new Command("check")
    .description("Check questionnaires and assessments: every problem at once, and whether each rule can come true")
    .argument("<FILE...>", "questionnaires and assessments (YAML or JSON)")
    .option(
      "-q, --questionnaire <ID|FILE>",
      "questionnaire that the assessments belong to (default: the one each names)",
    )
    .option("--witnesses", "print for each phase and rule the answers that make it come true")
    .addOption(new Option("--format <FORMAT>", "how to print").choices(["text", "json"]).default("text"))
    .action(async (files: string[], options: CheckOptions) => {
      const { runCheck } = await import("./run-check.ts");
      finish(await runCheck(io, files, options));
    });
