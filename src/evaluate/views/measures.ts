// Figures as the evaluation shows them: what counts, and beside it what it is without caps.
import { ABSENT, isTooLarge, truthAt } from "../../calculate/sheet.ts";
import { HOLDS } from "../../calculate/truth.ts";
import type { CriterionView, Evaluation, Interval, MeasureView } from "../../model/evaluation.ts";
import type { Cap, Dimension } from "../../model/questionnaire.ts";
import { type Frame, orNull } from "../frame.ts";
import type { Program } from "../program.ts";

export function interval(frame: Frame, cell: number): Interval {
  if (frame.absent[cell] === ABSENT) return { value: null, low: null, high: null };
  if (isTooLarge(frame, cell)) return { value: null, low: null, high: null, tooLarge: true };
  return { value: orNull(frame.value[cell]!), low: orNull(frame.lo[cell]!), high: orNull(frame.hi[cell]!) };
}

export function capabilityView(program: Program, frame: Frame, id: string): Evaluation["capabilities"][number] {
  const { value, low, high } = interval(frame, program.cell("measure", id));
  return { id, level: value, low, high };
}

export function dimensionView(
  program: Program,
  frame: Frame,
  { id, criteria }: Dimension,
  views: CriterionView[],
): Evaluation["dimensions"][number] {
  const { value, low, high } = interval(frame, program.cell("dimension", id));
  return {
    id,
    ...interval(frame, program.cell("percent", id)),
    mean: value,
    meanLow: low,
    meanHigh: high,
    answered: criteria.filter(one => views[program.criterionIndex.get(one.id)!]!.state === "answered").length,
    total: criteria.length,
  };
}

export function measureView(program: Program, frame: Frame, id: string): MeasureView {
  const caps = (program.questionnaire.caps ?? []).filter(({ measures }) => measures?.includes(id));
  const counted = { id, ...interval(frame, program.cell("measure", id)) };
  if (caps.length === 0) return { ...counted, cappedBy: [], uncapped: null };
  const from = program.cell("uncapped", id);
  return { ...counted, cappedBy: binding(program, frame, caps, frame.lo[from]!), uncapped: interval(frame, from) };
}

/** Of the caps that hold and lower a figure, the lowest: the others change nothing. */
export function binding(program: Program, frame: Frame, caps: Cap[], figure: number): string[] {
  if (caps.length === 0) return [];
  const holding = caps.filter(({ id, atMost }) => atMost < figure && truthAt(frame, program.cell("cap", id)) === HOLDS);
  const lowest = Math.min(...holding.map(({ atMost }) => atMost));
  return holding.filter(({ atMost }) => atMost === lowest).map(({ id }) => id);
}
