// cxm schema NAME: a published JSON Schema, for editors and other programs, or the same as a page to read.
import { readFileSync } from "node:fs";
import { Argument, Command, Option } from "commander";
import { languages, usualLanguage } from "../locales/index.ts";
import { packageRoot } from "../package.ts";
import type { MakeCommand } from "./commands.ts";
import { exitCodes } from "./exit-codes.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

const schemaNames = ["questionnaire", "assessment", "evaluation"] as const;

export const schema: MakeCommand = (io, finish, { schema: told, writing }) =>
  withOutput(
    writing,
    new Command("schema")
      .description(told.description)
      .addArgument(new Argument("<NAME>", told.name).choices(schemaNames))
      .addOption(new Option("--format <FORMAT>", told.format).choices(["json", "markdown"]).default("json")),
  ).action(async (name: string, options: OutputOptions & { format: "json" | "markdown" }) => {
    const { openOutput } = await import("./output.ts");
    const write = await openOutput(io, options);
    const json = readFileSync(new URL(`dist/schemas/${name}.schema.json`, packageRoot), "utf8");
    write(options.format === "json" ? json : await page(json));
    finish(exitCodes.done);
  });

/** Loaded only here: no other run needs the generator or its words. */
async function page(json: string): Promise<string> {
  const { reference } = await import("../render/reference/index.ts");
  return reference(JSON.parse(json), await languages[usualLanguage].reference());
}
