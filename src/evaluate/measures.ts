// Cells of named figures: measures, their nested expressions, and capabilities.
import type { Expression, Member } from "../model/condition.ts";
import { isExpression } from "../questionnaire/outline.ts";
import { type Builder, countOf } from "./builder.ts";
import type { Recipe } from "./cells.ts";
import { clause } from "./clause.ts";
import { calculate, group, type Missing, rounder } from "./figure.ts";
import { ABSENT, type Frame, PRESENT, setFigure, truthAt } from "./frame.ts";

export function defineMeasures(builder: Builder): void {
  const { questionnaire, cells } = builder;
  for (const measure of questionnaire.measures ?? []) defineExpression(builder, `measure:${measure.id}`, measure);
  for (const { id, criteria } of questionnaire.capabilities ?? []) defineLeast(builder, `measure:${id}`, criteria);
  cells.define("measure:signals", cell => {
    const members = (questionnaire.signals ?? []).map(({ id }) => cells.use(`signal:${id}`));
    const compute = countOf(members.map(signal => ({ logic: (frame: Frame) => truthAt(frame, signal) })));
    return { run: frame => compute(frame, cell), recipe: { operator: "count", members, clauses: [] } };
  });
}

/** The lowest of some criteria, in levels: what a capability is. */
export function defineLeast({ cells }: Builder, key: string, criteria: string[]): void {
  cells.define(key, cell => {
    const members = criteria.map(id => cells.use(`criterion:${id}`));
    const compute = group(
      "min",
      members,
      members.map(() => 1),
      "skip",
    );
    return { run: frame => compute(frame, cell), recipe: { operator: "min", members, clauses: [], missing: "skip" } };
  });
}

function defineExpression(builder: Builder, key: string, expression: Expression): void {
  builder.cells.define(key, cell => {
    const { recipe, compute } = operation(builder, expression);
    const round = expression.round ? rounder(expression.round, expression.digits ?? 0) : (x: number) => x;
    const [floor, ceiling] = expression.clamp ?? [-Infinity, Infinity];
    const shape = (x: number) => Math.min(ceiling, Math.max(floor, round(x)));
    const run = (frame: Frame): void => {
      compute(frame, cell);
      const absent = frame.absent[cell]!;
      if (absent === ABSENT) return;
      setFigure(frame, cell, shape(frame.lo[cell]!), shape(frame.hi[cell]!), shape(frame.value[cell]!), absent);
    };
    const isShaped = expression.round !== undefined || expression.clamp !== undefined;
    return { run, recipe: isShaped ? { ...recipe, shaping: { by: expression, before: compute } } : recipe };
  });
}

interface Operation {
  recipe: Recipe;
  compute: (frame: Frame, cell: number) => void;
}

function operation(builder: Builder, expression: Expression): Operation {
  if (expression.count) {
    const clauses = expression.count.map(condition => clause(condition, builder.everywhere));
    return { recipe: { operator: "count", members: [], clauses }, compute: countOf(clauses) };
  }
  for (const operator of ["min", "max", "mean", "sum"] as const) {
    const members = expression[operator]?.map(member => memberCell(builder, member));
    if (!members) continue;
    const weights = members.map((_, i) => expression.weights?.[i] ?? 1);
    const missing: Missing = expression.missing ?? "skip";
    const recipe = { operator, members, clauses: [], weights, missing };
    return { recipe, compute: group(operator, members, weights, missing) };
  }
  for (const operator of ["add", "subtract", "multiply", "divide"] as const) {
    const members = expression[operator]?.map(member => memberCell(builder, member));
    if (!members) continue;
    const missing: Missing = expression.missing ?? "null";
    return { recipe: { operator, members, clauses: [], missing }, compute: calculate(operator, members, missing) };
  }
  throw new Error("a measure without an operator");
}

function memberCell(builder: Builder, member: Member): number {
  const { cells, kinds } = builder;
  if (typeof member === "number") {
    const key = `number:${member}`;
    if (!cells.has(key)) {
      cells.define(key, cell => ({ run: frame => setFigure(frame, cell, member, member, member, PRESENT) }));
    }
    return cells.use(key);
  }
  if (typeof member === "string") {
    const kind = kinds.get(member) ?? "measure";
    return cells.use(`${kind === "criterion" ? "score" : kind}:${member}`);
  }
  if (isExpression(member)) {
    const key = `expression:${cells.count()}`;
    defineExpression(builder, key, member);
    return cells.use(key);
  }
  if ("dimension" in member) return cells.use(`percent:${member.dimension}`);
  if ("grid" in member) return cells.use(`grid:${member.grid}:${member.check}`);
  return cells.use(`${member.voice === "outside" ? "outside" : "score"}:${member.criterion}`);
}
