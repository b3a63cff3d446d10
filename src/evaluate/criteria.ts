// Cells of what is answered: facts and criteria. A criterion is its consensus level, lowered by caps, gone when hidden, and the
// interval of all its levels while nobody can say. An N/A is gone, or the level that the questionnaire lets it count.
import type { Fact } from "../model/questionnaire.ts";
import { highestOf, naLevelOf, scoresOf } from "../questionnaire/outline.ts";
import { type Builder, weightOf } from "./builder.ts";
import { clause } from "./clause.ts";
import {
  ABSENT,
  ANSWERED,
  FAILS,
  type Frame,
  HOLDS,
  MAYBE,
  NOT_APPLICABLE,
  OPEN,
  PRESENT,
  setAbsent,
  setFigure,
} from "./frame.ts";

const eight = new DataView(new ArrayBuffer(8));

/** The next double above: an open bound written as a closed one. */
export function justAbove(x: number): number {
  if (x === 0) return Number.MIN_VALUE;
  if (!Number.isFinite(x)) return x;
  eight.setFloat64(0, x);
  eight.setBigInt64(0, eight.getBigInt64(0) + (x > 0 ? 1n : -1n));
  return eight.getFloat64(0);
}

export const justBelow = (x: number): number => -justAbove(-x);

/** The declared bounds of a number, or the range of a choice's indexes. */
export function factBounds(fact: Fact): [number, number] {
  if (fact.type === "choice") return [0, fact.choices.length - 1];
  if (fact.type === "text") return [NaN, NaN];
  return [fact.above === undefined ? (fact.min ?? -Infinity) : justAbove(fact.above), fact.max ?? Infinity];
}

export function defineAnswers(builder: Builder): void {
  const { questionnaire, criteria, facts, cells, truth, mean } = builder;
  facts.forEach((fact, index) => {
    cells.define(`fact:${fact.id}`, cell => ({
      run: frame => {
        const { factLo, factHi, known } = frame.inputs;
        setFigure(frame, cell, factLo[index]!, factHi[index]!, known[index] ? factLo[index]! : NaN, PRESENT);
      },
    }));
  });
  for (const cap of questionnaire.caps ?? []) truth(`cap:${cap.id}`, cap.when);
  for (const index of criteria.keys()) defineCriterion(builder, index);
  for (const { id, criteria } of questionnaire.dimensions) {
    const weights = criteria.map(weightOf);
    mean(
      `dimension:${id}`,
      criteria.map(({ id }) => `score:${id}`),
      weights,
    );
    mean(
      `percent:${id}`,
      criteria.map(({ id }) => `share:${id}`),
      weights,
    );
  }
  mean(
    "measure:index",
    questionnaire.dimensions.map(({ id }) => `percent:${id}`),
    questionnaire.dimensions.map(weightOf),
  );
}

function defineCriterion({ questionnaire, criteria, cells, everywhere }: Builder, index: number): void {
  const criterion = criteria[index]!;
  const top = highestOf(questionnaire, criterion);
  const naLevel = naLevelOf(questionnaire, criterion);
  const mayLeave = criterion.na !== undefined && naLevel === null;
  cells.define(`criterion:${criterion.id}`, cell => {
    const visible = criterion.visible && clause(criterion.visible, everywhere);
    const caps = (questionnaire.caps ?? [])
      .filter(cap => cap.criteria?.includes(criterion.id))
      .map(cap => ({ cell: cells.use(`cap:${cap.id}`), atMost: cap.atMost }));
    const run = (frame: Frame): void => {
      const { inputs } = frame;
      const shown = visible ? visible.logic(frame) : HOLDS;
      frame.truth[cell] = shown;
      const state = inputs.state[index];
      const counted = state === NOT_APPLICABLE ? naLevel : state === ANSWERED ? inputs.level[index]! : NaN;
      if (shown === FAILS || counted === null) return setAbsent(frame, cell);
      const known = !Number.isNaN(counted);
      let lo = known ? counted : 0;
      let hi = known ? (Number.isNaN(inputs.highest[index]!) ? counted : inputs.highest[index]!) : top;
      for (const cap of caps) {
        if (frame.truth[cap.cell] !== FAILS) lo = Math.min(lo, cap.atMost);
        if (frame.truth[cap.cell] === HOLDS) hi = Math.min(hi, cap.atMost);
      }
      const absent = shown === OPEN || (!known && mayLeave) ? MAYBE : PRESENT;
      setFigure(frame, cell, lo, hi, known && lo === hi && absent === PRESENT ? lo : NaN, absent);
    };
    return {
      run,
      recipe: { operator: "criterion", members: caps.map(cap => cap.cell), clauses: visible ? [visible] : [] },
    };
  });
  const scores = scoresOf(questionnaire, criterion);
  const best = Math.max(...scores);
  defineByLevel(cells, `score:${criterion.id}`, criterion.id, scores);
  defineByLevel(
    cells,
    `share:${criterion.id}`,
    criterion.id,
    scores.map(score => (best <= 0 ? 0 : (score / best) * 100)),
  );
  cells.define(`outside:${criterion.id}`, cell => {
    const own = cells.use(`criterion:${criterion.id}`);
    return {
      run: frame => {
        const level = frame.inputs.outside[index]!;
        const shown = frame.truth[own];
        if (Number.isNaN(level) || shown === FAILS) return setAbsent(frame, cell);
        const figure = scores[level]!;
        const sure = shown === HOLDS;
        return setFigure(frame, cell, figure, figure, sure ? figure : Number.NaN, sure ? PRESENT : MAYBE);
      },
    };
  });
}

/** A figure by a table over a criterion's levels: the bounds are those of the levels still possible. */
function defineByLevel(cells: Builder["cells"], key: string, id: string, table: number[]): void {
  const isLevel = table.every((figure, level) => figure === level);
  cells.define(key, cell => {
    const from = cells.use(`criterion:${id}`);
    const run = (frame: Frame): void => {
      const absent = frame.absent[from]!;
      const [lo, hi, value] = [frame.lo[from]!, frame.hi[from]!, frame.value[from]!];
      if (isLevel || absent === ABSENT) return setFigure(frame, cell, lo, hi, value, absent);
      if (lo === hi)
        return setFigure(frame, cell, table[lo]!, table[lo]!, Number.isNaN(value) ? NaN : table[lo]!, absent);
      const within = table.slice(lo, hi + 1);
      setFigure(frame, cell, Math.min(...within), Math.max(...within), NaN, absent);
    };
    return { run, recipe: { operator: isLevel ? "level" : "table", members: [from], clauses: [], table } };
  });
}
