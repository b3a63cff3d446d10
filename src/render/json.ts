// The evaluation as JSON: unrounded, with the title beside each id in the chosen language.
import type { Evaluation, GridView } from "../model/evaluation.ts";
import type { Grid } from "../model/grid.ts";
import { groupsOf } from "../questionnaire/outline.ts";
import { spelled, withoutUnseen } from "./unseen.ts";
import type { View } from "./view.ts";

/** Lists of the evaluation whose entries carry an id, and what kind of id it is. */
const kinds: Record<string, string> = {
  recommendations: "recommendation",
  warnings: "warning",
  signals: "signal",
  phases: "phase",
  profile: "profile",
  gates: "gate",
  capabilities: "capability",
  measures: "measure",
  dimensions: "dimension",
  facts: "fact",
  criteria: "criterion",
};

/** The evaluation with titles: an object, for the caller to print alone or in an array. */
function withTitles({ titles, questionnaire }: View, evaluation: Evaluation): object {
  const titled = (kind: string) => (item: { id: string }) => {
    const { id, ...rest } = item;
    return { id, title: titles.title(kind, id), ...rest };
  };
  const lists = Object.entries(evaluation).map(([key, value]) => {
    const kind = kinds[key];
    return [key, kind && Array.isArray(value) ? value.map(titled(kind)) : value];
  });
  const { nextStep, partner, roadmap, stakeholders, grids } = evaluation;
  const groups = groupsOf(
    questionnaire,
    questionnaire.steps?.find(({ id }) => id === nextStep?.id),
  );
  const { id, version } = evaluation.questionnaire;
  return {
    ...Object.fromEntries(lists),
    questionnaire: { id, title: questionnaire.title, version },
    grids: grids.map(grid => gridTitled(titles.grid(grid.id), grid)),
    nextStep: nextStep && {
      ...titled("step")(nextStep),
      passedOver: nextStep.passedOver.map(titled("step")),
    },
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

function gridTitled({ title, rows, tallies = [] }: Grid, grid: GridView): object {
  const titled = <Part extends { id: string }>(list: { id: string; title: string }[], { id, ...rest }: Part) => ({
    id,
    title: list.find(one => one.id === id)?.title,
    ...rest,
  });
  return {
    id: grid.id,
    title,
    rows: grid.rows.map(row => titled(rows, row)),
    tallies: grid.tallies.map(tally => titled(tallies, tally)),
  };
}

export const renderJson = (view: View, evaluation: Evaluation): string => printJson(withTitles(view, evaluation));

/** JSON that a terminal can show: what would act on it is escaped, and reads back as it was. */
export const printJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .split("\n")
    .map(line => withoutUnseen(line, spelled))
    .join("\n")}\n`;
