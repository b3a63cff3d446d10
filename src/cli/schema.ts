// cxm schema NAME: a published JSON Schema, for editors and other programs.
import { readFileSync } from "node:fs";
import { Argument, Command } from "commander";
import { packageRoot } from "../package.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { emit } from "./output.ts";

const schemaNames = ["questionnaire", "assessment", "evaluation"] as const;

export const schema = (io: Io, finish: (code: number) => void): Command =>
  new Command("schema")
    .description("Print a JSON Schema: for completion in an editor, or for a program that reads evaluations")
    .addArgument(new Argument("<NAME>", "which one").choices(schemaNames))
    .option("-o, --output <FILE>", "write there instead of to the standard output")
    .action((name: string, options: { output?: string }) => {
      emit(io, readFileSync(new URL(`dist/schemas/${name}.schema.json`, packageRoot), "utf8"), options.output);
      finish(exitCodes.done);
    });
