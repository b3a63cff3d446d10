// The rules of a questionnaire as goals of a search: when one is reached, whether it still can be, and what is worth answering.
import type { Clause } from "./clause.ts";
import { type Frame, HOLDS, negate, OPEN, type Truth, truthAt } from "./frame.ts";
import { createGrounds } from "./grounds.ts";
import type { Engine } from "./verdict.ts";

export interface Goal {
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

/** A rule that asks for a step is sought at each step it names. */
export function waysOf(engine: Engine, goal: Goal): Goal[] {
  const steps = engine.policy.steps.flatMap(({ step }, at) => (goal.steps.has(step.id) ? [stepGoal(engine, at)] : []));
  if (steps.length === 0) return [goal];
  return steps.map(step => ({
    ...goal,
    possible: frame => least([goal.possible(frame), step.possible(frame)]),
    open: frame => new Set([...step.open(frame), ...goal.open(frame)]),
  }));
}

export function goalsOf(engine: Engine): Goal[] {
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
    ...(questionnaire.profile?.parts ?? []).flatMap(({ dimension }) =>
      questionnaire.profile!.states.map(({ id }) => {
        const key = `profile:${dimension}:${id}`;
        return truthGoal(key, program.cell(key));
      }),
    ),
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
