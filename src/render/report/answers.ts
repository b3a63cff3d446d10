// The appendix: every answer with the text of its level, who said what, notes and evidence.
import type { CriterionView, Evaluation, ResponseView } from "../../model/evaluation.ts";
import type { Criterion } from "../../model/questionnaire.ts";
import { clean, cleanMarkdown as md } from "../clean.ts";
import { bullets, heading, link, paragraph, table } from "../page.ts";
import type { View } from "../view.ts";
import type { Material } from "./material.ts";

export function facts({ view, evaluation }: Material): string[] {
  const { titles, words } = view;
  const { column, notGiven } = words.report;
  const given = evaluation.facts.filter(({ value }) => value !== null);
  const blank = evaluation.facts.filter(({ value }) => value === null);
  const told = given.some(({ by, date, note }) => by !== null || date !== null || note !== null);
  const source = ({ by, date, note }: Evaluation["facts"][number]) =>
    md(
      [[by ?? "", date === null ? "" : words.date(date)].filter(Boolean).join(", "), note ?? ""]
        .filter(Boolean)
        .join(": "),
    );
  const rows = given.map(fact => [
    md(titles.itemTitle(fact.id)),
    cut(view, view.factText(fact.id, fact.value)!),
    ...(told ? [source(fact)] : []),
  ]);
  const head = [column.fact, column.value, ...(told ? [column.givenBy] : [])];
  return [
    ...(rows.length > 0 ? [table(head, rows)] : []),
    ...(blank.length > 0 ? [paragraph(md(notGiven(blank.map(({ id }) => titles.itemTitle(id)))))] : []),
  ];
}

export function answers({ view, evaluation }: Material): string[] {
  return view.questionnaire.dimensions.flatMap(({ title, criteria }) => [
    heading(3, md(title)),
    ...criteria.flatMap(criterion => {
      const answer = evaluation.criteria.find(({ id }) => id === criterion.id)!;
      return [
        heading(4, md(criterion.title)),
        paragraph(`*${md(criterion.question)}*`),
        paragraph(counted(view, criterion, answer)),
        ...needed(view, evaluation, criterion.id),
        ...voices(view, answer),
        ...basis(view, criterion),
      ];
    }),
  ]);
}

function counted(
  view: View,
  { id, roles, weight = 1 }: Criterion,
  { state, level, answeredLevel, cappedBy, heard, agreed, responses }: CriterionView,
): string {
  const { titles, words } = view;
  const { answer } = words.report;
  const left = roles.filter(one => !responses.some(({ role }) => role === one));
  const ask = left.length > 0 ? answer.shouldAnswer(titles.roles(left)) : answer.nobodyLeft;
  const caps = cappedBy.map(cap => titles.title("cap", cap));
  const said = {
    answered:
      level === null
        ? ""
        : `**${answer.counts(level, titles.topLevel(id), words.decimal(weight))}** ${md(titles.levelText(id, level))}`,
    na: answer.na,
    unknown: `${answer.unknown} ${md(ask)}`,
    unanswered: `${answer.unanswered} ${md(ask)}`,
    hidden: answer.hidden,
  }[state];
  const counted = heard.filter(({ counts }) => counts);
  const differ = new Set(counted.map(({ median }) => median)).size > 1;
  const middle = counted.map(({ role, median }) =>
    answer.says(role === null ? answer.nobody : titles.title("role", role), median),
  );
  return [
    said.trim(),
    differ ? md(answer.middle(middle)) : "",
    caps.length > 0 && answeredLevel !== null ? md(answer.capped(answeredLevel, caps)) : "",
    agreed ? `${answer.agreed} ${cut(view, agreed.because)}` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The levels that conditions ask for. */
function needed({ titles, words }: View, { gates }: Evaluation, id: string): string[] {
  const { needed, neededFor } = words.report;
  const asked = gates.flatMap(({ id: gate, needs }) =>
    needs.filter(({ criterion }) => criterion === id).map(({ level }) => needed(level, titles.title("gate", gate))),
  );
  return asked.length > 0 ? [paragraph(md(neededFor(asked)))] : [];
}

function voices(view: View, { id, level, responses }: CriterionView): string[] {
  return responses.length > 0 ? [bullets(responses.map(response => voice(view, id, level, response)))] : [];
}

function voice(view: View, id: string, level: number | null, response: ResponseView): string {
  const { answer } = view.words.report;
  const { note, evidence = [] } = response;
  return [
    `**${md(speaker(view, response))}:** ${said(view, id, level, response)}`,
    ...(note === undefined ? [] : [`${answer.note} ${cut(view, note)}`]),
    ...evidence.map(({ text, url, date }) => {
      const name = text === undefined ? md(url ?? "") : cut(view, text);
      const linked = link(name, url);
      // An address that no link may lead to is still where the evidence lies.
      const shown = linked === name && text !== undefined && url !== undefined ? `${name} (${md(url)})` : linked;
      return `${answer.evidence} ${date === undefined ? shown : answer.evidenceOf(shown, view.words.date(date))}.`;
    }),
  ].join(" ");
}

function speaker({ titles, words }: View, { role, respondent, date, outside }: ResponseView): string {
  const { answer } = words.report;
  const name = role === null ? (respondent ?? answer.nobody) : titles.title("role", role);
  const who = answer.who(name, role === null ? "" : (respondent ?? ""), date === null ? "" : words.date(date));
  return outside ? answer.outside(who) : who;
}

/** The text of a level stands at the criterion already when it is the one that counts. */
function said(view: View, id: string, level: number | null, response: ResponseView): string {
  const { answer, list } = view.words.report;
  const { titles } = view;
  if (response.state === "na") return `${answer.doesNotApply} ${cut(view, response.reason ?? "")}`;
  if (response.state === "unknown") return answer.cannotSay;
  if (response.options) {
    const chosen = (titles.criterion(id).options ?? []).filter(one => response.options!.includes(one.id));
    return chosen.length > 0 ? `${md(list(chosen.map(({ text }) => text)))}.` : answer.noOptions;
  }
  if (response.level === level) return `${answer.level(level!)}.`;
  return `${answer.level(response.level!)}. ${md(titles.levelText(id, response.level!))}`;
}

function basis({ words }: View, { cites = [], inference }: Criterion): string[] {
  const { answer } = words.report;
  const parts = [cites.length > 0 ? answer.basis(cites.join(", ")) : "", inference ? answer.ours(inference) : ""];
  const text = parts.filter(Boolean).join(" ");
  return text ? [paragraph(`*${md(text)}*`)] : [];
}

const longest = 1000;

/** What a person typed, harmless; a text that would bury the rest is cut and says so. */
function cut({ words }: View, text: string): string {
  const whole = clean(text);
  if (whole.length <= longest) return md(whole);
  const start = whole.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
  const space = start.lastIndexOf(" ");
  const kept = space > longest / 2 ? start.slice(0, space) : start;
  return `${md(kept)} ${md(words.report.answer.cut(whole.length - kept.length))}`;
}
