// The runner-up: the other partner type that the smallest single change of one answer would bring (design 4.10).
import type { Evaluation } from "../model/evaluation.ts";
import { highestOf } from "../questionnaire/outline.ts";
import { ANSWERED, FAILS, type Frame, NOT_APPLICABLE, UNANSWERED } from "./frame.ts";
import { decide, type Engine, partnerOf, possibleSteps } from "./verdict.ts";

type RunnerUp = NonNullable<Evaluation["partner"]>["runnerUp"];

/** Facts stay fixed; fewest steps first, ties in questionnaire order; answering an open criterion counts as one step. */
export function runnerUp(engine: Engine, frame: Frame): RunnerUp {
  const found = search(engine, frame);
  decide(engine, frame, engine.policy.run);
  return found;
}

function search(engine: Engine, frame: Frame): RunnerUp {
  const { program, policy } = engine;
  const present = partnerIdOf(engine, frame.headline.step);
  const moving = policy.criteria
    .filter(index => frame.truth[program.cell(`criterion:${program.criteria[index]!.id}`)] !== FAILS)
    .filter(index => frame.inputs.state[index] !== NOT_APPLICABLE && !program.criteria[index]!.options)
    .filter(index => policy.readsState || couldMove(engine, frame, index, present));
  const tops = moving.map(index => highestOf(program.questionnaire, program.criteria[index]!));
  for (let distance = 1; distance <= Math.max(0, ...tops); distance++) {
    for (const [at, index] of moving.entries()) {
      const from = frame.inputs.level[index]!;
      for (const to of candidates(from, distance, tops[at]!)) {
        const partner = withLevel(frame, index, to, () => {
          decide(engine, frame, policy.run);
          return partnerIdOf(engine, frame.headline.step);
        });
        if (partner === null || partner === present) continue;
        const ref = `criterion:${program.criteria[index]!.id}`;
        return { id: partner, flip: { ref, from: Number.isNaN(from) ? null : from, to } };
      }
    }
  }
  return null;
}

const partnerIdOf = (engine: Engine, step: number): string | null => partnerOf(engine, step)?.id ?? null;

/** Whether any answer to one criterion might lead to another partner: asked once with the answer left open. */
function couldMove(engine: Engine, frame: Frame, index: number, present: string | null): boolean {
  return withLevel(frame, index, Number.NaN, () => {
    engine.policy.run(frame);
    return possibleSteps(engine, frame).some(step => partnerIdOf(engine, step) !== present);
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
