// What the verdict rests on: the reasons for the step, the conditions of each phase, capabilities, departments, the profile.
import type { Condition, Weight } from "../../model/condition.ts";
import type { CriterionView, Evaluation, Range } from "../../model/evaluation.ts";
import { highestOf } from "../../questionnaire/outline.ts";
import { cleanMarkdown as md } from "../clean.ts";
import { digitsOf, indexText, printInterval } from "../figures.ts";
import { gridBlocks } from "../grid.ts";
import { bar, bullets, paragraph, table } from "../page.ts";
import { reasonText } from "../reason.ts";
import type { View } from "../view.ts";
import type { Material } from "./material.ts";

export function reasons({ view, evaluation, brief }: Material): string[] {
  const { report } = view.words;
  const { titles } = view;
  const { signals, criteria, verdict } = evaluation;
  const possible = verdict.possible.steps;
  const why = (brief.step?.why ?? []).map(text => `${text[0]!.toUpperCase()}${text.slice(1)}.`);
  const levelOf = (id: string) => criteria.find(one => one.id === id)!.level;
  const others = (evaluation.nextStep?.passedOver ?? []).map(step =>
    report.notThisStep(
      titles.title("step", step.id),
      step.because.map(reason => reasonText(view, evaluation, reason)),
    ),
  );
  const telling = signals.some(({ state }) => state !== "fails");
  const rows = signals.map(({ id, state, criteria: seen }) => [
    md(titles.title("signal", id)),
    report.presence[state],
    md(seen.map(one => report.seenIn(titles.itemTitle(one), levelOf(one))).join(", ")),
  ]);
  return [
    ...(why.length + others.length > 0 ? [bullets([...why, ...others].map(md))] : []),
    ...(brief.partner ? [paragraph(md(brief.partner.closest))] : []),
    ...(possible.length > 1 ? [paragraph(md(report.possible(possible.map(id => titles.title("step", id)))))] : []),
    ...(telling
      ? [paragraph(report.signals), table([report.column.signal, report.column.state, report.column.seenIn], rows)]
      : []),
  ];
}

export function gates({ view, evaluation }: Material): string[] {
  const { titles, words, questionnaire } = view;
  const { report } = words;
  const { column } = report;
  if (evaluation.phases.length === 0) return [];
  const levelOf = (id: string) => evaluation.criteria.find(one => one.id === id)?.level ?? null;
  const lacking = ({ blockedBy, openBy, needs }: (typeof evaluation.gates)[number]) => {
    const named = (id: string) => {
      const level = levelOf(id);
      const needed = needs.find(({ criterion }) => criterion === id)?.level;
      if (needed === undefined) return words.quote(titles.itemTitle(id));
      return level === null
        ? report.needs(titles.itemTitle(id), needed)
        : report.has(titles.itemTitle(id), level, needed);
    };
    return [
      blockedBy.length > 0 ? report.tooLow(blockedBy.map(named)) : "",
      openBy.length > 0 ? report.stillOpen(openBy.map(named)) : "",
    ].filter(Boolean);
  };
  const phase = questionnaire.words?.phase ?? words.phaseWord;
  return [
    table(
      [phase, column.entered, ...(view.hasStatus ? [column.established] : [])].map(md),
      evaluation.phases.map(({ id, entered, established }) => [
        md(view.phaseName(id)),
        report.reached[entered],
        ...(view.hasStatus ? [established === null ? report.noSecondStatus : report.reached[established]] : []),
      ]),
    ),
    ...ways(view),
    ...notYet(view, evaluation),
    ...(evaluation.gates.length > 0 ? [paragraph(report.ladder)] : []),
    bullets(
      evaluation.gates.map(gate => {
        const missing = gate.state === "holds" ? [] : lacking(gate);
        return [`**${md(titles.title("gate", gate.id))}: ${report.standing[gate.state]}.**`, ...missing.map(md)].join(
          " ",
        );
      }),
    ),
  ];
}

/** Without gates: what keeps the next phase from being reached. */
function notYet(view: View, evaluation: Evaluation): string[] {
  const next = evaluation.phases.find(({ entered }) => entered !== "holds");
  if (!next || evaluation.gates.length > 0 || next.because.length === 0) return [];
  const why = next.because.map(reason => reasonText(view, evaluation, reason));
  return [paragraph(md(view.words.report.notYet(view.phaseName(next.id), why)))];
}

/** What each phase is entered and established with, where conditions that have a name say all of it. */
function ways(view: View): string[] {
  const { takes } = view.words.report;
  const sentences = (view.questionnaire.phases ?? []).flatMap(({ id, entered, established }) => {
    const parts = { entered: entered && wayOf(view, entered), established: established && wayOf(view, established) };
    return (["entered", "established"] as const).flatMap(status =>
      parts[status] ? [takes[status](view.phaseName(id), parts[status])] : [],
    );
  });
  return sentences.length > 0 ? [bullets(sentences.map(md))] : [];
}

function wayOf(view: View, condition: Condition): string | null {
  const { takes } = view.words.report;
  if ("gate" in condition) return view.words.quote(view.titles.title("gate", condition.gate));
  if ("reached" in condition)
    return takes.before(view.phaseName(condition.reached), condition.status === "established");
  const figure = "measure" in condition ? condition.measure : "dimension" in condition ? condition.dimension : null;
  if (figure !== null && "atLeast" in condition && typeof condition.atLeast === "number")
    return takes.atLeast(view.titles.figureTitle(figure), view.words.decimal(condition.atLeast));
  if (!("all" in condition || "any" in condition)) return null;
  const parts = ("all" in condition ? condition.all : condition.any).map(part => wayOf(view, part));
  if (parts.includes(null)) return null;
  return takes["all" in condition ? "all" : "any"](parts as string[]);
}

/** "███░ 3 of 4", or an interval while answers are missing. */
function levelBar(view: View, { low, high }: Range, top: number): string {
  const { report } = view.words;
  if (low === null || high === null) return report.none;
  const figure = low === high ? report.level(low, top) : report.levelRange(low, high, top);
  return report.bar(bar({ low, high }, top, top), figure);
}

export function capabilities({ view, evaluation }: Material): string[] {
  const { titles, questionnaire, words } = view;
  const { column } = words.report;
  if (evaluation.capabilities.length === 0) return [];
  const rows = evaluation.capabilities.map(({ id, low, high }) => {
    const members = questionnaire.capabilities!.find(one => one.id === id)!.criteria;
    const views = evaluation.criteria.filter(one => members.includes(one.id));
    const top = Math.max(...members.map(member => highestOf(questionnaire, titles.criterion(member))));
    const weakest = views.filter(one => one.level !== null && one.level === low && members.length > 1);
    return [
      md(titles.title("capability", id)),
      levelBar(view, { low, high }, top),
      md(weakest.map(one => titles.itemTitle(one.id)).join(", ")),
    ];
  });
  const named = rows.some(row => row[2] !== "");
  const head = [column.capability, column.level, ...(named ? [column.lowest] : [])];
  return [table(head, named ? rows : rows.map(row => row.slice(0, 2)))];
}

export function departments({ view, evaluation }: Material): string[] {
  const { titles, questionnaire, words } = view;
  const { column } = words.report;
  const rows = evaluation.stakeholders.flatMap(({ role, state }) => {
    const { core, full } = questionnaire.stakeholders!.departments.find(one => one.role === role)!;
    return [...core, ...full].map(id => [
      md(titles.title("role", role)),
      words.stakeholder[state],
      md(titles.itemTitle(id)),
      criterionBar(view, evaluation.criteria.find(one => one.id === id)!),
    ]);
  });
  if (rows.length === 0) return [];
  const { served, partly } = questionnaire.stakeholders!;
  return [
    table([column.department, column.state, column.outcome, column.level], rows),
    paragraph(words.report.states(served, partly)),
  ];
}

function criterionBar(view: View, { id, level, state }: CriterionView): string {
  const top = highestOf(view.questionnaire, view.titles.criterion(id));
  if (level !== null) return levelBar(view, { low: level, high: level }, top);
  const { report } = view.words;
  return state === "na" ? report.doesNotApply : report.notKnown;
}

export function scores({ view, evaluation }: Material): string[] {
  const { titles, questionnaire, words } = view;
  const { report } = words;
  const { column } = report;
  const weightOf = (weight: Weight): string => {
    if (typeof weight === "number") return words.decimal(weight);
    const figure = evaluation.measures.find(({ id }) => id === weight.measure)!;
    return printInterval(words, figure, digitsOf(figure));
  };
  const rows = evaluation.dimensions.map((dimension, at) => [
    md(titles.title("dimension", dimension.id)),
    weightOf(questionnaire.dimensions[at]!.weight ?? 1),
    dimension.low === null ? report.none : report.bar(bar(dimension, 100, 10), printInterval(words, dimension)),
    report.answeredOf(dimension.answered, dimension.total),
  ]);
  return [
    ...(evaluation.index.low === null ? [] : [paragraph(indexText(view, evaluation))]),
    table([column.dimension, column.weight, column.score, column.answered], rows, [1]),
  ];
}

export function profile({ view, evaluation, brief }: Material): string[] {
  if (!brief.profile) return [];
  const { report } = view.words;
  const meanOf = (at: number): string => {
    const { mean, meanLow, meanHigh } = evaluation.dimensions.find(({ id }) => id === evaluation.profile[at]!.id)!;
    return printInterval(view.words, { value: mean, low: meanLow, high: meanHigh }, 2);
  };
  const lacking = evaluation.profile.flatMap(({ id, because }) =>
    because.length > 0
      ? [
          report.keeps(
            view.titles.title("dimension", id),
            because.map(reason => reasonText(view, evaluation, reason)),
          ),
        ]
      : [],
  );
  const { title, text, parts } = brief.profile;
  const { column } = report;
  return [
    paragraph(`**${md(title)}.** ${md(text)}`),
    table(
      [column.dimension, column.state, column.mean],
      parts.map(({ text, detail }, at) => [md(text), md(detail), meanOf(at)]),
      [2],
    ),
    ...(lacking.length > 0 ? [bullets(lacking.map(md))] : []),
  ];
}

export const grids = ({ view, evaluation }: Material): string[] =>
  evaluation.grids.flatMap(grid => {
    const { title, question } = view.titles.grid(grid.id);
    return [paragraph(`**${md(title)}.** ${md(question)}`), ...gridBlocks(view, evaluation, grid)];
  });
