// The evaluation as JSON: unrounded, with the title beside each id in the chosen language.
import type { Evaluation } from "../model/evaluation.ts";
import type { View } from "./view.ts";

/** Lists of the evaluation whose entries carry an id, and what kind of id it is. */
const kinds: Record<string, string> = {
  recommendations: "recommendation",
  warnings: "warning",
  signals: "signal",
  phases: "phase",
  gates: "gate",
  capabilities: "capability",
  measures: "measure",
  dimensions: "dimension",
  facts: "fact",
  criteria: "criterion",
};

/** The evaluation with titles: an object, for the caller to print alone or in an array. */
export function withTitles({ titles, questionnaire }: View, evaluation: Evaluation): object {
  const titled = (kind: string) => (item: { id: string }) => {
    const { id, ...rest } = item;
    return { id, title: titles.title(kind, id), ...rest };
  };
  const lists = Object.entries(evaluation).map(([key, value]) => {
    const kind = kinds[key];
    return [key, kind && Array.isArray(value) ? value.map(titled(kind)) : value];
  });
  const { nextStep, partner, roadmap, stakeholders } = evaluation;
  const groups = questionnaire.steps?.find(({ id }) => id === nextStep?.id)?.groups ?? [];
  return {
    ...Object.fromEntries(lists),
    nextStep: nextStep && titled("step")(nextStep),
    partner: partner && titled("partnerType")(partner),
    roadmap: {
      ...roadmap,
      groups: roadmap.groups.map(({ id, ...rest }) => ({
        id,
        title: groups.find(one => one.id === id)?.title ?? id,
        ...rest,
      })),
    },
    stakeholders: stakeholders.map(({ role, state }) => ({ role, title: titles.title("role", role), state })),
  };
}

export const renderJson = (view: View, evaluation: Evaluation): string =>
  `${JSON.stringify(withTitles(view, evaluation), null, 2)}\n`;
