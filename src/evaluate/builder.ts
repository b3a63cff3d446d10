// What every part of the compiler works with: the questionnaire, its indexes, the cells so far, and how conditions find them.
import { type CellTable, createCells } from "../calculate/cells.ts";
import { group } from "../calculate/group.ts";
import { PRESENT, setFigure } from "../calculate/sheet.ts";
import { counted } from "../calculate/truth.ts";
import type { Weighing } from "../calculate/weights.ts";
import type { Condition, Weight } from "../model/condition.ts";
import type { Criterion, Fact, Questionnaire } from "../model/questionnaire.ts";
import { criteriaOf, figureKinds, recordMeasures } from "../questionnaire/outline.ts";
import { type Clause, clause, type Scope } from "./clause.ts";
import type { Frame } from "./frame.ts";
import type { CellKind, CellName } from "./names.ts";

export interface Builder {
  questionnaire: Questionnaire;
  criteria: Criterion[];
  facts: Fact[];
  criterionIndex: Map<string, number>;
  factIndex: Map<string, number>;
  cells: CellTable<CellKind, Frame, Clause>;
  /** What an id names: a fact, criterion, dimension, or, where it is not there, a measure. */
  kinds: ReturnType<typeof figureKinds>;
  scope(withinPhase: number | null): Scope;
  everywhere: Scope;
}

export function createBuilder(questionnaire: Questionnaire): Builder {
  const criteria = criteriaOf(questionnaire);
  const facts = questionnaire.facts ?? [];
  const criterionIndex = indexOf(criteria);
  const factIndex = indexOf(facts);
  const cells: Builder["cells"] = createCells();
  const records = recordMeasures(questionnaire);
  const phaseIds = (questionnaire.phases ?? []).map(phase => phase.id);

  const scope = (withinPhase: number | null): Scope => ({
    cell: cells.use,
    criterion: id => {
      const index = criterionIndex.get(id)!;
      const { na, options = [] } = criteria[index]!;
      return { index, naAllowed: na !== undefined, option: option => options.findIndex(one => one.id === option) };
    },
    fact: id => {
      const index = factIndex.get(id)!;
      const fact = facts[index]!;
      return { index, choice: id => (fact.type === "choice" ? fact.choices.findIndex(one => one.id === id) : NaN) };
    },
    phase: id => phaseIds.indexOf(id),
    isRecord: id => records.has(id),
    step: id => (questionnaire.steps ?? []).findIndex(step => step.id === id),
    phaseIds,
    withinPhase,
  });
  const everywhere = scope(null);
  const kinds = figureKinds(questionnaire);
  return { questionnaire, criteria, facts, criterionIndex, factIndex, cells, kinds, scope, everywhere };
}

const indexOf = (list: { id: string }[]): Map<string, number> => new Map(list.map(({ id }, index) => [id, index]));

/** A cell whose truth is a condition's. */
export function defineTruth({ cells, everywhere }: Builder, name: CellName, condition: Condition, within = everywhere) {
  cells.define(name, cell => {
    const made = clause(condition, within);
    return {
      run: frame => {
        frame.truth[cell] = made.logic(frame);
      },
      recipe: { operator: "condition", members: [], clauses: [made] },
    };
  });
}

/** A cell whose figure is the weighted mean of others; missing ones leave. */
export function defineMean(builder: Builder, name: CellName, of: CellKind, members: { id: string; weight?: Weight }[]) {
  builder.cells.define(name, cell => {
    const cells = members.map(({ id }) => builder.cells.use(of, id));
    const weights = members.map(({ weight = 1 }) => weighing(builder, weight));
    const compute = group("mean", cells, weights, "skip");
    return {
      run: frame => compute(frame, cell),
      recipe: { operator: "mean", members: cells, clauses: [], weights, missing: "skip" },
    };
  });
}

/** What weighs: a number, or the cell of a measure. */
export const weighing = ({ cells }: Builder, weight: Weight): Weighing =>
  typeof weight === "number" ? weight : { cell: cells.use("measure", weight.measure) };

/** The number of conditions that hold: at least those that do, at most those that may. */
export function countOf(clauses: Pick<Clause, "logic">[]) {
  const asks = clauses.map(({ logic }) => logic);
  return (frame: Frame, cell: number): void => {
    const { sure, possible } = counted(asks, frame);
    setFigure(frame, cell, sure, possible, sure === possible ? sure : NaN, PRESENT);
  };
}
