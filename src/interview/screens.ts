// What an interview shows, one screen after the other: who answers, the organisation and its facts, then the criteria that the
// role answers, dimension by dimension, then the rows of its grids. In: questionnaire and role. Out: the screens.
import type { Grid, GridRow } from "../model/grid.ts";
import type { Criterion, Dimension, Fact, Questionnaire, Role } from "../model/questionnaire.ts";
import { rowsInSections } from "../questionnaire/outline.ts";

export type SetupScreen = { kind: "who" } | { kind: "respondent" } | { kind: "role" };

export type Screen =
  | SetupScreen
  | { kind: "organization" }
  | { kind: "line-of-business" }
  | { kind: "fact"; fact: Fact }
  | { kind: "criterion"; criterion: Criterion; dimension: Dimension }
  | { kind: "row"; row: GridRow; grid: Grid }
  | { kind: "end" };

/** What was known about the facts when the interview began; both lists hold ids. */
export interface FactsThen {
  known: readonly string[];
  /** Open ones that the verdict waits for. */
  deciding: readonly string[];
}

/** The facts that a role is asked: those that it may know, or nobody in particular. What is known already comes first, to be looked at;
 * of what is open, what decides. */
export function factsAsked({ facts = [] }: Questionnaire, role: string | null, { known, deciding }: FactsThen): Fact[] {
  const own = facts.filter(({ roles = [] }) => role === null || roles.length === 0 || roles.includes(role));
  const rank = ({ id }: Fact) => (known.includes(id) ? 0 : deciding.includes(id) ? 1 : 2);
  return own.sort((a, b) => rank(a) - rank(b));
}

/** `role` null: several people together, who are asked everything. */
export function screensOf(
  questionnaire: Questionnaire,
  setup: SetupScreen[],
  role: string | null,
  then: FactsThen,
): Screen[] {
  return [
    ...setup,
    { kind: "organization" },
    { kind: "line-of-business" },
    ...factsAsked(questionnaire, role, then).map(fact => ({ kind: "fact" as const, fact })),
    ...questionnaire.dimensions.flatMap(dimension =>
      dimension.criteria
        .filter(({ roles }) => role === null || roles.includes(role))
        .map(criterion => ({ kind: "criterion" as const, criterion, dimension })),
    ),
    ...(questionnaire.grids ?? [])
      .filter(({ roles }) => role === null || roles.includes(role))
      .flatMap(grid => rowsInSections(grid).map(row => ({ kind: "row" as const, row, grid }))),
    { kind: "end" },
  ];
}

/** The roles that have something to answer. */
export const rolesAsked = ({ roles, dimensions, grids = [] }: Questionnaire): Role[] =>
  roles.filter(({ id }) =>
    [...dimensions.flatMap(({ criteria }) => criteria), ...grids].some(asked => asked.roles.includes(id)),
  );
