// cxm schema NAME: a published JSON Schema, for editors and other programs, or the same as a page to read.
import { readFileSync } from "node:fs";
import { Argument, Command, Option } from "commander";
import { packageRoot } from "../package.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

const schemaNames = ["questionnaire", "assessment", "evaluation"] as const;

export const schema = (io: Io, finish: (code: number) => void): Command =>
  withOutput(
    new Command("schema")
      .description("Print a JSON Schema: for completion in an editor, or for a program that reads evaluations")
      .addArgument(new Argument("<NAME>", "which one").choices(schemaNames))
      .addOption(
        new Option("--format <FORMAT>", "how to print; markdown is a page to read")
          .choices(["json", "markdown"])
          .default("json"),
      ),
  ).action(async (name: string, options: OutputOptions & { format: "json" | "markdown" }) => {
    const { openOutput } = await import("./output.ts");
    const write = await openOutput(io, options);
    const json = readFileSync(new URL(`dist/schemas/${name}.schema.json`, packageRoot), "utf8");
    write(options.format === "json" ? json : await page(json));
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
