// The terminal summary: page one in plain lines that read from top to bottom, wrapped to the terminal's width.
import type { Evaluation } from "../model/evaluation.ts";
import { type Brief, createBrief } from "./brief/index.ts";
import { indexText } from "./figures.ts";
import type { View } from "./view.ts";
import { createWriter, type Writer } from "./writer.ts";

export function renderText(view: View, evaluation: Evaluation): string {
  const brief = createBrief(view, evaluation);
  const { words, style, width, questionnaire } = view;
  const { heading } = words;
  const writer = createWriter(style, width);
  writer.paragraph(brief.subject, { indent: "", mark: style.strong });
  writer.paragraph(words.footer(questionnaire.title, questionnaire.version), { indent: "", mark: style.faint });
  const more = (count: number) => (count > 0 ? words.more(count) : "");
  writePhase(view, writer, brief);
  writer.section(heading.howSure, () => {
    for (const sentence of brief.sure) writer.paragraph(sentence);
    if (evaluation.index.low !== null) writer.paragraph(indexText(view, evaluation));
  });
  writer.items(heading.figures, brief.figures);
  const { profile, step, partner } = brief;
  if (profile) {
    writer.section(profile.title, () => {
      if (profile.text) writer.paragraph(profile.text);
      writer.bullets(profile.parts.map(({ text, detail }) => ({ text: words.figure(text, detail), detail: "" })));
    });
  }
  if (step) {
    writer.section(`${heading.nextStep}: ${step.title}`, () => {
      writer.paragraph(step.text);
      for (const note of step.notes) writer.paragraph(note);
      if (step.why.length > 0) writer.paragraph(`${words.because} ${step.why.join("; ")}.`);
      if (step.decision) writer.paragraph(`${words.decision} ${step.decision}`);
    });
  }
  if (partner) {
    writer.section(`${heading.partner}: ${partner.title}`, () => {
      writer.paragraph(partner.action);
      if (partner.avoid) writer.paragraph(`${words.avoid} ${partner.avoid}`);
      if (evaluation.partner?.runnerUp) writer.paragraph(partner.closest);
      if (questionnaire.disclosure) writer.paragraph(questionnaire.disclosure, { mark: style.faint });
    });
  }
  writer.items(heading.recommendations, brief.recommendations);
  writer.items(heading.warnings, brief.warnings, { mark: style.warn });
  for (const grid of brief.grids) {
    writer.section(grid.title, () => {
      for (const sentence of grid.sentences) writer.paragraph(sentence);
      writer.bullets(grid.items, { more: more(grid.left) });
    });
  }
  if (brief.blocks.length > 0) {
    writer.section(heading.blocks, () => {
      for (const block of brief.blocks) {
        writer.paragraph(block.heading);
        writer.bullets(block.items);
      }
    });
  }
  writer.items(heading.firstWork, brief.work, { more: more(brief.workLeft), numbered: true });
  writer.items(heading.unknown, brief.unknown, { more: more(brief.unknownLeft) });
  return writer.text();
}

function writePhase({ style, words, questionnaire }: View, writer: Writer, { phase, provisional }: Brief): void {
  if (questionnaire.phases === undefined) return;
  writer.gap();
  if (!phase) return writer.paragraph(words.noPhase, { indent: "" });
  const marks = [phase.status, provisional ? words.provisionalMark : ""].filter(Boolean).join(", ");
  writer.paragraph(`${phase.name}: ${phase.title}${marks ? ` (${marks})` : ""}`, { indent: "", mark: style.heading });
  for (const text of [phase.definition, ...phase.notes].filter(Boolean)) writer.paragraph(text);
}
