// How it was worked out, what the words mean, where it comes from, and what is ours.
import type { Sourced } from "../../model/questionnaire.ts";
import { findingLimits } from "../../questionnaire/outline.ts";
import { cleanMarkdown as md } from "../clean.ts";
import { bullets, paragraph } from "../page.ts";
import type { Material } from "./material.ts";

export function method({ view, evaluation }: Material): string[] {
  const { words, questionnaire } = view;
  const { method } = words.report;
  return [
    bullets([
      ...(questionnaire.instruction ? [md(method.instruction(questionnaire.instruction))] : []),
      method.voices,
      method.spread(findingLimits(questionnaire).spread),
      method.blanks,
      ...(evaluation.gates.length > 0 ? [method.gates] : []),
      method.rounding,
      method.explain("`cxm explain FILE`"),
    ]),
    ...(questionnaire.origin ? [paragraph(md(questionnaire.origin))] : []),
    paragraph(md(method.version(questionnaire.title, questionnaire.version))),
  ];
}

export function glossary({ view: { questionnaire } }: Material, text: string): string[] {
  const used = (questionnaire.glossary ?? []).filter(({ term }) => mentions(text, term));
  return used.length > 0 ? [bullets(used.map(({ term, meaning }) => `**${md(term)}**: ${md(meaning)}`))] : [];
}

const mentions = (text: string, term: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}s?(?![\\p{L}\\p{N}])`, "iu").test(text);

/** The claims that the printed advice and the criteria rest on, in the questionnaire's words, and what is ours beside them. */
export function sources({ view, evaluation }: Material): string[] {
  const { questionnaire, words, titles } = view;
  const { method } = words.report;
  const claims = questionnaire.claims ?? {};
  const printed = printedItems({ view, evaluation });
  const cited = new Set(printed.flatMap(({ cites = [] }) => cites));
  const ours = printed.filter(({ inference, title }) => inference && title);
  const inCriteria = new Set(
    questionnaire.dimensions.flatMap(({ criteria }) => criteria.map(({ id }) => titles.itemTitle(id))),
  );
  const told = Object.entries(claims).filter(([id]) => cited.has(id));
  const beside = ours.filter(({ title }) => !inCriteria.has(title!));
  return [
    ...(told.length > 0
      ? [paragraph(method.claims), bullets(told.map(([id, text]) => `**${md(id)}**: ${md(text)}`))]
      : []),
    ...(beside.length > 0
      ? [paragraph(method.ours), bullets(beside.map(({ title, inference }) => md(method.oursOf(title!, inference!))))]
      : []),
  ];
}

type Printed = Sourced & { title?: string };

function printedItems({ view, evaluation }: Pick<Material, "view" | "evaluation">): Printed[] {
  const { questionnaire } = view;
  const { verdict, nextStep, partner } = evaluation;
  const among = <Item extends { id: string }>(items: Item[] | undefined, ids: (string | undefined)[]) =>
    (items ?? []).filter(({ id }) => ids.includes(id));
  const steps = among(questionnaire.steps, [nextStep?.id]);
  const types = among(questionnaire.partners?.types, [partner?.id]);
  const held = (list: { id: string }[]) => list.map(({ id }) => id);
  return [
    ...among(questionnaire.phases, [verdict.phase ?? undefined]),
    ...steps,
    ...steps.flatMap(({ groups = [] }) => among(groups, held(evaluation.roadmap.groups))),
    ...types,
    ...types.flatMap(({ title, questions = [], redFlags = [] }) =>
      [...questions, ...redFlags].map(one => ({ title, ...one })),
    ),
    ...among(questionnaire.recommendations, held(evaluation.recommendations)),
    ...among(questionnaire.warnings, held(evaluation.warnings)),
    ...(questionnaire.gates ?? []),
    ...(questionnaire.signals ?? []),
    ...(questionnaire.stakeholders?.departments ?? []).map(one => ({
      ...one,
      title: view.titles.title("role", one.role),
    })),
    ...(questionnaire.cost && evaluation.cost ? [questionnaire.cost] : []),
    ...questionnaire.dimensions.flatMap(({ criteria }) => criteria),
  ];
}
