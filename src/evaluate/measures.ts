// Cells of named figures: measures, their nested expressions, and capabilities. A measure that caps name is lowered by those that hold.
import type { Expression, Member } from "../model/condition.ts";
import type { Cap, Measure } from "../model/questionnaire.ts";
import { isExpression } from "../questionnaire/outline.ts";
import { type Builder, countOf } from "./builder.ts";
import type { Recipe } from "./cells.ts";
import { clause } from "./clause.ts";
import { calculate, type Missing, rounder } from "./figure.ts";
import { ABSENT, FAILS, type Frame, HOLDS, PRESENT, setAbsent, setFigure, truthAt } from "./frame.ts";
import { group } from "./group.ts";
import { type RecordedKind, recorded } from "./recorded.ts";

export function defineMeasures(builder: Builder): void {
  const { questionnaire, cells } = builder;
  for (const measure of questionnaire.measures ?? []) defineMeasure(builder, measure);
  for (const { id, criteria } of questionnaire.capabilities ?? []) defineLeast(builder, `measure:${id}`, criteria);
  cells.define("measure:signals", cell => {
    const members = (questionnaire.signals ?? []).map(({ id }) => cells.use(`signal:${id}`));
    const compute = countOf(members.map(signal => ({ logic: (frame: Frame) => truthAt(frame, signal) })));
    return { run: frame => compute(frame, cell), recipe: { operator: "count", members, clauses: [] } };
  });
}

function defineMeasure(builder: Builder, measure: Measure): void {
  const { questionnaire } = builder;
  const caps = (questionnaire.caps ?? []).filter(cap => cap.measures?.includes(measure.id));
  const own = caps.length > 0 ? "uncapped" : "measure";
  defineExpression(builder, `${own}:${measure.id}`, measure, measure.blanks === "missing");
  if (caps.length > 0) defineCapped(builder, measure.id, caps);
}

/** The figure as it is calculated, or the lowest of the caps that hold; while one is open, either. */
function defineCapped({ cells }: Builder, id: string, caps: Cap[]): void {
  cells.define(`measure:${id}`, cell => {
    const from = cells.use(`uncapped:${id}`);
    const limits = caps.map(cap => ({ cell: cells.use(`cap:${cap.id}`), atMost: cap.atMost }));
    const run = (frame: Frame): void => {
      const absent = frame.absent[from]!;
      if (absent === ABSENT) return setAbsent(frame, cell);
      let [lo, hi] = [frame.lo[from]!, frame.hi[from]!];
      for (const limit of limits) {
        if (frame.truth[limit.cell] !== FAILS) lo = Math.min(lo, limit.atMost);
        if (frame.truth[limit.cell] === HOLDS) hi = Math.min(hi, limit.atMost);
      }
      setFigure(frame, cell, lo, hi, !Number.isNaN(frame.value[from]!) && lo === hi ? lo : NaN, absent);
    };
    const members = [from, ...limits.map(limit => limit.cell)];
    return { run, recipe: { operator: "capped", members, clauses: [] } };
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

function defineExpression(builder: Builder, key: string, expression: Expression, ofRecord: boolean): void {
  builder.cells.define(key, cell => {
    const { recipe, compute } = operation(builder, expression, ofRecord);
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

function operation(builder: Builder, expression: Expression, ofRecord: boolean): Operation {
  if (expression.count) {
    const clauses = expression.count.map(condition => clause(condition, builder.everywhere));
    return { recipe: { operator: "count", members: [], clauses }, compute: countOf(clauses) };
  }
  const cellsOf = (members: Member[] | undefined) => members?.map(member => memberCell(builder, member, ofRecord));
  for (const operator of ["min", "max", "mean", "sum"] as const) {
    const members = cellsOf(expression[operator]);
    if (!members) continue;
    const weights = members.map((_, i) => builder.weighing(expression.weights?.[i] ?? 1));
    const missing: Missing = expression.missing ?? "skip";
    const recipe = { operator, members, clauses: [], weights, missing };
    return { recipe, compute: group(operator, members, weights, missing) };
  }
  for (const operator of ["add", "subtract", "multiply", "divide"] as const) {
    const members = cellsOf(expression[operator]);
    if (!members) continue;
    const missing: Missing = expression.missing ?? "null";
    return { recipe: { operator, members, clauses: [], missing }, compute: calculate(operator, members, missing) };
  }
  throw new Error("a measure without an operator");
}

function memberCell(builder: Builder, member: Member, ofRecord: boolean): number {
  const { cells, kinds } = builder;
  const figure = (kind: RecordedKind, id: string) =>
    ofRecord ? recorded(builder, kind, id) : cells.use(`${kind}:${id}`);
  if (typeof member === "number") {
    const key = `number:${member}`;
    if (!cells.has(key)) {
      cells.define(key, cell => ({ run: frame => setFigure(frame, cell, member, member, member, PRESENT) }));
    }
    return cells.use(key);
  }
  if (typeof member === "string") {
    const kind = kinds.get(member) ?? "measure";
    if (kind === "criterion") return figure("score", member);
    return kind === "dimension" ? figure("dimension", member) : cells.use(`${kind}:${member}`);
  }
  if (isExpression(member)) {
    const key = `expression:${cells.count()}`;
    defineExpression(builder, key, member, ofRecord);
    return cells.use(key);
  }
  if ("dimension" in member) return figure("percent", member.dimension);
  if ("grid" in member) return cells.use(`grid:${member.grid}:${member.check}`);
  return member.voice === "outside" ? cells.use(`outside:${member.criterion}`) : figure("score", member.criterion);
}
