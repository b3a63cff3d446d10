// Cells of what is answered: facts and criteria. A criterion is its consensus level, lowered by caps, gone when hidden, and the
// interval of all its levels while nobody can say. An N/A is gone, or the level that the questionnaire lets it count.

import { justAbove } from "../calculate/numbers.ts";
import { ABSENT, MAYBE, PRESENT, setAbsent, setFigure } from "../calculate/sheet.ts";
import { FAILS, HOLDS, OPEN } from "../calculate/truth.ts";
import type { Fact } from "../model/questionnaire.ts";
import { highestOf, naLevelOf, scoresOf } from "../questionnaire/outline.ts";
import { type Builder, defineMean, defineTruth } from "./builder.ts";
import { clause } from "./clause.ts";
import { ANSWERED, type Frame, NOT_APPLICABLE } from "./frame.ts";

/** The declared bounds of a number, or the range of a choice's indexes. */
export function factBounds(fact: Fact): [number, number] {
  if (fact.type === "choice") return [0, fact.choices.length - 1];
  if (fact.type === "text") return [NaN, NaN];
  return [fact.above === undefined ? (fact.min ?? -Infinity) : justAbove(fact.above), fact.max ?? Infinity];
}

export function defineAnswers(builder: Builder): void {
  const { questionnaire, criteria, facts, cells } = builder;
  facts.forEach((fact, index) => {
    cells.define({ kind: "fact", id: fact.id }, cell => ({
      run: frame => {
        const { factLo, factHi, known } = frame.inputs;
        setFigure(frame, cell, factLo[index]!, factHi[index]!, known[index] ? factLo[index]! : NaN, PRESENT);
      },
    }));
  });
  for (const cap of questionnaire.caps ?? []) defineTruth(builder, { kind: "cap", id: cap.id }, cap.when);
  for (const index of criteria.keys()) defineCriterion(builder, index);
  for (const { id, criteria } of questionnaire.dimensions) {
    defineMean(builder, { kind: "dimension", id }, "score", criteria);
    defineMean(builder, { kind: "percent", id }, "share", criteria);
  }
  defineMean(builder, { kind: "measure", id: "index" }, "percent", questionnaire.dimensions);
}

function defineCriterion({ questionnaire, criteria, cells, everywhere }: Builder, index: number): void {
  const criterion = criteria[index]!;
  const top = highestOf(questionnaire, criterion);
  const naLevel = naLevelOf(questionnaire, criterion);
  const mayLeave = criterion.na !== undefined && naLevel === null;
  cells.define({ kind: "criterion", id: criterion.id }, cell => {
    const visible = criterion.visible && clause(criterion.visible, everywhere);
    const caps = (questionnaire.caps ?? [])
      .filter(cap => cap.criteria?.includes(criterion.id))
      .map(cap => ({ cell: cells.use("cap", cap.id), atMost: cap.atMost }));
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
  const shares = scores.map(score => (best <= 0 ? 0 : (score / best) * 100));
  defineByLevel(cells, "score", criterion.id, scores);
  defineByLevel(cells, "share", criterion.id, shares);
  cells.define({ kind: "outside", id: criterion.id }, cell => {
    const own = cells.use("criterion", criterion.id);
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
function defineByLevel(cells: Builder["cells"], kind: "score" | "share", id: string, table: number[]): void {
  const isLevel = table.every((figure, level) => figure === level);
  cells.define({ kind, id }, cell => {
    const from = cells.use("criterion", id);
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
