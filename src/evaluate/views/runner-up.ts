// The runner-up: the other partner type that the smallest single change of one answer would bring.

import { FAILS } from "../../calculate/truth.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import { ANSWERED, type Frame, NOT_APPLICABLE, UNANSWERED } from "../frame.ts";
import type { Program } from "../program.ts";
import { decide, partnerOf, possibleSteps } from "../verdict.ts";

type RunnerUp = NonNullable<Evaluation["partner"]>["runnerUp"];

/** Facts stay fixed; fewest steps first, ties in questionnaire order; answering an open criterion counts as one step. */
export function runnerUp(program: Program, frame: Frame): RunnerUp {
  const found = search(program, frame);
  decide(program, frame, program.deciding.run);
  return found;
}

function search(program: Program, frame: Frame): RunnerUp {
  const present = partnerIdOf(program, frame.headline.step);
  const moving = program.deciding.criteria
    .filter(index => frame.truth[program.questions[index]!.cell] !== FAILS)
    .filter(index => frame.inputs.state[index] !== NOT_APPLICABLE && !program.criteria[index]!.options)
    .filter(index => program.deciding.readsState || couldMove(program, frame, index, present));
  const tops = moving.map(index => program.questions[index]!.highest);
  for (let distance = 1; distance <= Math.max(0, ...tops); distance++) {
    for (const [at, index] of moving.entries()) {
      const from = frame.inputs.level[index]!;
      for (const to of candidates(from, distance, tops[at]!)) {
        const partner = withLevel(frame, index, to, () => {
          decide(program, frame, program.deciding.run);
          return partnerIdOf(program, frame.headline.step);
        });
        if (partner === null || partner === present) continue;
        const ref = `criterion:${program.criteria[index]!.id}`;
        return { id: partner, flip: { ref, from: Number.isNaN(from) ? null : from, to } };
      }
    }
  }
  return null;
}

const partnerIdOf = (program: Program, step: number): string | null => partnerOf(program, step)?.id ?? null;

/** Whether any answer to one criterion might lead to another partner: asked once with the answer left open. */
function couldMove(program: Program, frame: Frame, index: number, present: string | null): boolean {
  return withLevel(frame, index, Number.NaN, () => {
    program.deciding.run(frame);
    return possibleSteps(program, frame).some(step => partnerIdOf(program, step) !== present);
  });
}

/** Runs with another answer (NaN: none) and puts the answer back. */
function withLevel<Result>({ inputs }: Frame, index: number, level: number, run: () => Result): Result {
  const before = [inputs.state[index]!, inputs.level[index]!] as const;
  inputs.state[index] = Number.isNaN(level) ? UNANSWERED : ANSWERED;
  inputs.level[index] = level;
  const result = run();
  [inputs.state[index], inputs.level[index]] = before;
  return result;
}

function candidates(from: number, distance: number, top: number): number[] {
  if (Number.isNaN(from)) return distance === 1 ? Array.from({ length: top + 1 }, (_, level) => level) : [];
  return [from - distance, from + distance].filter(level => level >= 0 && level <= top);
}
