// The leader's page one as markdown (rubrics 2.10): where we are and how sure, the one next step, the partner, the money, who is
// served, the first five things to do. Every text that a person typed is escaped.
import type { Evaluation } from "../model/evaluation.ts";
import { type Brief, createBrief, type Item } from "./brief.ts";
import { cleanMarkdown as md } from "./clean.ts";
import { printInterval } from "./figures.ts";
import type { View } from "./view.ts";

export function renderMarkdown(view: View, evaluation: Evaluation): string {
  const { words, questionnaire } = view;
  const { heading } = words;
  const brief = createBrief(view, evaluation);
  const blocks: string[] = [
    `# ${md(brief.subject)}`,
    ...phaseBlocks(view, brief),
    `## ${heading.howSure}`,
    bullets([
      ...brief.sure,
      ...(evaluation.index.low === null ? [] : [words.index(printInterval(words, evaluation.index))]),
    ]),
    ...listSection(heading.figures, brief.figures),
    ...profileBlocks(view, brief),
    ...stepBlocks(view, brief),
    ...partnerBlocks(view, brief),
    ...listSection(heading.recommendations, brief.recommendations),
    ...moneyBlocks(view, brief),
    ...servedBlocks(view, brief),
    ...listSection(heading.warnings, brief.warnings),
    ...blocked(view, brief),
    ...(brief.work.length > 0 ? [`## ${heading.firstWork}`, numbered(brief.work), ...left(view, brief.workLeft)] : []),
    ...listSection(heading.unknown, brief.unknown),
    ...left(view, brief.unknownLeft),
    `*${md(words.footer(questionnaire.title, questionnaire.version))}*`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

const bullets = (texts: string[]): string => texts.map(text => `- ${md(text)}`).join("\n");
const itemText = ({ text, detail }: Item): string => (detail ? `**${md(text)}.** ${md(detail)}` : md(text));
const numbered = (items: Item[]): string => items.map((item, at) => `${at + 1}. ${itemText(item)}`).join("\n");
const left = ({ words }: View, count: number): string[] => (count > 0 ? [`*${words.more(count)}*`] : []);

function listSection(title: string, items: Item[]): string[] {
  return items.length > 0 ? [`## ${title}`, items.map(item => `- ${itemText(item)}`).join("\n")] : [];
}

function phaseBlocks({ words, questionnaire }: View, { phase, provisional }: Brief): string[] {
  if (questionnaire.phases === undefined) return [];
  if (!phase) return [`**${words.noPhase}**`];
  const marks = [phase.status, provisional ? words.provisionalMark : ""].filter(Boolean).join(", ");
  const name = `**${md(phase.name)}: ${md(phase.title)}**${marks ? ` (${marks})` : ""}`;
  return [`${name}  \n${md(phase.definition)}`, ...phase.notes.map(md)];
}

function stepBlocks({ words }: View, { step }: Brief): string[] {
  if (!step) return [];
  return [
    `## ${words.heading.nextStep}: ${md(step.title)}`,
    [step.text, ...step.notes].map(md).join(" "),
    step.why.length > 0 ? `**${words.because}** ${md(step.why.join("; "))}.` : "",
    step.decision ? `**${words.decision}** ${md(step.decision)}` : "",
    step.customers ? `**${words.customers}** ${md(step.customers)}` : "",
  ];
}

function partnerBlocks({ words, questionnaire }: View, { partner }: Brief): string[] {
  if (!partner) return [];
  const list = (title: string, texts: string[]) => (texts.length > 0 ? [`**${title}**`, bullets(texts)] : []);
  return [
    `## ${words.heading.partner}: ${md(partner.title)}`,
    md(partner.action),
    partner.avoid ? `**${words.avoid}** ${md(partner.avoid)}` : "",
    md(partner.closest),
    ...list(words.lookFor, partner.lookFor),
    ...list(words.questions, partner.questions),
    ...list(words.redFlags, partner.redFlags),
    questionnaire.disclosure ? `*${md(questionnaire.disclosure)}*` : "",
  ];
}

function moneyBlocks({ words, questionnaire }: View, { money }: Brief): string[] {
  if (!money) return [];
  const { cost } = words;
  return [
    `## ${words.heading.money}`,
    money.rows.length > 0
      ? table(
          [questionnaire.facts!.find(({ id }) => id === questionnaire.cost!.scale)!.title, cost.now, cost.after],
          money.rows.map(row => [row.at, row.now, row.after]),
          0,
        )
      : "",
    bullets(money.sentences),
    questionnaire.cost?.text && money.rows.length > 0 ? md(questionnaire.cost.text) : "",
  ];
}

function servedBlocks({ words }: View, { served }: Brief): string[] {
  if (served.length === 0) return [];
  return [
    `## ${words.heading.served}`,
    table(
      [words.table.department, words.table.state],
      served.map(({ text, detail }) => [text, detail]),
    ),
  ];
}

function profileBlocks({ words }: View, { profile }: Brief): string[] {
  if (!profile) return [];
  const rows = profile.parts.map(({ text, detail }) => [text, detail]);
  return [`## ${md(profile.title)}`, md(profile.text), table([words.table.part, words.table.state], rows)];
}

function blocked({ words }: View, { blocks }: Brief): string[] {
  if (blocks.length === 0) return [];
  return [
    `## ${words.heading.blocks}`,
    ...blocks.flatMap(({ heading, items }) => [md(heading), items.map(item => `- ${itemText(item)}`).join("\n")]),
  ];
}

/** Columns padded, so that the table also reads raw; from `rightFrom` on they are figures, set right. */
function table(head: string[], rows: string[][], rightFrom = head.length): string {
  const cells = [head, ...rows].map(row => row.map(md));
  const widths = head.map((_, column) => Math.max(3, ...cells.map(row => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column >= rightFrom ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column >= rightFrom ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join("\n");
}
