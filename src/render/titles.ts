// Titles and texts of a questionnaire by id, for renderers: no id is printed without its title.
import type { Grid } from "../model/grid.ts";
import type { Criterion, Fact, Phase, Questionnaire, Step } from "../model/questionnaire.ts";
import { criteriaOf, highestOf, levelsOf } from "../questionnaire/outline.ts";

/** "gate:g1" as what it names and by which id. */
export function splitRef(ref: string): [kind: string, id: string] {
  const at = ref.indexOf(":");
  return [ref.slice(0, at), ref.slice(at + 1)];
}

export type Titles = ReturnType<typeof createTitles>;

export function createTitles(questionnaire: Questionnaire) {
  const criteria = new Map<string, Criterion>(criteriaOf(questionnaire).map(one => [one.id, one]));
  const facts = new Map<string, Fact>((questionnaire.facts ?? []).map(one => [one.id, one]));
  const grids = new Map<string, Grid>((questionnaire.grids ?? []).map(one => [one.id, one]));
  const kinds: Record<string, { id: string; title: string }[]> = {
    criterion: [...criteria.values()],
    fact: [...facts.values()],
    dimension: questionnaire.dimensions,
    measure: [...(questionnaire.measures ?? []), ...(questionnaire.capabilities ?? [])],
    capability: questionnaire.capabilities ?? [],
    condition: questionnaire.conditions ?? [],
    gate: questionnaire.gates ?? [],
    signal: questionnaire.signals ?? [],
    phase: questionnaire.phases ?? [],
    reached: questionnaire.phases ?? [],
    step: questionnaire.steps ?? [],
    recommendation: questionnaire.recommendations ?? [],
    partnerType: questionnaire.partners?.types ?? [],
    warning: questionnaire.warnings ?? [],
    role: questionnaire.roles,
    stakeholder: questionnaire.roles,
    cap: questionnaire.caps ?? [],
    grid: [...grids.values()],
    profile: questionnaire.dimensions,
    profileState: questionnaire.profile?.states ?? [],
  };
  const tables = new Map(
    Object.entries(kinds).map(([kind, items]) => [kind, new Map(items.map(({ id, title }) => [id, title]))]),
  );
  const title = (kind: string, id: string): string => tables.get(kind)?.get(id) ?? id;
  return {
    /** The title of a criterion, a fact or a grid, whose ids share one namespace. */
    itemTitle: (id: string): string => (criteria.get(id) ?? facts.get(id) ?? grids.get(id))?.title ?? id,
    /** Who knows a fact, answers a criterion or fills a grid in. */
    rolesOf: (id: string): string[] => (criteria.get(id) ?? facts.get(id) ?? grids.get(id))?.roles ?? [],
    /** The title of whatever stands in a formula. */
    figureTitle: (id: string): string =>
      ["criterion", "fact", "measure", "dimension"].map(kind => tables.get(kind)!.get(id)).find(Boolean) ?? id,
    checkTitle: (grid: string, check: string): string =>
      grids.get(grid)?.checks?.find(({ id }) => id === check)?.title ?? check,
    title,
    /** Of "dimension:order-flow" and the like. */
    refTitle: (ref: string): string => title(...splitRef(ref)),
    roles: (ids: Iterable<string>): string[] => Array.from(ids, id => title("role", id)),
    criterion: (id: string): Criterion => criteria.get(id)!,
    fact: (id: string): Fact => facts.get(id)!,
    grid: (id: string): Grid => grids.get(id)!,
    phase: (id: string): Phase => questionnaire.phases!.find(one => one.id === id)!,
    step: (id: string): Step => questionnaire.steps!.find(one => one.id === id)!,
    topLevel: (id: string): number => highestOf(questionnaire, criteria.get(id)!),
    levelText: (id: string, level: number): string => levelsOf(questionnaire, criteria.get(id)!)[level]?.text ?? "",
  };
}
