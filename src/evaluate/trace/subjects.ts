// What of a questionnaire can be explained: its facts, figures, rules and results by name. In: a questionnaire, and what somebody
// typed. Out: the nodes of the trace that explain it. Rule kept: an id that names several things is never guessed at.
import type { Ref } from "../../model/explanation.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { builtInMeasures, criteriaOf } from "../../questionnaire/outline.ts";

export interface Subject {
  /** "gate:g1", and other names of the same. */
  names: string[];
  id: string;
  refs: Ref[];
}

export const verdictRef = "result:verdict";
export const actionRef = "result:partner-action";

export function subjectsOf(questionnaire: Questionnaire): Subject[] {
  const { facts, dimensions, measures, capabilities, conditions, caps, gates, signals } = questionnaire;
  const { phases, steps, partners, recommendations, warnings, stakeholders, profile, grids = [] } = questionnaire;
  const each = (kind: string, items: { id: string }[] = [], also: string[] = [], refsOf = [kind]): Subject[] =>
    items.map(({ id }) => ({
      names: [kind, ...also].map(one => `${one}:${id}`),
      id,
      refs: refsOf.map(one => `${one}:${id}`),
    }));
  const builtIn = builtInMeasures.filter(id => id !== "signals" || signals !== undefined);
  const parts = (profile?.parts ?? []).map(({ dimension }) => `profile:${dimension}`);
  const checks = grids.flatMap(({ id, checks = [] }) => checks.map(check => `grid:${id}:${check.id}`));
  // An id of their own they share with a dimension, or with checks of other grids.
  const inFull = (refs: Ref[]): Subject[] => refs.map(ref => ({ names: [ref], id: ref, refs: [ref] }));
  const results = [verdictRef, ...(partners ? [actionRef] : [])];
  return [
    ...each("fact", facts),
    ...each("dimension", dimensions, [], ["percent", "dimension"]),
    ...each("criterion", criteriaOf(questionnaire)),
    ...each("measure", [...(measures ?? []), ...builtIn.map(id => ({ id }))]),
    ...each("capability", capabilities, ["measure"], ["measure"]),
    ...each("condition", conditions),
    ...each("cap", caps),
    ...each("gate", gates),
    ...each("signal", signals),
    ...each("phase", phases),
    ...inFull(parts),
    ...each("grid", grids),
    ...inFull(checks),
    ...each("step", steps),
    ...each("recommendation", recommendations),
    ...each("partner", partners?.types),
    ...each("warning", warnings),
    ...each(
      "department",
      stakeholders?.departments.map(({ role }) => ({ id: role })),
      ["stakeholder"],
      ["stakeholder"],
    ),
    ...results.map(ref => ({ names: [ref], id: ref.slice("result:".length), refs: [ref] })),
  ];
}

/** Everything that a name may mean: one for a name with its kind, or an id that is used once. */
export const subjectsNamed = (subjects: Subject[], name: string): Subject[] =>
  subjects.filter(({ id, names }) => id === name || names.includes(name));
