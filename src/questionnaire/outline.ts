// Small readings of a questionnaire that every layer above needs: its criteria in order, their levels, what an id names.
import type { Member } from "../model/condition.ts";
import type { Bounded, Counted, Grid, GridCheck, GridRow } from "../model/grid.ts";
import type { Choice, Criterion, Level, Questionnaire } from "../model/questionnaire.ts";

export function criteriaOf(questionnaire: Questionnaire): Criterion[] {
  return questionnaire.dimensions.flatMap(dimension => dimension.criteria);
}

/** The described situations, 0 upwards; empty for a multiple choice. */
export function levelsOf(questionnaire: Questionnaire, criterion: Criterion): Level[] {
  const levels = criterion.levels ?? questionnaire.scales?.find(scale => scale.id === criterion.scale)?.levels ?? [];
  return levels.map(level => (typeof level === "string" ? { text: level } : level));
}

/** The highest level that can be answered. */
export function highestOf(questionnaire: Questionnaire, criterion: Criterion): number {
  if (criterion.options) return criterion.options.length;
  return Math.max(0, levelsOf(questionnaire, criterion).length - 1);
}

/** The figure of each level in measures: its score, or its number. */
export function scoresOf(questionnaire: Questionnaire, criterion: Criterion): number[] {
  if (criterion.options) return Array.from({ length: criterion.options.length + 1 }, (_, count) => count);
  return levelsOf(questionnaire, criterion).map((level, number) => level.score ?? number);
}

export type FigureKind = "criterion" | "dimension" | "fact" | "measure";

/** What an id names among the kinds that share one namespace; capabilities count as measures. */
export function figureKinds(questionnaire: Questionnaire): Map<string, FigureKind> {
  const kinds = new Map<string, FigureKind>();
  for (const { id } of questionnaire.facts ?? []) kinds.set(id, "fact");
  for (const dimension of questionnaire.dimensions) {
    kinds.set(dimension.id, "dimension");
    for (const { id } of dimension.criteria) kinds.set(id, "criterion");
  }
  for (const { id } of questionnaire.measures ?? []) kinds.set(id, "measure");
  for (const { id } of questionnaire.capabilities ?? []) kinds.set(id, "measure");
  return kinds;
}

/** Figures that every questionnaire has without declaring them. */
export const builtInMeasures = ["index", "signals"] as const;

/** The nested members of a measure's member; none for a leaf. */
export function isExpression(
  member: Member,
): member is Exclude<Member, number | string | { criterion: string } | { dimension: string } | { grid: string }> {
  return typeof member === "object" && !("criterion" in member) && !("dimension" in member) && !("grid" in member);
}

/** The rows of a grid, section by section. */
export const rowsInSections = ({ sections, rows }: Grid): GridRow[] =>
  sections.flatMap(({ id }) => rows.filter(({ section }) => section === id));

/** The rows that a check is asked of. */
export const checkedRows = ({ rows }: Grid, { rows: named, sections }: GridCheck): GridRow[] =>
  rows.filter(({ id, section }) => (named?.includes(id) ?? true) && (sections?.includes(section) ?? true));

/** The columns whose cells a check or a tally counts. */
export const countedColumns = ({ columns }: Grid, { columns: named }: Counted): Choice[] =>
  columns.filter(({ id }) => named?.includes(id) ?? true);

/** Whether a number of cells is within bounds. */
export function withinCount({ atLeast = 0, atMost = Infinity, above = -1, below = Infinity, is }: Bounded, n: number) {
  return n >= atLeast && n <= atMost && n > above && n < below && (is === undefined || n === is);
}
