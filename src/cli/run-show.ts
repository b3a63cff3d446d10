// What show does: lays a whole questionnaire out for a reader.
import { words } from "../locales/en/words.ts";
import type { Grid } from "../model/grid.ts";
import type { Criterion, Questionnaire } from "../model/questionnaire.ts";
import { levelsOf } from "../questionnaire/outline.ts";
import { createView, type View } from "../render/view.ts";
import { createWriter, type Writer } from "../render/writer.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Io, widthOf } from "./io.ts";
import { openQuestionnaire } from "./open.ts";
import { styleFor } from "./view.ts";

export async function runShow(io: Io, name: string, format: "text" | "json"): Promise<number> {
  const questionnaire = await openQuestionnaire(name);
  const view = createView(questionnaire, words, await styleFor(io.stdout, io.env), widthOf(io.stdout));
  io.stdout.write(format === "json" ? `${JSON.stringify(questionnaire, null, 2)}\n` : render(view, questionnaire));
  return exitCodes.done;
}

function render(view: View, questionnaire: Questionnaire): string {
  const writer = createWriter(view.style, view.width);
  const { id, version, title, summary, origin, instruction, minutes, dimensions } = questionnaire;
  const size = dimensions.reduce((sum, { criteria }) => sum + criteria.length, 0);
  writer.paragraph(`${title} (${id} ${version})`, { indent: "", mark: view.style.strong });
  writer.paragraph(summary);
  writer.paragraph(words.cli.size(size, minutes?.respondent ?? null));
  if (instruction) writer.paragraph(instruction);
  if (origin) writer.section(words.cli.origin, () => writer.paragraph(origin));
  writer.items(
    words.cli.roles,
    questionnaire.roles.map(role => ({ text: role.title, detail: role.outside ? words.cli.outside : "" })),
  );
  writer.items(
    words.cli.facts,
    (questionnaire.facts ?? []).map(({ id, question }) => ({ text: question, detail: id })),
  );
  for (const dimension of dimensions) {
    writer.section(dimension.title, () => {
      for (const criterion of dimension.criteria) writeCriterion(view, writer, criterion);
    });
  }
  for (const grid of questionnaire.grids ?? []) writeGrid(view, writer, grid);
  const phases = questionnaire.phases ?? [];
  const word = questionnaire.words?.phases ?? words.cli.phases;
  writer.items(
    word,
    phases.map(({ id, title, definition = "" }) => ({ text: `${view.phaseName(id)}: ${title}`, detail: definition })),
  );
  writer.items(
    words.cli.steps,
    (questionnaire.steps ?? []).map(({ title }) => ({ text: title, detail: "" })),
  );
  writer.items(
    words.cli.glossary,
    (questionnaire.glossary ?? []).map(({ term, meaning }) => ({ text: term, detail: meaning })),
  );
  return writer.text();
}

function writeCriterion({ questionnaire, style, titles }: View, writer: Writer, criterion: Criterion): void {
  const below = (text: string) => writer.paragraph(text, { indent: "    ", mark: style.faint });
  writer.gap();
  writer.paragraph(`${criterion.question} (${criterion.id})`, { mark: style.strong });
  if (criterion.help) writer.paragraph(criterion.help, { indent: "    " });
  for (const [level, { text }] of levelsOf(questionnaire, criterion).entries()) {
    writer.paragraph(text, { indent: `    ${level}  `, hanging: "       " });
  }
  for (const { text } of criterion.options ?? []) writer.paragraph(text, { indent: "    [ ]  ", hanging: "         " });
  below(words.cli.whoAnswers(criterion.roles.map(role => titles.title("role", role))));
  if (criterion.evidence) below(words.cli.evidence(criterion.evidence));
  if (criterion.na) below(words.cli.naWhen(criterion.na));
}

function writeGrid({ style, titles }: View, writer: Writer, grid: Grid): void {
  const listed = (title: string, items: string[]) => {
    writer.gap();
    writer.paragraph(title, { mark: style.strong });
    for (const item of items) writer.paragraph(item, { indent: "    ", hanging: "      " });
  };
  writer.section(grid.title, () => {
    writer.paragraph(`${grid.question} (${grid.id})`, { mark: style.strong });
    if (grid.help) writer.paragraph(grid.help);
    writer.paragraph(words.cli.whoAnswers(grid.roles.map(role => titles.title("role", role))), { mark: style.faint });
    if (grid.evidence) writer.paragraph(words.cli.evidence(grid.evidence), { mark: style.faint });
    listed(
      words.cli.marks,
      grid.marks.map(({ id, title, text }) => words.grid.mark(id, title, text)),
    );
    listed(
      words.cli.parties,
      grid.columns.map(({ title, id }) => `${title} (${id})`),
    );
    for (const section of grid.sections) {
      const rows = grid.rows.filter(row => row.section === section.id);
      listed(
        section.title,
        rows.map(({ title, id }) => `${title} (${id})`),
      );
    }
    const checks = (grid.checks ?? []).map(({ title, text }) => words.figure(title, text));
    if (checks.length > 0) listed(words.cli.gridChecks, checks);
  });
}
