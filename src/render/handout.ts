// A questionnaire as a hand-out to fill in on paper, in markdown. In: its texts and the words. Out: every question with boxes to tick
// and room to write. Rule kept: nothing that decides (phases, gates, weights, which questions count most) is told to those who answer.
import type { HandoutWords } from "../locales/index.ts";
import type { Criterion, Fact } from "../model/questionnaire.ts";
import { criteriaOf, levelsOf } from "../questionnaire/outline.ts";
import { boundsText } from "./bounds.ts";
import { cleanMarkdown as md } from "./clean.ts";
import { gridFrame } from "./grid.ts";
import { boxes, bullets, heading, paragraph } from "./page.ts";
import type { View } from "./view.ts";

interface HandoutMaterial {
  view: View;
  words: HandoutWords;
}

type HandoutSection = (material: HandoutMaterial) => string[];

/** In the order of the page; one without blocks does not appear. */
const sections = { how, who, facts, questions, grids, glossary, talk, origin } satisfies Record<
  keyof HandoutWords["heading"],
  HandoutSection
>;

export function handout(view: View, words: HandoutWords): string {
  const { title, summary } = view.questionnaire;
  const blocks = Object.entries(sections).flatMap(([name, section]) => {
    const told = section({ view, words });
    return told.length > 0 ? [heading(2, words.heading[name as keyof typeof sections]), ...told] : [];
  });
  const fields = [...words.fields, words.lineOfBusiness].map(paragraph);
  return `${[heading(1, md(title)), paragraph(md(summary)), ...fields, ...blocks].join("\n\n")}\n`;
}

function how({ view, words }: HandoutMaterial): string[] {
  const { instruction } = view.questionnaire;
  return [...(instruction ? [paragraph(`**${md(instruction)}**`)] : []), bullets(words.how.map(md))];
}

function who({ view, words }: HandoutMaterial): string[] {
  const { questionnaire } = view;
  const { respondent = null, workshop = null } = questionnaire.minutes ?? {};
  const criteria = criteriaOf(questionnaire);
  const numbersOf = (asked: (criterion: Criterion) => boolean) =>
    criteria.flatMap((criterion, at) => (asked(criterion) ? [at + 1] : []));
  const lines = questionnaire.roles.flatMap(({ id, title, outside }) => {
    const all = numbersOf(({ roles }) => roles.includes(id));
    const best = numbersOf(({ roles }) => roles[0] === id);
    if (all.length === 0) return [];
    const remark = outside ? [words.outside] : [];
    return [`**${md(title)}**: ${md([words.asked(all, best, criteria.length), ...remark].join("; "))}`];
  });
  const minutes = words.minutes(respondent, workshop);
  return [...(minutes ? [paragraph(minutes)] : []), paragraph(words.rolesAre), bullets(lines)];
}

function facts({ view, words }: HandoutMaterial): string[] {
  return (view.questionnaire.facts ?? []).flatMap(fact => [
    paragraph(`**${md(fact.question)}**`),
    ...(fact.help ? [paragraph(md(fact.help))] : []),
    ...(fact.roles ? [bestBy(fact.roles, view, words)] : []),
    answerOf(fact, words),
  ]);
}

const answerOf = (fact: Fact, words: HandoutWords): string =>
  fact.type === "choice"
    ? boxes(fact.choices.map(({ title }) => md(title)))
    : paragraph(words.answer(md(boundsText(words.bounds, fact))));

const bestBy = (roles: string[], { titles }: View, words: HandoutWords): string =>
  paragraph(`*${md(words.best(titles.roles(roles)))}*`);

function questions({ view, words }: HandoutMaterial): string[] {
  let number = 0;
  return view.questionnaire.dimensions.flatMap(({ title, criteria }) => [
    heading(3, md(title)),
    ...criteria.flatMap(criterion => {
      number += 1;
      return [heading(4, `${number}. ${md(criterion.title)}`), ...question(criterion, view, words)];
    }),
  ]);
}

function question(criterion: Criterion, view: View, words: HandoutWords): string[] {
  const { question, help, why, roles, evidence, visible, options } = criterion;
  return [
    paragraph(`**${md(question)}**${options ? ` ${words.several}` : ""}`),
    ...(help ? [paragraph(md(help))] : []),
    ...(visible ? [paragraph(md(words.sometimes))] : []),
    ...(why ? [paragraph(`*${words.why}* ${md(why)}`)] : []),
    bestBy(roles, view, words),
    ...(evidence ? [paragraph(`*${words.show}* ${md(evidence)}`)] : []),
    boxes(answers(criterion, view, words)),
    paragraph(words.note),
  ];
}

function answers(criterion: Criterion, { questionnaire }: View, words: HandoutWords): string[] {
  const { options, na } = criterion;
  const levels = levelsOf(questionnaire, criterion).map(({ text }, level) => `**${words.level(level)}** ${md(text)}`);
  return [
    ...(options ? [...options.map(({ text }) => md(text)), words.none] : levels),
    words.unknown,
    ...(na === undefined ? [] : [`${md(words.na(na))} ${words.because}`]),
  ];
}

function grids({ view, words }: HandoutMaterial): string[] {
  return (view.questionnaire.grids ?? []).flatMap(grid => [
    heading(3, md(grid.title)),
    paragraph(`**${md(grid.question)}**`),
    ...(grid.help ? [paragraph(md(grid.help))] : []),
    bestBy(grid.roles, view, words),
    ...gridFrame(view, grid, ({ title }) => [md(title), ...grid.columns.map(() => "")]),
  ]);
}

function glossary({ view }: HandoutMaterial): string[] {
  const { glossary = [] } = view.questionnaire;
  return glossary.length > 0 ? [bullets(glossary.map(({ term, meaning }) => `**${md(term)}**: ${md(meaning)}`))] : [];
}

function talk({ view, words }: HandoutMaterial): string[] {
  const { reflection = [] } = view.questionnaire;
  return reflection.flatMap(({ text }) => [paragraph(`**${md(text)}**`), paragraph(words.talk)]);
}

function origin({ view, words }: HandoutMaterial): string[] {
  const { origin, disclosure, title, version } = view.questionnaire;
  const told = [origin, disclosure, words.version(title, version)];
  return told.flatMap(text => (text ? [paragraph(md(text))] : []));
}
