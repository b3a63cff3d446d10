// Page one, for a leader with two minutes: where we are and how sure, the one next step and the decision asked, the partner, the
// money, who is served, what to do first. Each section gives no blocks when it has nothing to say.
import { cleanMarkdown as md } from "../clean.ts";
import { indexText, printMoney } from "../figures.ts";
import { bullets, numbered, paragraph, table } from "../page.ts";
import type { Material } from "./material.ts";

const label = (name: string, text: string): string[] => (text ? [paragraph(`**${name}** ${md(text)}`)] : []);

export function where({ view, evaluation, brief }: Material): string[] {
  const { phase } = brief;
  const { phases, index: figure } = evaluation;
  // Where phases decide, the index could be taken for the verdict; it stands further down.
  const index = phases.length > 0 || figure.low === null ? [] : [indexText(view, evaluation)];
  const titled = phase
    ? [`**${md(phase.name)}: ${md(phase.title)}.** ${md([phase.definition, ...phase.notes].join(" "))}`]
    : [];
  return [
    ...titled.map(paragraph),
    ...(phase || phases.length === 0 ? [] : [paragraph(md(view.words.noPhase))]),
    paragraph(md([...brief.sure, ...index].join(" "))),
    ...states({ view, evaluation, brief }),
    ...served({ view, evaluation, brief }),
    ...brief.grids.flatMap(({ title, sentences, items }) =>
      label(`${md(title)}:`, [...sentences, ...items.map(({ text }) => `${text}.`)].join(" ")),
    ),
    ...label(
      view.words.report.warnings,
      brief.warnings.length > 0 ? `${view.words.report.list(brief.warnings.map(({ text }) => text))}.` : "",
    ),
    ...(brief.provisional ? settling({ view, evaluation, brief }) : []),
    ...(brief.figures.length > 0
      ? [bullets(brief.figures.map(({ text, detail }) => md(`${text}. ${detail}`.trim())))]
      : []),
  ];
}

/** The parts of the profile by their state, the best first. */
function states({ view, brief: { profile } }: Material): string[] {
  if (!profile) return [];
  const groups = [...new Set(profile.parts.map(({ detail }) => detail))];
  const order = [...(view.questionnaire.profile?.states ?? []).map(({ title }) => title), view.words.notKnown];
  groups.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const told = groups.map(state => {
    const parts = profile.parts.filter(({ detail }) => detail === state).map(({ text }) => text);
    return view.words.report.parts(state, parts);
  });
  return label(`${md(profile.title)}:`, told.join(" "));
}

function served({ view, evaluation: { stakeholders } }: Material): string[] {
  const { words, titles } = view;
  const states = Object.keys(words.stakeholder) as (keyof typeof words.stakeholder)[];
  const groups = states.flatMap(state => {
    const roles = stakeholders.filter(one => one.state === state).map(({ role }) => titles.title("role", role));
    return roles.length > 0 ? [words.report.state(words.stakeholderHeading[state], roles)] : [];
  });
  return label(words.report.departments, groups.join(" "));
}

const mostToSettle = 5;

function settling({ view, evaluation }: Material): string[] {
  const { report, more } = view.words;
  const asked = evaluation.verdict.decidedBy.map(({ criterion, fact, grid, roles }) =>
    report.ask(view.titles.itemTitle((criterion ?? fact ?? grid)!), view.titles.roles(roles)),
  );
  if (asked.length === 0) return [];
  const rest = asked.length - mostToSettle;
  return label(report.settle, `${report.list([...asked.slice(0, mostToSettle), ...(rest > 0 ? [more(rest)] : [])])}.`);
}

export function next({ view, evaluation, brief: { step } }: Material): string[] {
  if (!step) return [];
  const { words } = view;
  const open = evaluation.verdict.possible.steps.length > 1;
  return [
    ...(open ? [paragraph(`*${words.report.soFar}*`)] : []),
    paragraph(`**${md(step.title)}.** ${md([step.text, ...step.notes].join(" "))}`),
    paragraph(
      [
        step.decision ? `**${words.decision}** ${md(step.decision)}` : "",
        step.customers ? `**${words.customers}** ${md(step.customers)}` : "",
      ]
        .filter(Boolean)
        .join(" "),
    ),
  ];
}

export const recommendations = ({ brief }: Material): string[] =>
  brief.recommendations.length > 0
    ? [bullets(brief.recommendations.map(({ text, detail }) => `**${md(text)}.** ${md(detail)}`))]
    : [];

export function partner({ view, evaluation, brief: { partner } }: Material): string[] {
  if (!partner) return [];
  const { words, questionnaire } = view;
  const { report } = words;
  return [
    paragraph(
      [
        `**${md(partner.title)}.** ${md(partner.action)}`,
        partner.lookFor.length > 0 ? `**${report.shows}** ${md(report.list(partner.lookFor))}.` : "",
        partner.avoid ? `**${report.avoid}** ${md(partner.avoid)}` : "",
      ].join(" "),
    ),
    ...(partner.questions.length > 0
      ? [`**${report.questions[evaluation.partner?.action ?? "unknown"]}**`, numbered(partner.questions.map(md))]
      : []),
    ...label(report.redFlags, partner.redFlags.join(" ")),
    ...(questionnaire.disclosure ? [paragraph(`*${md(questionnaire.disclosure)}*`)] : []),
  ];
}

export function money({ view, evaluation: { cost, facts }, brief }: Material): string[] {
  const model = view.questionnaire.cost;
  if (!cost || !model || !brief.money) return [];
  const { words } = view;
  if (cost.rows.length === 0 || cost.tooLarge) return [paragraph(md(brief.money.join(" ")))];
  const print = (figure: number | null | undefined) =>
    figure === null || figure === undefined ? words.noFigure : printMoney(words, figure, model.unit);
  const today = facts.find(({ id }) => id === model.scale)?.value;
  const rows = cost.rows.map(({ at, now, after }) => {
    const [before, later] = [now[model.total] ?? null, after[model.total] ?? null];
    const less = before === null || later === null ? null : Math.round(before) - Math.round(later);
    return [at === today ? words.cost.rowToday(print(at)) : print(at), print(before), print(later), print(less)].map(
      md,
    );
  });
  const head = [view.titles.title("fact", model.scale), words.cost.now, words.cost.after, words.report.difference];
  const told = [...brief.money, model.text ?? ""].join(" ");
  return [table(head.map(md), rows, [0, 1, 2, 3]), paragraph(md(told))];
}

export const first = ({ brief: { work } }: Material): string[] =>
  work.length > 0 ? [numbered(work.map(({ text, goal }) => `**${md(text)}.** ${md(goal)}`))] : [];
