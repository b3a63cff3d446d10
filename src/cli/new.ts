// cxm new ID: a commented starter questionnaire that passes `check`.
import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { words } from "../locales/en/words.ts";
import { packageRoot } from "../package.ts";
import { problem, UserError } from "../problem.ts";
import { clean } from "../render/clean.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandName, type Io } from "./io.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

const starterId = "my-questionnaire";

export const create = (io: Io, finish: (code: number) => void): Command =>
  withOutput(
    new Command("new")
      .description("Write a commented starter questionnaire that passes check")
      .argument("<ID>", "its id: letters, digits and hyphens"),
    "where to write it (default: ID.yaml; - for the standard output)",
  ).action(async (id: string, options: OutputOptions) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(id)) {
      throw new UserError([problem("option-value", null, { option: "ID", value: id, known: [], suggestion: null })]);
    }
    const file = options.output ?? `${id}.yaml`;
    if (file !== "-" && existsSync(file) && !options.force) {
      throw new UserError([problem("exists-already", { file }, {})]);
    }
    const { openOutput } = await import("./output.ts");
    const write = await openOutput(io, { ...options, output: file });
    write(readFileSync(new URL("dist/starter.yaml", packageRoot), "utf8").replaceAll(starterId, id));
    if (file !== "-") io.stderr.write(`${words.cli.created(commandName(io), clean(file))}\n`);
    finish(exitCodes.done);
  });
