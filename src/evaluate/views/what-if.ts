// The verdict as it might be with some answers otherwise: what a department that was not heard could move, and what rests on answers
// that a question does not apply. In: a decided frame. Out: views, ids only. Rule kept: the frame itself stays as it is.

import { truthAt } from "../../calculate/sheet.ts";
import { FAILS } from "../../calculate/truth.ts";
import type { Evaluation, Finding } from "../../model/evaluation.ts";
import type { Bound } from "../consensus.ts";
import { lowerMedian } from "../consensus.ts";
import { ANSWERED, createFrame, type Frame, type Inputs, NOT_APPLICABLE, UNANSWERED } from "../frame.ts";
import { namesOf } from "../grounds.ts";
import type { Program } from "../program.ts";
import { decide, outlook, undecided } from "../verdict.ts";

/** Inputs that may be changed. */
const copyOf = (inputs: Inputs): Inputs => ({
  ...inputs,
  state: inputs.state.slice(),
  level: inputs.level.slice(),
  highest: inputs.highest.slice(),
  heldLow: inputs.heldLow.slice(),
  heldHigh: inputs.heldHigh.slice(),
});

/** Answered questions and filled grids that roles which should be heard on them could still move, and whether the verdict could
 * change by it: `canChange: false` is proven for whatever those roles may say. */
export function unheard(program: Program, frame: Frame, bound: Bound): Evaluation["unheard"] {
  const { roles } = program.questionnaire;
  const inputs = copyOf(frame.inputs);
  const moved = [...movedCriteria(program, inputs, frame, bound), ...movedGrids(program, inputs, bound)];
  if (moved.length === 0) return { refs: [], roles: [], canChange: false };
  const missing = new Set(moved.flatMap(one => one.missing));
  const free = { ...createFrame(inputs, program.size), headline: { ...frame.headline } };
  program.deciding.run(free);
  const { phases, steps, statusOpen } = outlook(program, free);
  return {
    refs: moved.map(({ id }) => id),
    roles: roles.flatMap(({ id }) => (missing.has(id) ? [id] : [])),
    canChange: phases.size > 1 || steps.size > 1 || statusOpen,
  };
}

/** The roles of those asked that have not answered. */
const silent = (asked: string[], answers: { role: string | null }[]): string[] =>
  asked.filter(role => !answers.some(answer => answer.role === role));

interface Moved {
  id: string;
  missing: string[];
}

/** Frees the inputs of every answered criterion as far as its missing voices could move it. */
function movedCriteria({ questions, deciding }: Program, inputs: Inputs, frame: Frame, bound: Bound): Moved[] {
  return questions.flatMap(({ criterion: { id, roles, options }, index, cell, highest, insiders }) => {
    const state = frame.inputs.state[index]!;
    const given = state === ANSWERED || state === NOT_APPLICABLE;
    const open = deciding.backed.has(id);
    if (!given || truthAt(frame, cell) === FAILS || (bound.agreed[index] && !open)) return [];
    const missing = silent(insiders, bound.voices[index]!);
    if (missing.length === 0) return [];
    const levels = bound.heard[index]!.flatMap(({ role, median }) => (roles.includes(role ?? "") ? median : []));
    if (open || options || levels.length === 0) {
      inputs.state[index] = UNANSWERED;
      inputs.level[index] = Number.NaN;
      return { id, missing };
    }
    const [low, high] = spanWith(levels, missing.length, highest);
    inputs.level[index] = low;
    inputs.highest[index] = high;
    return low === high ? [] : { id, missing };
  });
}

/** Frees what checks count in every grid that somebody who is missing could fill in otherwise. */
function movedGrids({ outside }: Program, inputs: Inputs, { grids }: Bound): Moved[] {
  let check = 0;
  return grids.flatMap(({ grid, rows }) => {
    const from = check;
    check += (grid.checks ?? []).length;
    const answers = rows.flatMap(row => row.answers);
    const insiders = grid.roles.filter(role => !outside.has(role));
    const missing = silent(insiders, answers);
    if (missing.length === 0 || answers.length === 0) return [];
    inputs.heldLow.fill(0, from, check);
    inputs.heldHigh.fill(rows.length, from, check);
    return { id: grid.id, missing };
  });
}

/** The lowest and the highest lower median once so many more have spoken, or some of them. */
const spanWith = (levels: number[], more: number, top: number): [number, number] => [
  lowerMedian([...levels, ...Array<number>(more).fill(0)]),
  lowerMedian([...levels, ...Array<number>(more).fill(top)]),
];

/** The criteria said not to apply on which the phase or its status rests: were they asked and not met, it would be another. */
export function naDecides(program: Program, frame: Frame): Finding[] {
  const left = program.deciding.criteria.filter(
    index => frame.inputs.state[index] === NOT_APPLICABLE && truthAt(frame, program.questions[index]!.cell) !== FAILS,
  );
  if (left.length === 0) return [];
  const asked = createFrame(copyOf(frame.inputs), program.size);
  for (const index of left) asked.inputs.state[index] = UNANSWERED;
  decide(program, asked, program.deciding.run);
  const { phase, established } = asked.headline;
  if (phase >= frame.headline.phase && (phase !== frame.headline.phase || established || !frame.headline.established))
    return [];
  const ids = new Set(left.map(index => program.criteria[index]!.id));
  const refs = namesOf(program, undecided(program, asked)).filter(id => ids.has(id));
  const without = program.phases[phase];
  return [
    {
      kind: "na-decides",
      refs,
      without: { phase: without?.id ?? null, status: without ? (established ? "established" : "entered") : null },
    },
  ];
}
