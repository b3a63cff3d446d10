// Titles and texts of a questionnaire by id, for renderers: no id is printed without its title.
import type { Criterion, Fact, Phase, Questionnaire, Step } from "../model/questionnaire.ts";
import { criteriaOf, levelsOf } from "../questionnaire/outline.ts";

export type Titles = ReturnType<typeof createTitles>;

export function createTitles(questionnaire: Questionnaire) {
  const criteria = new Map<string, Criterion>(criteriaOf(questionnaire).map(one => [one.id, one]));
  const facts = new Map<string, Fact>((questionnaire.facts ?? []).map(one => [one.id, one]));
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
    profile: questionnaire.dimensions,
    profileState: questionnaire.profile?.states ?? [],
  };
  const tables = new Map(
    Object.entries(kinds).map(([kind, items]) => [kind, new Map(items.map(({ id, title }) => [id, title]))]),
  );
  const title = (kind: string, id: string): string => tables.get(kind)?.get(id) ?? id;
  return {
    title,
    /** Of "dimension:order-flow" and the like. */
    refTitle: (ref: string): string => title(ref.slice(0, ref.indexOf(":")), ref.slice(ref.indexOf(":") + 1)),
    /** The title of a criterion or a fact, whose ids share one namespace. */
    itemTitle: (id: string): string => criteria.get(id)?.title ?? facts.get(id)?.title ?? id,
    criterion: (id: string): Criterion => criteria.get(id)!,
    fact: (id: string): Fact => facts.get(id)!,
    isFact: (id: string): boolean => facts.has(id),
    phase: (id: string): Phase => questionnaire.phases!.find(one => one.id === id)!,
    step: (id: string): Step => questionnaire.steps!.find(one => one.id === id)!,
    levelText: (id: string, level: number): string => levelsOf(questionnaire, criteria.get(id)!)[level]?.text ?? "",
  };
}
