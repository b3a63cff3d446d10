// What an interview shows, one screen after the other: who answers, the organisation and its facts, then the criteria that the
// role answers, dimension by dimension. In: questionnaire and role. Out: the screens.
import type { Criterion, Dimension, Fact, Questionnaire, Role } from "../model/questionnaire.ts";

export type SetupScreen = { kind: "who" } | { kind: "respondent" } | { kind: "role" };

export type Screen =
  | SetupScreen
  | { kind: "organization" }
  | { kind: "line-of-business" }
  | { kind: "fact"; fact: Fact }
  | { kind: "criterion"; criterion: Criterion; dimension: Dimension }
  | { kind: "end" };

/** `role` null: several people together, who are asked everything. */
export function screensOf(questionnaire: Questionnaire, setup: SetupScreen[], role: string | null): Screen[] {
  return [
    ...setup,
    { kind: "organization" },
    { kind: "line-of-business" },
    ...(questionnaire.facts ?? []).map(fact => ({ kind: "fact" as const, fact })),
    ...questionnaire.dimensions.flatMap(dimension =>
      dimension.criteria
        .filter(({ roles }) => role === null || roles.includes(role))
        .map(criterion => ({ kind: "criterion" as const, criterion, dimension })),
    ),
    { kind: "end" },
  ];
}

/** The roles that have something to answer. */
export const rolesAsked = ({ roles, dimensions }: Questionnaire): Role[] =>
  roles.filter(({ id }) => dimensions.some(({ criteria }) => criteria.some(criterion => criterion.roles.includes(id))));
