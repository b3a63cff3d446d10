// The terminal summary: page one in plain lines that read from top to bottom, wrapped to the terminal's width.
import type { Evaluation } from "../model/evaluation.ts";
import { type Brief, createBrief } from "./brief.ts";
import { clean } from "./clean.ts";
import { printInterval } from "./figures.ts";
import type { View } from "./view.ts";
import { createWriter, type Writer } from "./writer.ts";

export function renderText(view: View, evaluation: Evaluation): string {
  const brief = createBrief(view, evaluation);
  const { words, style, width, questionnaire } = view;
  const { heading } = words;
  const writer = createWriter(style, width);
  writer.line(style.strong(clean(brief.subject)));
  writer.line(style.faint(words.footer(questionnaire.title, questionnaire.version)));
  const more = (count: number) => (count > 0 ? words.more(count) : "");
  writePhase(view, writer, brief);
  writer.section(heading.howSure, () => {
    for (const sentence of brief.sure) writer.paragraph(sentence);
    if (evaluation.index.low !== null) writer.paragraph(words.index(printInterval(words, evaluation.index)));
  });
  const { step, partner } = brief;
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
      if (questionnaire.disclosure) writer.paragraph(style.faint(questionnaire.disclosure));
    });
  }
  writer.items(heading.recommendations, brief.recommendations);
  writer.items(heading.warnings, brief.warnings, style.warn);
  if (brief.blocks.length > 0) {
    writer.section(heading.blocks, () => {
      for (const block of brief.blocks) {
        writer.paragraph(block.heading);
        writer.bullets(block.items);
      }
    });
  }
  writer.items(heading.firstWork, brief.work, undefined, more(brief.workLeft), at => `${at + 1}. `);
  writer.items(heading.unknown, brief.unknown, undefined, more(brief.unknownLeft));
  return writer.text();
}

function writePhase({ style, words }: View, writer: Writer, { phase, provisional }: Brief): void {
  writer.line("");
  if (!phase) return writer.paragraph(words.noPhase, "");
  const marks = [phase.status, provisional ? words.provisionalMark : ""].filter(Boolean).join(", ");
  writer.paragraph(style.heading(`${phase.name}: ${phase.title}${marks ? ` (${marks})` : ""}`), "");
  for (const text of [phase.definition, ...phase.notes].filter(Boolean)) writer.paragraph(text);
}
