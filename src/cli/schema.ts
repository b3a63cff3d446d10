// cxm schema NAME: a published JSON Schema, for editors and other programs, or the same as a page to read.
import { readFileSync } from "node:fs";
import { Argument, Command, Option } from "commander";
import { packageRoot } from "../package.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { emit } from "./output.ts";

const schemaNames = ["questionnaire", "assessment", "evaluation"] as const;

export const schema = (io: Io, finish: (code: number) => void): Command =>
  new Command("schema")
    .description("Print a JSON Schema: for completion in an editor, or for a program that reads evaluations")
    .addArgument(new Argument("<NAME>", "which one").choices(schemaNames))
    .addOption(
      new Option("--format <FORMAT>", "how to print; markdown is a page to read")
        .choices(["json", "markdown"])
        .default("json"),
    )
    .option("-o, --output <FILE>", "write there instead of to the standard output")
    .action(async (name: string, { format, output }: { format: "json" | "markdown"; output?: string }) => {
      const json = readFileSync(new URL(`dist/schemas/${name}.schema.json`, packageRoot), "utf8");
      emit(io, format === "json" ? json : await page(json), output);
      finish(exitCodes.done);
    });

/** Loaded only here: no other run needs the generator or its words. */
async function page(json: string): Promise<string> {
  const [{ reference }, { reference: words }] = await Promise.all([
    import("../render/reference/index.ts"),
    import("../locales/en/reference.ts"),
  ]);
  return reference(JSON.parse(json), words);
}
