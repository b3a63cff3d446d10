// cxm new ID: a commented starter questionnaire that passes `check`, or a bundled one to begin from.
import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { scalar } from "../assessment/scalar.ts";
import { languages, usualLanguage, type Words } from "../locales/index.ts";
import { nearest } from "../nearest.ts";
import { packageRoot } from "../package.ts";
import { problem, UserError } from "../problem.ts";
import { catalog } from "../questionnaire/catalog.ts";
import { clean } from "../render/clean.ts";
import type { MakeCommand } from "./commands.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandName, isAsked } from "./io.ts";
import { type OutputOptions, withOutput } from "./output-options.ts";

interface NewOptions extends OutputOptions {
  from?: string;
}

const starterId = "my-questionnaire";

export const create: MakeCommand = (io, finish, { new: told, writing, missing }) =>
  withOutput(
    writing,
    new Command("new").description(told.description).argument("[ID]", told.id).option("--from <ID>", told.from),
    told.output,
  ).action(async (named: string | undefined, options: NewOptions, command: Command) => {
    if (named === undefined && !isAsked(io)) command.error(missing("ID"));
    const words = await languages[usualLanguage].words();
    const begun =
      named === undefined ? await asked(words.cli.beginning, options.from) : { id: named, from: options.from };
    if (begun === null) return finish(exitCodes.cancelled);
    const { id, from } = begun;
    if (!isId(id)) {
      throw new UserError([problem("option-value", null, { option: "ID", value: id, known: [], suggestion: null })]);
    }
    const file = options.output ?? `${id}.yaml`;
    if (file !== "-" && existsSync(file) && !options.force) {
      throw new UserError([problem("exists-already", { file }, {})]);
    }
    const { openOutput } = await import("./output.ts");
    const write = await openOutput(io, { ...options, output: file });
    write(from === undefined ? starter(id) : copyOf(from, id));
    if (file !== "-") io.stderr.write(`${words.cli.created(commandName(io), clean(file))}\n`);
    finish(exitCodes.done);
  });

const isId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text);

interface Begun {
  id: string;
  from: string | undefined;
}

/** What nobody named on the command line; null where they leave. */
async function asked(beginning: Words["cli"]["beginning"], from: string | undefined): Promise<Begun | null> {
  const { askText, choose } = await import("../terminal/ask.ts");
  const id = await askText(beginning.id, starterId, text => isId(text) || beginning.badId);
  if (id === null || from !== undefined) return id === null ? null : { id, from };
  const bundled = catalog().map(({ id, title }) => ({ name: `${id}: ${title}`, value: id }));
  const chosen = await choose(beginning.from, [{ name: beginning.starter, value: "" }, ...bundled]);
  return chosen === null ? null : { id, from: chosen === "" ? undefined : chosen };
}

const textOf = (path: string): string => readFileSync(new URL(path, packageRoot), "utf8");

const starter = (id: string): string => withId(textOf("dist/starter.yaml").replaceAll(starterId, id), id);

/** With its comments, claims and origin; what places it among the bundled ones stays behind. */
function copyOf(from: string, id: string): string {
  const known = catalog().map(entry => entry.id);
  if (!known.includes(from)) {
    const suggestion = nearest(from, known);
    throw new UserError([problem("option-value", null, { option: "--from", value: from, known, suggestion })]);
  }
  const { version } = catalog().find(entry => entry.id === from)!;
  const text = textOf(`questionnaires/${from}/questionnaire.yaml`)
    .replace(/^# yaml-language-server:.*\n/, `# Begun from ${from} ${version}.\n`)
    .replace(/^version:.*$/m, 'version: "0.1.0"')
    .replace(/^place:.*\n/m, "");
  return withId(text, id);
}

/** In quotes where YAML would take it for something else than a text. */
const withId = (text: string, id: string): string =>
  text.replace(/^id:.*$/m, `id: ${scalar(id, { json: false, flow: false, quotes: "plain" })}`);
