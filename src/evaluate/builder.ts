// What every part of the compiler works with: the questionnaire, its indexes, the cells so far, and how conditions find them.
import type { Condition, Weight } from "../model/condition.ts";
import type { Criterion, Fact, Questionnaire } from "../model/questionnaire.ts";
import { criteriaOf, figureKinds, recordMeasures } from "../questionnaire/outline.ts";
import { createCells, type Recipe } from "./cells.ts";
import { type Clause, clause, type Scope } from "./clause.ts";
import { FAILS, type Frame, HOLDS, PRESENT, setFigure } from "./frame.ts";
import { group } from "./group.ts";
import type { Weight as Weighing } from "./weights.ts";

export type Builder = ReturnType<typeof createBuilder>;

export function createBuilder(questionnaire: Questionnaire) {
  const criteria: Criterion[] = criteriaOf(questionnaire);
  const facts: Fact[] = questionnaire.facts ?? [];
  const cells = createCells();
  const kinds = figureKinds(questionnaire);
  const criterionIndex = new Map(criteria.map(({ id }, index) => [id, index]));
  const factIndex = new Map(facts.map(({ id }, index) => [id, index]));
  const records = recordMeasures(questionnaire);
  const phaseIds = (questionnaire.phases ?? []).map(phase => phase.id);

  const scope = (withinPhase: number | null = null): Scope => ({
    cell: (kind, id) => cells.use(`${kind}:${id}`),
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
  const everywhere = scope();

  /** A cell whose truth is a condition's. */
  function truth(key: string, condition: Condition, within = everywhere): number {
    return cells.define(key, cell => {
      const made = clause(condition, within);
      return {
        run: frame => (frame.truth[cell] = made.logic(frame)),
        recipe: { operator: "condition", members: [], clauses: [made] } satisfies Recipe,
      };
    });
  }

  /** What weighs: a number, or the cell of a measure. */
  const weighing = (weight: Weight): Weighing =>
    typeof weight === "number" ? weight : { cell: cells.use(`measure:${weight.measure}`) };

  /** A cell whose figure is the weighted mean of others; missing ones leave. */
  function mean(key: string, keys: string[], weights: Weight[]): number {
    return cells.define(key, cell => {
      const members = keys.map(cells.use);
      const weighs = weights.map(weighing);
      const compute = group("mean", members, weighs, "skip");
      return {
        run: frame => compute(frame, cell),
        recipe: { operator: "mean", members, clauses: [], weights: weighs, missing: "skip" },
      };
    });
  }

  const indexes = { criterionIndex, factIndex };
  return { questionnaire, criteria, facts, cells, kinds, ...indexes, scope, everywhere, truth, mean, weighing };
}

export const weightOf = <Given extends Weight>({ weight }: { weight?: Given }): Given | 1 => weight ?? 1;

/** The number of conditions that hold: at least those that do, at most those that may. */
export function countOf(clauses: Pick<Clause, "logic">[]) {
  return (frame: Frame, cell: number): void => {
    let sure = 0;
    let possible = 0;
    for (const { logic } of clauses) {
      const truth = logic(frame);
      if (truth === HOLDS) sure++;
      if (truth !== FAILS) possible++;
    }
    setFigure(frame, cell, sure, possible, sure === possible ? sure : NaN, PRESENT);
  };
}
