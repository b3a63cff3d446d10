// A whole questionnaire to read in a terminal: what it is for, who answers, every question with its levels. In: a view. Out: lines.
import type { Grid } from "../model/grid.ts";
import type { Criterion } from "../model/questionnaire.ts";
import { criteriaOf, levelsOf } from "../questionnaire/outline.ts";
import type { View } from "./view.ts";
import { createWriter, type Writer } from "./writer.ts";

export function overview(view: View): string {
  const { questionnaire, words } = view;
  const writer = createWriter(view.style, view.width);
  const { id, version, title, summary, origin, disclosure, instruction, minutes = {}, dimensions } = questionnaire;
  const criteria = criteriaOf(questionnaire);
  const facts = questionnaire.facts ?? [];
  writer.paragraph(`${title} (${id} ${version})`, { indent: "", mark: view.style.strong });
  writer.paragraph(summary);
  writer.paragraph(words.cli.size(criteria.length, facts.length, minutes.respondent ?? null, minutes.workshop ?? null));
  if (instruction) writer.paragraph(instruction);
  if (origin) {
    writer.section(words.cli.origin, () => {
      for (const text of [origin, ...(disclosure ? [disclosure] : [])]) writer.paragraph(text);
    });
  }
  writer.items(
    words.cli.roles,
    questionnaire.roles.map(({ id, title, outside }) => {
      const asked = criteria.filter(({ roles }) => roles.includes(id));
      const best = asked.filter(({ roles }) => roles[0] === id);
      const count = asked.length > 0 ? words.cli.asked(asked.length, best.length) : "";
      return { text: title, detail: [count, outside ? words.cli.outside : ""].filter(Boolean).join(" ") };
    }),
  );
  writer.items(
    words.cli.facts,
    facts.map(({ id, question }) => ({ text: question, detail: id })),
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

function writeCriterion({ questionnaire, style, titles, words }: View, writer: Writer, criterion: Criterion): void {
  const below = (text: string) => writer.paragraph(text, { indent: "    ", mark: style.faint });
  writer.gap();
  writer.paragraph(`${criterion.question} (${criterion.id})`, { mark: style.strong });
  if (criterion.help) writer.paragraph(criterion.help, { indent: "    " });
  if (criterion.why) below(words.cli.why(criterion.why));
  for (const [level, { text }] of levelsOf(questionnaire, criterion).entries()) {
    writer.paragraph(text, { indent: `    ${level}  `, hanging: "       " });
  }
  for (const { text } of criterion.options ?? []) writer.paragraph(text, { indent: "    [ ]  ", hanging: "         " });
  below(words.cli.whoAnswers(titles.roles(criterion.roles)));
  if (criterion.evidence) below(words.cli.evidence(criterion.evidence));
  if (criterion.na) below(words.cli.naWhen(criterion.na));
}

function writeGrid({ style, titles, words }: View, writer: Writer, grid: Grid): void {
  const listed = (title: string, items: string[]) => {
    writer.gap();
    writer.paragraph(title, { mark: style.strong });
    for (const item of items) writer.paragraph(item, { indent: "    ", hanging: "      " });
  };
  writer.section(grid.title, () => {
    writer.paragraph(`${grid.question} (${grid.id})`, { mark: style.strong });
    if (grid.help) writer.paragraph(grid.help);
    writer.paragraph(words.cli.whoAnswers(titles.roles(grid.roles)), { mark: style.faint });
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
