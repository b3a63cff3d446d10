// The levels that gates ask of criteria: directly, through named conditions, or through the lowest of several (a capability).
import type { Clause } from "./clause.ts";
import type { Compiled } from "./program.ts";

/** A level that some gate asks of a criterion. */
export interface GateNeed {
  gate: string;
  criterion: string;
  level: number;
}

export function gateNeeds(program: Compiled): GateNeed[] {
  return (program.questionnaire.gates ?? []).flatMap(({ id: gate }) => {
    const needs = new Map<string, number>();
    const seen = new Set<number>();
    const ask = (cell: number, level: number): void => {
      const { kind, id } = program.nameOf(cell);
      const { operator, members } = program.recipeOf(cell);
      if (kind === "criterion") needs.set(id, Math.max(level, needs.get(id) ?? 0));
      else if (["min", "level", "capped"].includes(operator)) for (const member of members) ask(member, level);
    };
    const visit = ({ parts, condition, cell, among, test }: Clause): void => {
      // What must not be reached is no need, such as the better states of a part of the profile.
      if ("not" in condition || among) return;
      parts.forEach(visit);
      if (cell === undefined || "of" in condition) return;
      if (!test) return visitCell(cell);
      const atLeast = "atLeast" in condition ? condition.atLeast : undefined;
      const above = "above" in condition ? condition.above : undefined;
      if (typeof atLeast === "number") ask(cell, atLeast);
      if (typeof above === "number") ask(cell, Math.floor(above) + 1);
    };
    const visitCell = (cell: number): void => {
      if (seen.has(cell)) return;
      seen.add(cell);
      program.recipeOf(cell).clauses.forEach(visit);
    };
    visitCell(program.cell("gate", gate));
    return [...needs].map(([criterion, level]) => ({ gate, criterion, level }));
  });
}
