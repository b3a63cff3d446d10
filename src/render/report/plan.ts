// What to do: the whole work of the next step in order, what can go beside it, what waits; the warnings; questions to talk about.
import { groupsOf, targetOf } from "../../questionnaire/outline.ts";
import { cleanMarkdown as md } from "../clean.ts";
import { bullets, heading, numbered, paragraph } from "../page.ts";
import { reasonText } from "../reason.ts";
import type { Material } from "./material.ts";

export function work({ view, evaluation }: Material): string[] {
  const { titles, questionnaire, words } = view;
  const { report } = words;
  const { groups, quickWins, parked } = evaluation.roadmap;
  const step = questionnaire.steps?.find(({ id }) => id === evaluation.nextStep?.id);
  const known = groupsOf(questionnaire, step);
  const usual = targetOf(questionnaire);
  const item = (id: string, target: number): string => {
    const { roles, effort = null, value = null } = titles.criterion(id);
    const level = evaluation.criteria.find(one => one.id === id)?.level ?? 0;
    const what = report.work(titles.itemTitle(id), titles.title("role", roles[0]!), effort, value);
    return `**${md(what)}** ${md(report.aim(level, target, titles.levelText(id, target)))}`;
  };
  let number = 1;
  const planned = groups.flatMap(({ id, target, criteria }) => {
    const from = number;
    number += criteria.length;
    const title = known.find(group => group.id === id)?.title ?? id;
    return [
      heading(3, md(title)),
      numbered(
        criteria.map(one => item(one, target)),
        from,
      ),
    ];
  });
  if (planned.length + quickWins.length + parked.length === 0) return [];
  return [
    ...(planned.length + quickWins.length > 0 ? [paragraph(report.estimates)] : []),
    ...planned,
    ...(quickWins.length > 0
      ? [
          heading(3, report.quickWins),
          paragraph(report.quickWinsAre),
          bullets(quickWins.map(id => item(id, Math.min(usual, titles.topLevel(id))))),
        ]
      : []),
    ...(parked.length > 0
      ? [heading(3, report.parked), paragraph(md(report.parkedAre(parked.map(titles.itemTitle))))]
      : []),
  ];
}

/** Why each piece of advice is given. */
export function advice({ view, evaluation }: Material): string[] {
  if (evaluation.recommendations.length === 0) return [];
  return [
    bullets(
      evaluation.recommendations.map(({ id, because }) => {
        const why = because.map(reason => reasonText(view, evaluation, reason));
        const { report } = view.words;
        return `**${md(view.titles.title("recommendation", id))}.** ${md(why.length > 0 ? report.seenFrom(why) : report.always)}`;
      }),
    ),
  ];
}

export function warnings({ view, evaluation, brief }: Material): string[] {
  if (evaluation.warnings.length === 0) return [];
  return [
    bullets(
      brief.warnings.map(({ text, detail }, at) => {
        const why = evaluation.warnings[at]!.because.map(reason => reasonText(view, evaluation, reason));
        return `**${md(text)}.** ${md(detail)} ${md(view.words.report.seenFrom(why))}`.trim();
      }),
    ),
  ];
}

export function talk({ view }: Material): string[] {
  const { reflection = [] } = view.questionnaire;
  return reflection.length > 0 ? [numbered(reflection.map(({ text }) => md(text)))] : [];
}
