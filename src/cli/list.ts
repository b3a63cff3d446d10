// cxm list: the bundled questionnaires, to choose from.
import { Command, Option } from "commander";
import { words } from "../locales/en/words.ts";
import { type CatalogEntry, catalog } from "../questionnaire/catalog.ts";
import { plainStyle } from "../render/view.ts";
import { createWriter } from "../render/writer.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandName, type Io, widthOf } from "./io.ts";

export const list = (io: Io, finish: (code: number) => void): Command =>
  new Command("list")
    .description("List the bundled questionnaires")
    .addOption(new Option("--format <FORMAT>", "how to print").choices(["text", "json"]).default("text"))
    .action((options: { format: "text" | "json" }) => {
      const entries = catalog();
      io.stdout.write(options.format === "json" ? `${JSON.stringify(entries, null, 2)}\n` : render(entries, io));
      finish(exitCodes.done);
    });

function render(entries: CatalogEntry[], io: Io): string {
  const writer = createWriter(plainStyle, widthOf(io.stdout));
  for (const [at, { id, version, title, summary, criteria, minutes }] of entries.entries()) {
    if (at > 0) writer.gap();
    writer.paragraph(`${id} ${version}`, { indent: "" });
    for (const text of [title, summary, words.cli.size(criteria, minutes)]) writer.paragraph(text);
  }
  writer.gap();
  writer.paragraph(words.cli.afterList(commandName(io)), { indent: "" });
  return writer.text();
}
