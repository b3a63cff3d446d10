// A questionnaire, compiled once. Evaluating is then one pass over closures on dense indexes, without look-ups by name:
//   facts, criteria -> dimensions, measures -> conditions, gates, signals -> phases, stakeholders        (cells, sorted)
//   steps, recommendations, warnings, notes                                                              (clauses, on demand)
import type { Recipe, Run } from "../calculate/cells.ts";
import type { Condition } from "../model/condition.ts";
import type { Criterion, Fact, Group, Questionnaire } from "../model/questionnaire.ts";
import { createBuilder } from "./builder.ts";
import { type Clause, clause } from "./clause.ts";
import { defineAnswers } from "./criteria.ts";
import { type Deciding, decidingOf, type Phases, phasesOf, type Steps, stepsOf } from "./deciding.ts";
import type { Frame } from "./frame.ts";
import { defineGrids } from "./grids.ts";
import { criteriaBelow } from "./grounds.ts";
import { defineMeasures } from "./measures.ts";
import type { CellKind, CellName } from "./names.ts";
import { type GateNeed, gateNeeds } from "./needs.ts";
import { type Question, questionsOf } from "./questions.ts";
import { defineRules } from "./rules.ts";

/** What conditions and figures were compiled to. */
export interface Compiled {
  questionnaire: Questionnaire;
  criteria: Criterion[];
  facts: Fact[];
  criterionIndex: Map<string, number>;
  factIndex: Map<string, number>;
  /** Ids of all that somebody is asked, in the order of the questionnaire, facts first. */
  asked: string[];
  /** Ids of the roles that stand outside the organisation. */
  outside: ReadonlySet<string>;
  /** Number of cells. */
  size: number;
  /** Some cells and what they read, in order; `pass` computes just these. */
  sorted(cells?: Iterable<number>): number[];
  pass(order: number[]): Run<Frame>;
  cell(kind: CellKind, id: string, part?: string): number;
  nameOf(cell: number): CellName;
  recipeOf(cell: number): Recipe<Clause>;
  readsOf(cell: number): ReadonlySet<number>;
  /** The clause of a condition that no cell depends on; compiled at its first use. */
  clause(condition: Condition): Clause;
}

/** Compiled from a questionnaire that `check` has no error against; serves any number of assessments. */
export interface Program extends Compiled {
  /** Computes every cell of a frame from its inputs. */
  run: Run<Frame>;
  phases: Phases;
  steps: Steps;
  deciding: Deciding;
  /** The levels that gates ask of criteria. */
  needs: GateNeed[];
  questions: Question[];
  /** The criteria that a group names, directly or by gates and capabilities, as cells. */
  membersOf(group: Group): ReadonlySet<number>;
  /** Computes what the money is made of; null where the questionnaire counts none. */
  costRun: Run<Frame> | null;
}

export function compile(questionnaire: Questionnaire): Program {
  const compiled = compiledOf(questionnaire);
  const [phases, steps] = [phasesOf(compiled), stepsOf(compiled)];
  const needs = gateNeeds(compiled);
  return {
    ...compiled,
    run: compiled.pass(compiled.sorted()),
    phases,
    steps,
    deciding: decidingOf(compiled, phases, steps),
    needs,
    questions: questionsOf(compiled, needs),
    membersOf: once(group => membersOf(compiled, group)),
    costRun: costRunOf(compiled),
  };
}

/** Worked out at the first use. */
function once<Of, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new Map<Of, Made>();
  return of => {
    const made = known.get(of) ?? make(of);
    known.set(of, made);
    return made;
  };
}

function membersOf(program: Compiled, { criteria = [], gates = [], capabilities = [] }: Group): Set<number> {
  const named = criteria === "all" ? program.criteria.map(({ id }) => id) : criteria;
  return criteriaBelow(program, [
    ...named.map(id => program.cell("criterion", id)),
    ...gates.map(id => program.cell("gate", id)),
    ...capabilities.map(id => program.cell("measure", id)),
  ]);
}

function costRunOf({ questionnaire: { cost }, pass, sorted, cell }: Compiled): Program["costRun"] {
  return cost ? pass(sorted([cost.total, ...cost.figures].map(id => cell("measure", id)))) : null;
}

function compiledOf(questionnaire: Questionnaire): Compiled {
  const builder = createBuilder(questionnaire);
  defineAnswers(builder);
  defineGrids(builder);
  defineMeasures(builder);
  defineRules(builder);
  const { cells, criteria, facts, criterionIndex, factIndex, everywhere } = builder;
  const { sorted, pass, index, nameOf, recipeOf, readsOf } = cells;
  sorted();
  return {
    questionnaire,
    criteria,
    facts,
    criterionIndex,
    factIndex,
    asked: [...facts, ...criteria, ...(questionnaire.grids ?? [])].map(({ id }) => id),
    outside: new Set(questionnaire.roles.filter(role => role.outside).map(role => role.id)),
    size: cells.count(),
    sorted,
    pass,
    cell: index,
    nameOf,
    recipeOf,
    readsOf,
    clause: once(condition => clause(condition, everywhere)),
  };
}
