// Figures as the evaluation shows them: what counts, and beside it what it is without caps.
import type { Interval, MeasureView } from "../model/evaluation.ts";
import type { Cap } from "../model/questionnaire.ts";
import { ABSENT, type Frame, HOLDS, isTooLarge, orNull, truthAt } from "./frame.ts";
import type { Program } from "./program.ts";

export function interval(frame: Frame, cell: number): Interval {
  if (frame.absent[cell] === ABSENT) return { value: null, low: null, high: null };
  if (isTooLarge(frame, cell)) return { value: null, low: null, high: null, tooLarge: true };
  return { value: orNull(frame.value[cell]!), low: orNull(frame.lo[cell]!), high: orNull(frame.hi[cell]!) };
}

export function measureView(program: Program, frame: Frame, id: string): MeasureView {
  const caps = (program.questionnaire.caps ?? []).filter(({ measures }) => measures?.includes(id));
  const counted = { id, ...interval(frame, program.cell(`measure:${id}`)) };
  if (caps.length === 0) return { ...counted, cappedBy: [], uncapped: null };
  const from = program.cell(`uncapped:${id}`);
  return { ...counted, cappedBy: binding(program, frame, caps, frame.lo[from]!), uncapped: interval(frame, from) };
}

/** Of the caps that hold and lower a figure, the lowest: the others change nothing. */
export function binding(program: Program, frame: Frame, caps: Cap[], figure: number): string[] {
  if (caps.length === 0) return [];
  const holding = caps.filter(
    ({ id, atMost }) => atMost < figure && truthAt(frame, program.cell(`cap:${id}`)) === HOLDS,
  );
  const lowest = Math.min(...holding.map(({ atMost }) => atMost));
  return holding.filter(({ atMost }) => atMost === lowest).map(({ id }) => id);
}
