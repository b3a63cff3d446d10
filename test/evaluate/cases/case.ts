// A rule case of test/expected as an assessment: every role that a criterion lists says the same unless the case says otherwise.
import type { Answer, Assessment, Response } from "../../../src/model/assessment.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";
import { criteriaOf } from "../../../src/questionnaire/outline.ts";

type Said = number | "unknown" | { na: string };
export type Expectation = Record<string, unknown>;

export interface Case {
  id: string;
  name?: string;
  source?: string;
  why: string;
  all?: number;
  levels?: Record<string, Said | null>;
  roles?: Record<string, Record<string, Said | Said[]>>;
  facts?: Record<string, number | string>;
  fillings?: NonNullable<Response["grids"]>[];
  expect: Expectation;
  variants?: { facts: Record<string, number | string>; expect: Expectation }[];
}

const keys = ["id", "name", "source", "why", "all", "levels", "roles", "facts", "fillings", "expect", "variants"];

export function assessmentOf(questionnaire: Questionnaire, one: Case): Assessment {
  const { all, levels = {}, roles = {}, facts = {}, fillings = [] } = one;
  const criteria = criteriaOf(questionnaire);
  const spoken = [...Object.keys(levels), ...Object.values(roles).flatMap(Object.keys)];
  known("key", Object.keys(one), keys);
  known("role", Object.keys(roles), ids(questionnaire.roles));
  known("fact", Object.keys(facts), ids(questionnaire.facts ?? []));
  known("criterion", spoken, ids(criteria));
  const answers = questionnaire.roles.flatMap(({ id: role, outside }) => {
    const usual = outside ? [] : criteria.filter(criterion => criterion.roles.includes(role)).map(({ id }) => id);
    const own = {
      ...Object.fromEntries(usual.map(id => [id, id in levels ? levels[id]! : (all ?? null)])),
      ...roles[role],
    };
    return respondents(own).map((said, at) => ({ respondent: `${role} ${at + 1}`, role, answers: said }));
  });
  return {
    ...{ questionnaire: questionnaire.id, version: questionnaire.version, organization: one.id, facts },
    responses: [...answers, ...fillings.map((grids, at) => ({ respondent: `Filling ${at + 1}`, answers: {}, grids }))],
  };
}

/** One respondent, or as many as the longest list has answers. */
function respondents(said: Record<string, Said | Said[] | null>): Record<string, Answer>[] {
  const lists = Object.entries(said).map(([id, one]) => [id, one === null ? [] : [one].flat()] as const);
  const count = Math.max(0, ...lists.map(([, list]) => list.length));
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(lists.flatMap(([id, list]) => (at < list.length ? [[id, list[at]!]] : []))),
  );
}

const ids = (all: { id: string }[]) => all.map(({ id }) => id);

function known(kind: string, found: string[], all: string[]): void {
  const strange = found.filter(one => !all.includes(one));
  if (strange.length > 0) throw new Error(`no such ${kind}: ${strange.join(", ")}`);
}
