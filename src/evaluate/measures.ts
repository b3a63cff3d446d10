// Cells of named figures: measures, their nested expressions, and capabilities. A measure that caps name is lowered by those that hold.

import { calculate, type Missing } from "../calculate/arithmetic.ts";
import type { Recipe } from "../calculate/cells.ts";
import { group } from "../calculate/group.ts";
import { shaper } from "../calculate/numbers.ts";
import { ABSENT, PRESENT, setAbsent, setFigure, truthAt } from "../calculate/sheet.ts";
import { FAILS, HOLDS } from "../calculate/truth.ts";
import type { Expression, Member } from "../model/condition.ts";
import type { Cap, Measure } from "../model/questionnaire.ts";
import { isExpression } from "../questionnaire/outline.ts";
import { type Builder, countOf, weighing } from "./builder.ts";
import { type Clause, clause } from "./clause.ts";
import type { Frame } from "./frame.ts";
import type { CellName } from "./names.ts";
import { type RecordedKind, recorded } from "./recorded.ts";

export function defineMeasures(builder: Builder): void {
  const { questionnaire, cells } = builder;
  for (const measure of questionnaire.measures ?? []) defineMeasure(builder, measure);
  for (const { id, criteria } of questionnaire.capabilities ?? [])
    defineLeast(builder, { kind: "measure", id }, criteria);
  cells.define({ kind: "measure", id: "signals" }, cell => {
    const members = (questionnaire.signals ?? []).map(({ id }) => cells.use("signal", id));
    const compute = countOf(members.map(signal => ({ logic: (frame: Frame) => truthAt(frame, signal) })));
    return { run: frame => compute(frame, cell), recipe: { operator: "count", members, clauses: [] } };
  });
}

function defineMeasure(builder: Builder, measure: Measure): void {
  const { questionnaire } = builder;
  const caps = (questionnaire.caps ?? []).filter(cap => cap.measures?.includes(measure.id));
  const own = caps.length > 0 ? "uncapped" : "measure";
  defineExpression(builder, { kind: own, id: measure.id }, measure, measure.blanks === "missing");
  if (caps.length > 0) defineCapped(builder, measure.id, caps);
}

/** The figure as it is calculated, or the lowest of the caps that hold; while one is open, either. */
function defineCapped({ cells }: Builder, id: string, caps: Cap[]): void {
  cells.define({ kind: "measure", id: id }, cell => {
    const from = cells.use("uncapped", id);
    const limits = caps.map(cap => ({ cell: cells.use("cap", cap.id), atMost: cap.atMost }));
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
export function defineLeast({ cells }: Builder, name: CellName, criteria: string[]): void {
  cells.define(name, cell => {
    const members = criteria.map(id => cells.use("criterion", id));
    const compute = group(
      "min",
      members,
      members.map(() => 1),
      "skip",
    );
    return { run: frame => compute(frame, cell), recipe: { operator: "min", members, clauses: [], missing: "skip" } };
  });
}

function defineExpression(builder: Builder, name: CellName, expression: Expression, ofRecord: boolean): void {
  builder.cells.define(name, cell => {
    const { recipe, compute } = operation(builder, expression, ofRecord);
    const shape = shaper(expression);
    if (!shape) return { run: frame => compute(frame, cell), recipe };
    const run = (frame: Frame): void => {
      compute(frame, cell);
      const absent = frame.absent[cell]!;
      if (absent === ABSENT) return;
      setFigure(frame, cell, shape(frame.lo[cell]!), shape(frame.hi[cell]!), shape(frame.value[cell]!), absent);
    };
    return { run, recipe: { ...recipe, shaping: { by: expression, before: compute } } };
  });
}

interface Operation {
  recipe: Recipe<Clause>;
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
    const weights = members.map((_, i) => weighing(builder, expression.weights?.[i] ?? 1));
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
  const figure = (kind: RecordedKind, id: string) => (ofRecord ? recorded(builder, kind, id) : cells.use(kind, id));
  if (typeof member === "number") {
    const name: CellName = { kind: "number", id: String(member) };
    if (!cells.has(name)) {
      cells.define(name, cell => ({ run: frame => setFigure(frame, cell, member, member, member, PRESENT) }));
    }
    return cells.use(name.kind, name.id);
  }
  if (typeof member === "string") {
    const kind = kinds.get(member) ?? "measure";
    if (kind === "criterion") return figure("score", member);
    return kind === "dimension" ? figure("dimension", member) : cells.use(kind, member);
  }
  if (isExpression(member)) {
    const name: CellName = { kind: "expression", id: String(cells.count()) };
    defineExpression(builder, name, member, ofRecord);
    return cells.use(name.kind, name.id);
  }
  if ("dimension" in member) return figure("percent", member.dimension);
  if ("grid" in member) return cells.use("grid", member.grid, member.check);
  return member.voice === "outside" ? cells.use("outside", member.criterion) : figure("score", member.criterion);
}
