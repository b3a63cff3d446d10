// cxm list: the bundled questionnaires, to choose from: what each is for, how long it takes, who answers, where it comes from.
import { Command, Option } from "commander";
import { languages, usualLanguage, type Words } from "../locales/index.ts";
import { type CatalogEntry, catalog } from "../questionnaire/catalog.ts";
import { printJson } from "../render/json.ts";
import { plainStyle } from "../render/view.ts";
import { createWriter, type Writer } from "../render/writer.ts";
import type { MakeCommand } from "./commands.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandName, type Io, widthOf } from "./io.ts";

export const list: MakeCommand = (io, finish, { list: told }) =>
  new Command("list")
    .description(told.description)
    .addOption(new Option("--format <FORMAT>", told.format).choices(["text", "json"]).default("text"))
    .action(async (options: { format: "text" | "json" }) => {
      const entries = catalog();
      const words = await languages[usualLanguage].words();
      io.stdout.write(options.format === "json" ? printJson(entries) : render(words, entries, io));
      finish(exitCodes.done);
    });

function render(words: Words, entries: readonly CatalogEntry[], io: Io): string {
  const writer = createWriter(plainStyle, widthOf(io.stdout));
  const cxm = commandName(io);
  for (const [at, entry] of entries.entries()) {
    if (at > 0) writer.gap();
    writeEntry(words, writer, entry, cxm);
  }
  writer.gap();
  writer.paragraph(words.cli.afterList(cxm), { indent: "" });
  return writer.text();
}

function writeEntry(words: Words, writer: Writer, entry: CatalogEntry, cxm: string): void {
  const { id, version, title, summary, criteria, facts, minutes, workshop, roles, outside, origin, examples } = entry;
  const { list, size, inside, tryExample } = words.cli;
  const lines = [
    { label: list.size, text: size(criteria, facts, minutes, workshop) },
    { label: list.roles, text: inside(roles, outside) },
    { label: list.origin, text: origin === null ? "" : firstSentence(origin) },
    { label: list.examples, text: examples.length > 0 ? tryExample(examples, cxm) : "" },
  ].filter(({ text }) => text !== "");
  const column = Math.max(...lines.map(({ label }) => label.length)) + 4;
  writer.paragraph(`${id} ${version}`, { indent: "" });
  writer.paragraph(title);
  writer.paragraph(summary);
  for (const { label, text } of lines) {
    writer.paragraph(text, { indent: `  ${label}`.padEnd(column), hanging: " ".repeat(column) });
  }
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s+\p{Lu})/su.exec(text)?.[0] ?? text;
