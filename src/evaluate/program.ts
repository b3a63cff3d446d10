// A questionnaire, compiled once. Evaluating is then one pass over closures on dense indexes, without look-ups by name:
//   facts, criteria -> dimensions, measures -> conditions, gates, signals -> phases, stakeholders        (cells, sorted)
//   steps, recommendations, warnings, notes                                                              (clauses, on demand)
import type { Condition } from "../model/condition.ts";
import type { Criterion, Fact, Questionnaire } from "../model/questionnaire.ts";
import { createBuilder } from "./builder.ts";
import type { Recipe, Run } from "./cells.ts";
import { type Clause, clause } from "./clause.ts";
import { defineAnswers } from "./criteria.ts";
import { defineGrids } from "./grids.ts";
import { defineMeasures } from "./measures.ts";
import { defineRules } from "./rules.ts";

export interface Program {
  questionnaire: Questionnaire;
  criteria: Criterion[];
  facts: Fact[];
  criterionIndex: Map<string, number>;
  factIndex: Map<string, number>;
  /** Number of cells. */
  size: number;
  /** Computes every cell of a frame from its inputs. */
  run: Run;
  /** Some cells and what they read, in order; `pass` computes just these. */
  sorted(cells?: Iterable<number>): number[];
  pass(order: number[]): Run;
  /** The cell of "gate:g1" and the like. */
  cell(key: string): number;
  keyOf(cell: number): string;
  recipeOf(cell: number): Recipe;
  readsOf(cell: number): ReadonlySet<number>;
  /** The clause of a condition that no cell depends on; compiled at its first use. */
  clause(condition: Condition): Clause;
}

/** Compiles a questionnaire that `check` has no error against. */
export function compile(questionnaire: Questionnaire): Program {
  const builder = createBuilder(questionnaire);
  const { cells, criteria, facts, criterionIndex, factIndex, everywhere } = builder;
  defineAnswers(builder);
  defineGrids(builder);
  defineMeasures(builder);
  defineRules(builder);
  const run = cells.pass(cells.sorted());
  const clauses = new Map<Condition, Clause>();
  return {
    questionnaire,
    criteria,
    facts,
    criterionIndex,
    factIndex,
    size: cells.count(),
    run,
    sorted: cells.sorted,
    pass: cells.pass,
    cell: cells.index,
    keyOf: cells.keyOf,
    recipeOf: cells.recipeOf,
    readsOf: cells.readsOf,
    clause: condition => {
      const made = clauses.get(condition) ?? clause(condition, everywhere);
      clauses.set(condition, made);
      return made;
    },
  };
}
