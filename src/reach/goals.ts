// The phases and rules of a questionnaire as goals of a search. In: a compiled questionnaire. Out: for each where it stands, what it
// rests on, when it is reached, whether it still can be, and what has to become of which conditions for it.

import { truthAt } from "../calculate/sheet.ts";
import { FAILS, HOLDS, negate, OPEN, type Truth } from "../calculate/truth.ts";
import type { Clause } from "../evaluate/clause.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import type { ReadingMode } from "../evaluate/reasons.ts";
import { sizeOf } from "./net.ts";
import type { Heading, Roots } from "./reading.ts";

/** What a cell or a condition is to become. */
export type Want = { truth: Truth } & ({ cell: number } | { clause: Clause; mode: ReadingMode });

export interface Rivals {
  kind: "earlier" | "later";
  list: { ref: string; holds(frame: Frame): boolean }[];
}

export type RulePath = (string | number)[];

export interface Goal {
  rule: string;
  /** Where it stands in the questionnaire. */
  path: RulePath;
  roots: Roots;
  /** What has to hold for it: cells and conditions. */
  own: (number | Clause)[];
  /** How these are read. */
  mode: ReadingMode;
  /** What must not hold beside it: the steps before it, or the phases after it. */
  rivals: Rivals | null;
  /** Further answers take nothing back: what is reached with something open is reached with every answer to that. */
  growing: boolean;
  /** What asking it costs. */
  cost: number;
  /** Reached, by the headline of the frame as it is. */
  reached(frame: Frame): boolean;
  /** Fails where no completion reaches it. */
  possible(frame: Frame): Truth;
  wants(frame: Frame): Want[];
}

const noHeading: Heading = { phase: false, step: false, action: false };

export function goalsOf(program: Program): Goal[] {
  const { questionnaire } = program;
  const { gates = [], signals = [], caps = [], profile, phases = [], steps = [] } = questionnaire;
  const cells = (list: string, kind: "gate" | "signal" | "cap", rules: { id: string }[]) =>
    rules.map(({ id }, at) => cellGoal(`${kind}:${id}`, [list, at], program.cell(kind, id)));
  const rules = (list: string, kind: string) =>
    (questionnaire[list as "warnings"] ?? []).map(({ id, when }, at) =>
      ruleGoal(program, `${kind}:${id}`, [list, at], program.clause(when)),
    );
  const notes = (list: "phases" | "steps", owners: Goal[]) =>
    questionnaire[list]?.flatMap(({ id: owner, notes = [] }, at) =>
      notes.map(({ id, when }, index) => {
        const path = [list, at, "notes", index];
        return both(`note:${owner}:${id}`, path, owners[at]!, ruleGoal(program, "", [], program.clause(when)));
      }),
    ) ?? [];
  const entered = phases.map((_, at) => phaseGoal(program, at, false));
  const stepGoals = steps.map((_, at) => stepGoal(program, at));
  return [
    ...entered.flatMap((goal, at) => [goal, ...(program.phases[at]!.staged ? [phaseGoal(program, at, true)] : [])]),
    ...cells("gates", "gate", gates),
    ...cells("signals", "signal", signals),
    ...cells("caps", "cap", caps),
    ...(profile?.parts ?? []).flatMap(({ dimension, when }, at) =>
      profile!.states.map(({ id }) => {
        const path = ["profile", "parts", at, ...(Object.hasOwn(when, id) ? ["when", id] : [])];
        return cellGoal(`profile:${dimension}:${id}`, path, program.cell("profile", dimension, id));
      }),
    ),
    ...stepGoals,
    ...rules("recommendations", "recommendation"),
    ...(questionnaire.partners?.actions ?? []).map(({ action, when }, at) =>
      ruleGoal(program, `partner-action:${at + 1}:${action}`, ["partners", "actions", at], program.clause(when)),
    ),
    ...rules("warnings", "warning"),
    ...notes("phases", entered),
    ...notes("steps", stepGoals),
  ];
}

const cellGoal = (rule: string, path: RulePath, cell: number): Goal => ({
  rule,
  path,
  roots: { cells: [cell], clauses: [], heading: noHeading },
  growing: true,
  cost: 1,
  own: [cell],
  rivals: null,
  mode: "logic",
  reached: frame => frame.truth[cell] === HOLDS,
  possible: frame => truthAt(frame, cell),
  wants: () => [{ cell, truth: HOLDS }],
});

const ruleGoal = (program: Program, rule: string, path: RulePath, clause: Clause): Goal => ({
  ...clausesGoal(program, [clause], "headline"),
  rule,
  path,
});

/** Some conditions at once, read as a rule reads them. */
export function clausesGoal(program: Program, clauses: Clause[], mode: ReadingMode): Goal {
  const could = clauses.map(clause => (mode === "logic" ? clause.logic : couldBe(program, clause)));
  return {
    rule: "",
    path: [],
    roots: { cells: [], clauses, heading: noHeading },
    mode,
    growing: mode === "logic",
    cost: clauses.reduce((sum, clause) => sum + 2 * sizeOf(clause), 0),
    own: clauses,
    rivals: null,
    reached: frame => clauses.every(clause => clause[mode](frame) === HOLDS),
    possible: frame => least(could.map(ask => ask(frame))),
    wants: () => clauses.map(clause => ({ clause, mode, truth: HOLDS })),
  };
}

function phaseGoal({ phases }: Program, at: number, established: boolean): Goal {
  const own = [phases[at]!.entered, ...(established ? [phases[at]!.established] : [])];
  const later = phases.slice(at + 1).map(({ entered }) => entered);
  return {
    rule: `phase:${phases[at]!.id}${established ? ":established" : ""}`,
    path: ["phases", at, ...(established ? ["established"] : [])],
    roots: { cells: [...own, ...later], clauses: [], heading: noHeading },
    own,
    mode: "logic",
    rivals: {
      kind: "later",
      list: later.map((cell, index) => ({
        ref: `phase:${phases[at + 1 + index]!.id}`,
        holds: frame => frame.truth[cell] === HOLDS,
      })),
    },
    // Of the last phase nothing stands in the way.
    growing: later.length === 0,
    cost: phases.length,
    reached: frame =>
      own.every(cell => frame.truth[cell] === HOLDS) && later.every(cell => frame.truth[cell] !== HOLDS),
    possible: frame =>
      least([...own.map(cell => truthAt(frame, cell)), ...later.map(cell => negate(truthAt(frame, cell)))]),
    wants: () => own.map(cell => ({ cell, truth: HOLDS })),
  };
}

export function stepGoal({ steps }: Program, at: number): Goal {
  const earlier = steps.slice(0, at).flatMap(({ when }) => when ?? []);
  const own = steps[at]!.when;
  const clauses = [...(own ? [own] : []), ...earlier];
  return {
    rule: `step:${steps[at]!.step.id}`,
    path: ["steps", at],
    roots: { cells: [], clauses, heading: noHeading },
    growing: false,
    own: own ? [own] : [],
    mode: "headline",
    rivals: {
      kind: "earlier",
      list: steps.slice(0, at).map(({ step, when }) => ({
        ref: `step:${step.id}`,
        holds: frame => (when?.headline(frame) ?? HOLDS) === HOLDS,
      })),
    },
    cost: clauses.reduce((sum, clause) => sum + 2 * sizeOf(clause), 0),
    reached: frame => (own?.headline(frame) ?? HOLDS) === HOLDS && earlier.every(one => one.headline(frame) !== HOLDS),
    possible: frame => least([own?.logic(frame) ?? HOLDS, ...earlier.map(one => negate(one.logic(frame)))]),
    wants: frame => [
      ...earlier.filter(one => one.headline(frame) === HOLDS).map(clause => wanted(clause, FAILS)),
      ...(own ? [wanted(own, HOLDS)] : []),
    ],
  };
}

const wanted = (clause: Clause, truth: Truth): Want => ({ clause, mode: "headline", truth });

/** Two goals at once. */
function both(rule: string, path: RulePath, one: Goal, other: Goal): Goal {
  const cells = [...one.roots.cells, ...other.roots.cells];
  const clauses = [...one.roots.clauses, ...other.roots.clauses];
  return {
    rule,
    path,
    roots: { cells, clauses, heading: noHeading },
    growing: false,
    cost: one.cost + other.cost,
    own: [...one.own, ...other.own],
    rivals: one.rivals,
    mode: "headline",
    reached: frame => one.reached(frame) && other.reached(frame),
    possible: frame => least([one.possible(frame), other.possible(frame)]),
    wants: frame => [...one.wants(frame), ...other.wants(frame)],
  };
}

/** Whether a condition could hold; of a step that it names it is asked whether that step could still be the one. */
function couldBe(program: Program, clause: Clause): (frame: Frame) => Truth {
  const { condition, parts } = clause;
  if (!namesStep(clause)) return clause.logic;
  if ("step" in condition) {
    const at = program.steps.findIndex(({ step }) => step.id === condition.step);
    const { possible } = stepGoal(program, at);
    // Which step it is, is settled only at the end.
    return frame => (possible(frame) === FAILS ? FAILS : OPEN);
  }
  const asks = parts.map(part => couldBe(program, part));
  const truths = (frame: Frame) => asks.map(ask => ask(frame));
  if ("all" in condition) return frame => least(truths(frame));
  if ("any" in condition) return frame => Math.max(FAILS, ...truths(frame)) as Truth;
  if ("not" in condition) return frame => negate(asks[0]!(frame));
  const { atLeast } = condition as { atLeast: number };
  return frame => {
    const found = truths(frame);
    if (found.filter(truth => truth === HOLDS).length >= atLeast) return HOLDS;
    return found.filter(truth => truth !== FAILS).length >= atLeast ? OPEN : FAILS;
  };
}

const namesStep = ({ condition, parts }: Clause): boolean => "step" in condition || parts.some(namesStep);

const least = (truths: Truth[]): Truth => Math.min(HOLDS, ...truths) as Truth;
