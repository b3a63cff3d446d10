// Small readings of a questionnaire that every layer above needs: its criteria in order, their levels, what an id names.
import { type Expression, type Member, operators } from "../model/condition.ts";
import type { Bounded, Counted, Grid, GridCheck, GridRow } from "../model/grid.ts";
import type {
  Choice,
  Criterion,
  FindingLimits,
  Group,
  Level,
  NotApplicable,
  NumberFact,
  Questionnaire,
  Step,
} from "../model/questionnaire.ts";

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

const usualTarget = 3;

/** The level that the roadmap aims at where nothing else is said. */
export const targetOf = ({ roadmap }: Questionnaire): number => roadmap?.target ?? usualTarget;

/** The work of a step; the questionnaire's own groups where it names none. */
export const groupsOf = ({ roadmap }: Questionnaire, step: Step | undefined): Group[] =>
  step?.groups?.length ? step.groups : (roadmap?.groups ?? []);

export const naPolicyOf = (questionnaire: Questionnaire, criterion: Criterion): NotApplicable =>
  criterion.notApplicable ?? questionnaire.notApplicable ?? "dropped";

const usualLimits: Required<FindingLimits> = { spread: 2, gateNotApplicable: 2, evidenceDays: 365, sayDoGap: 1 };

/** From where on the answers themselves are worth a finding. */
export const findingLimits = ({ findings }: Questionnaire): Required<FindingLimits> => ({
  ...usualLimits,
  ...findings,
});

/** The level that an N/A counts; null where it leaves. */
export function naLevelOf(questionnaire: Questionnaire, criterion: Criterion): number | null {
  const top = highestOf(questionnaire, criterion);
  const policy = naPolicyOf(questionnaire, criterion);
  return policy === "met" ? top : policy === "target" ? Math.min(targetOf(questionnaire), top) : null;
}

/** Measures that speak of the record as it is: by their own `blanks`, or because they are made of such. */
export function recordMeasures({ measures = [] }: Questionnaire): Set<string> {
  const found = new Set<string>();
  const reads = (part: Expression): boolean =>
    (part.weights ?? []).some(weight => typeof weight === "object" && found.has(weight.measure)) ||
    membersOf(part).some(member =>
      typeof member === "string" ? found.has(member) : isExpression(member) && reads(member),
    );
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const measure of measures) if (measure.blanks === "missing" || reads(measure)) found.add(measure.id);
  }
  return found;
}

/** The direct members of an expression, of whatever operator; what `count` counts are conditions. */
function membersOf(expression: Expression): Member[] {
  return operators.flatMap(operator => (operator === "count" ? [] : (expression[operator] ?? [])));
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

export function withinBounds({ min, max, above, whole }: NumberFact, value: number): boolean {
  if (whole && !Number.isInteger(value)) return false;
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity) && (above === undefined || value > above);
}
