// Can each phase and rule come true? For every one a search for an answer set that makes it so (a witness), by fixing one open
// answer after the other and giving up a branch as soon as no completion of it can succeed. Nothing found: `dead` when the search
// or the intervals prove that nothing can be, `no-witness` when the search was cut short or had to sample numbers.
import type { Fact } from "../model/questionnaire.ts";
import { highestOf } from "../questionnaire/outline.ts";
import type { Clause } from "./clause.ts";
import { setFact } from "./consensus.ts";
import { factBounds } from "./criteria.ts";
import {
  ANSWERED,
  createFrame,
  createInputs,
  FAILS,
  type Frame,
  HOLDS,
  NOT_APPLICABLE,
  negate,
  OPEN,
  type Truth,
  truthAt,
  UNANSWERED,
  UNKNOWN,
} from "./frame.ts";
import { createGrounds } from "./grounds.ts";
import { casesOf } from "./policy.ts";
import { decide, type Engine } from "./verdict.ts";

/** Answers by criterion id and values by fact id; what is not named is unanswered. */
export interface Witness {
  facts: Record<string, number | string>;
  answers: Record<string, number | string[] | "unknown" | "na">;
}

export type Reach = { rule: string } & (
  | { outcome: "witness"; witness: Witness }
  | { outcome: "dead"; because: "intervals" | "every-answer-tried" }
  | { outcome: "no-witness"; tried: number }
);

interface Goal {
  rule: string;
  /** Steps that its condition names. */
  steps: Set<string>;
  /** Reached, by the headline of the frame as it is. */
  reached(frame: Frame): boolean;
  /** Whether any completion could reach it. */
  possible(frame: Frame): Truth;
  /** The open criteria and facts worth fixing, as cells. */
  open(frame: Frame): Set<number>;
}

const mostTries = 4000;

export function reachability(engine: Engine): Reach[] {
  return goalsOf(engine).map(goal => {
    const outcomes = waysOf(engine, goal).map(way => search(engine, way));
    const best = ["witness", "no-witness", "dead"].flatMap(outcome => outcomes.filter(one => one.outcome === outcome));
    return best[0]!;
  });
}

/** A rule that asks for a step is sought at each step it names. */
function waysOf(engine: Engine, goal: Goal): Goal[] {
  const steps = engine.policy.steps.flatMap(({ step }, at) => (goal.steps.has(step.id) ? [stepGoal(engine, at)] : []));
  if (steps.length === 0) return [goal];
  return steps.map(step => ({
    ...goal,
    possible: frame => least([goal.possible(frame), step.possible(frame)]),
    open: frame => new Set([...step.open(frame), ...goal.open(frame)]),
  }));
}

function search(engine: Engine, goal: Goal): Reach {
  const { program } = engine;
  const inputs = createInputs(program.criteria.length, program.facts.length);
  for (const [index, fact] of program.facts.entries()) setFact(inputs, index, fact, undefined);
  const frame = createFrame(inputs, program.size);
  const witness: Witness = { facts: {}, answers: {} };
  const left = new Set<number>();
  let tried = 0;
  let sampled = false;

  const attempt = (): boolean => {
    if (++tried > mostTries) return false;
    decide(engine, frame);
    if (goal.reached(frame)) return true;
    if (goal.possible(frame) === FAILS) return false;
    const cell = [...goal.open(frame)].filter(open => !left.has(open)).sort((a, b) => a - b)[0];
    if (cell === undefined) return false;
    const key = program.keyOf(cell);
    const id = key.slice(key.indexOf(":") + 1);
    left.add(cell);
    const found = key.startsWith("fact:") ? tryFact(id) : tryCriterion(id);
    if (!found) left.delete(cell);
    return found;
  };

  function tryFact(id: string): boolean {
    const index = program.factIndex.get(id)!;
    const fact = program.facts[index]!;
    const { values, complete } = candidatesOf(engine, fact, index);
    sampled ||= !complete;
    for (const value of values) {
      setFact(inputs, index, fact, value);
      witness.facts[id] = value;
      if (attempt()) return true;
    }
    setFact(inputs, index, fact, undefined);
    delete witness.facts[id];
    return attempt();
  }

  function tryCriterion(id: string): boolean {
    const index = program.criterionIndex.get(id)!;
    const criterion = program.criteria[index]!;
    for (let level = highestOf(program.questionnaire, criterion); level >= 0; level--) {
      inputs.state[index] = ANSWERED;
      inputs.level[index] = level;
      inputs.options[index] = (1 << level) - 1;
      witness.answers[id] = criterion.options ? criterion.options.slice(0, level).map(option => option.id) : level;
      if (attempt()) return true;
    }
    inputs.level[index] = Number.NaN;
    inputs.options[index] = 0;
    for (const [state, answer] of [
      [NOT_APPLICABLE, "na"],
      [UNKNOWN, "unknown"],
    ] as const) {
      if (state === NOT_APPLICABLE && criterion.na === undefined) continue;
      inputs.state[index] = state;
      witness.answers[id] = answer;
      if (attempt()) return true;
    }
    inputs.state[index] = UNANSWERED;
    delete witness.answers[id];
    return false;
  }

  decide(engine, frame);
  const { rule } = goal;
  if (goal.possible(frame) === FAILS && !goal.reached(frame)) return { rule, outcome: "dead", because: "intervals" };
  if (attempt()) return { rule, outcome: "witness", witness };
  const exhausted = tried <= mostTries && !sampled && !program.criteria.some(criterion => criterion.options);
  return exhausted ? { rule, outcome: "dead", because: "every-answer-tried" } : { rule, outcome: "no-witness", tried };
}

/** The values of a fact worth trying: each choice; of a number one value in every case, which is all there is to try only if
 * nothing computes with it. */
function candidatesOf(engine: Engine, fact: Fact, index: number): { values: (number | string)[]; complete: boolean } {
  if (fact.type === "choice") return { values: fact.choices.map(choice => choice.id), complete: true };
  if (fact.type === "text") return { values: ["text"], complete: true };
  const bounds = factBounds(fact);
  const cases = engine.policy.splits.find(split => split.fact === index)?.cases ?? [bounds];
  const samples = casesOf(bounds, [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000]).map(typical);
  const whole = (value: number) => !fact.whole || Number.isInteger(value);
  return { values: [...new Set([...cases.map(typical), ...samples])].filter(whole), complete: false };
}

/** A plain number within a closed interval. */
function typical([lo, hi]: [number, number]): number {
  if (lo === hi) return lo;
  if (!Number.isFinite(hi)) return Number.isFinite(lo) ? Math.floor(lo) + 1 : 0;
  if (!Number.isFinite(lo)) return Math.ceil(hi) - 1;
  const middle = (lo + hi) / 2;
  const round = Math.round(middle);
  return round >= lo && round <= hi ? round : middle;
}

function goalsOf(engine: Engine): Goal[] {
  const { program, policy } = engine;
  const { questionnaire } = program;
  const truthGoal = (rule: string, cell: number): Goal => ({
    rule,
    steps: new Set(),
    reached: frame => frame.truth[cell] === HOLDS,
    possible: frame => truthAt(frame, cell),
    open: frame => openOf(engine, frame, [cell], []),
  });
  const ruleGoal = (rule: string, clause: Clause, also: (frame: Frame) => boolean = () => true): Goal => ({
    rule,
    steps: stepsIn(clause),
    reached: frame => also(frame) && clause.headline(frame) === HOLDS,
    possible: frame => (clause.headline(frame) === HOLDS ? OPEN : clause.logic(frame)),
    open: frame => {
      const own = openOf(engine, frame, [], [clause]);
      return own.size > 0 ? own : everythingOpen(engine, frame);
    },
  });
  const phaseCells = policy.phases.map(phase => phase.entered);
  const phaseGoal = (at: number, established: boolean): Goal => {
    const cells = established ? [policy.phases[at]!.established] : [];
    return {
      rule: `phase:${policy.phases[at]!.id}${established ? ":established" : ""}`,
      steps: new Set(),
      reached: ({ headline }) => headline.phase === at && (!established || headline.established),
      possible: frame =>
        least([
          ...[phaseCells[at]!, ...cells].map(cell => truthAt(frame, cell)),
          ...phaseCells.slice(at + 1).map(cell => negate(truthAt(frame, cell))),
        ]),
      open: frame => openOf(engine, frame, [...phaseCells.slice(at), ...cells], []),
    };
  };
  return [
    ...policy.phases.flatMap((phase, at) => [phaseGoal(at, false), ...(phase.staged ? [phaseGoal(at, true)] : [])]),
    ...(questionnaire.gates ?? []).map(({ id }) => truthGoal(`gate:${id}`, program.cell(`gate:${id}`))),
    ...(questionnaire.signals ?? []).map(({ id }) => truthGoal(`signal:${id}`, program.cell(`signal:${id}`))),
    ...(questionnaire.caps ?? []).map(({ id }) => truthGoal(`cap:${id}`, program.cell(`cap:${id}`))),
    ...policy.steps.map((_, at) => stepGoal(engine, at)),
    ...(questionnaire.recommendations ?? []).map(({ id, when }) =>
      ruleGoal(`recommendation:${id}`, program.clause(when)),
    ),
    ...(questionnaire.partners?.actions ?? []).map(({ action, when }, at) =>
      ruleGoal(`partner-action:${at + 1}:${action}`, program.clause(when)),
    ),
    ...(questionnaire.warnings ?? []).map(({ id, when }) => ruleGoal(`warning:${id}`, program.clause(when))),
    ...(questionnaire.phases ?? []).flatMap((phase, at) =>
      (phase.notes ?? []).map(({ id, when }) =>
        ruleGoal(`note:${phase.id}:${id}`, program.clause(when), ({ headline }) => headline.phase === at),
      ),
    ),
    ...(questionnaire.steps ?? []).flatMap((step, at) =>
      (step.notes ?? []).map(({ id, when }) =>
        ruleGoal(`note:${step.id}:${id}`, program.clause(when), ({ headline }) => headline.step === at),
      ),
    ),
  ];
}

function stepGoal(engine: Engine, at: number): Goal {
  const upTo = engine.policy.steps.slice(0, at + 1);
  return {
    rule: `step:${engine.policy.steps[at]!.step.id}`,
    steps: new Set(),
    reached: ({ headline }) => headline.step === at,
    possible: frame => {
      if (frame.headline.step === at) return OPEN;
      const truths = upTo.map(({ when }) => (when ? when.logic(frame) : HOLDS));
      return least(truths.map((truth, index) => (index === at ? truth : negate(truth))));
    },
    open: frame =>
      openOf(
        engine,
        frame,
        [],
        upTo.flatMap(({ when }) => when ?? []),
      ),
  };
}

function stepsIn({ parts, condition }: Clause): Set<string> {
  return new Set([...("step" in condition ? [condition.step] : []), ...parts.flatMap(part => [...stepsIn(part)])]);
}

const least = (truths: Truth[]): Truth => Math.min(HOLDS, ...truths) as Truth;

function openOf({ program }: Engine, frame: Frame, cells: number[], clauses: Clause[]): Set<number> {
  const grounds = createGrounds(program, frame);
  for (const clause of [...cells.flatMap(cell => program.recipeOf(cell).clauses), ...clauses]) {
    if (clause.logic(frame) === OPEN) grounds.addClause(clause, OPEN);
  }
  return new Set(grounds.found);
}

/** What the phases and steps wait for, and the present partner: for rules that read the headline itself. */
function everythingOpen(engine: Engine, frame: Frame): Set<number> {
  const { program, policy } = engine;
  const cells = policy.phases.flatMap(({ entered, established }) => [entered, established]);
  const found = openOf(
    engine,
    frame,
    cells,
    policy.steps.flatMap(({ when }) => when ?? []),
  );
  const current = program.questionnaire.partners?.current;
  if (current !== undefined && !frame.inputs.known[program.factIndex.get(current)!])
    found.add(program.cell(`fact:${current}`));
  return found;
}
