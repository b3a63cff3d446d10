// Where a figure comes from: the cells it is made of, their weights, how it is rounded, and for a criterion who said what. In: a cell.
// Out: its node. The figures are read from the frame; what is not kept there is computed by the engine's own functions.
import type { Recipe } from "../../calculate/cells.ts";
import { isThere, truthAt } from "../../calculate/sheet.ts";
import type { Assessment } from "../../model/assessment.ts";
import type { Interval, ResponseView, RoleLevels } from "../../model/evaluation.ts";
import type { AnswersHow, Figure, FiguresHow, How, ShapingView } from "../../model/explanation.ts";
import type { Clause } from "../clause.ts";
import { byRoles, factView } from "../consensus.ts";
import { type Frame, orNull, stateName } from "../frame.ts";
import type { FilledGrid } from "../grids.ts";
import { refOf } from "../names.ts";
import { ownValue } from "../own-value.ts";
import { criterionView } from "../views/criteria.ts";
import { interval, measureView } from "../views/measures.ts";
import { checkHow } from "./grid.ts";
import { type Tracing, traceTest } from "./test.ts";

export interface Answering {
  assessment: Assessment;
  voices: ResponseView[][];
  heard: RoleLevels[][];
  grids: FilledGrid[];
}

/** A figure with whether it counts; absent and present are the ends, and a figure that may turn out either way is open. */
export const figureOf = (frame: Frame, cell: number): Figure => ({
  ...interval(frame, cell),
  counts: stateName(isThere(frame, cell)),
});

export function figureHow(tracing: Tracing, answering: Answering, cell: number): How {
  const { program, frame, see } = tracing;
  const { kind, id, part } = program.nameOf(cell);
  const recipe = program.recipeOf(cell);
  const { operator, members, clauses, table } = recipe;
  if (kind === "criterion") return answersHow(tracing, answering, id, recipe);
  if (kind === "fact") {
    const { value, by, date, note } = factView(id, ownValue(answering.assessment.facts, id));
    return { by: "fact", given: value, giver: by, date, note };
  }
  if (kind === "number") return { by: "number" };
  if (kind === "grid") return checkHow(tracing, answering.grids, id, part!);
  if (kind === "outside") {
    const level = orNull(frame.inputs.outside[program.criterionIndex.get(id)!]!);
    return { by: "outside", of: see(`criterion:${id}`), level };
  }
  if (kind === "record-score" || kind === "record-share")
    return { by: "recorded", of: see(refOf(program.nameOf(members[0]!))) };
  if (operator === "capped") return cappedHow(tracing, id, members[0]!);
  if (table) return { by: "table", of: see(refOf(program.nameOf(members[0]!))), table: [...table] };
  const shaping = shapingOf(frame, cell, recipe);
  if (operator !== "count") return groupHow(tracing, recipe, shaping);
  const signals = members.map(member => {
    const state = stateName(truthAt(frame, member));
    return { by: "passed" as const, of: see(refOf(program.nameOf(member))), state, decides: state === "holds" };
  });
  return { by: "count", parts: [...signals, ...clauses.map(one => traceTest(tracing, one, "logic"))], shaping };
}

function groupHow({ program, see }: Tracing, recipe: Recipe<Clause>, shaping: ShapingView | null): FiguresHow {
  const { operator, members, weights, missing } = recipe;
  return {
    by: operator as FiguresHow["by"],
    members: members.map((member, at) => {
      const weight = weights?.[at] ?? 1;
      const of = see(refOf(program.nameOf(member)));
      return { of, weight: typeof weight === "number" ? weight : see(refOf(program.nameOf(weight.cell))) };
    }),
    missing: missing ?? "skip",
    shaping,
  };
}

function cappedHow({ program, frame, see }: Tracing, id: string, uncapped: number): How {
  const { cappedBy } = measureView(program, frame, id);
  const caps = program.questionnaire.caps!.filter(({ measures }) => measures?.includes(id));
  return {
    by: "capped",
    of: see(refOf(program.nameOf(uncapped))),
    caps: caps.map(cap => ({ of: see(`cap:${cap.id}`), atMost: cap.atMost, binds: cappedBy.includes(cap.id) })),
  };
}

/** The figure before it is rounded and limited: the cell is computed once more up to there, and then put back. */
function shapingOf(frame: Frame, cell: number, { shaping }: Recipe<Clause>): ShapingView | null {
  if (!shaping) return null;
  const { lo, hi, value, absent } = frame;
  const kept = [lo[cell]!, hi[cell]!, value[cell]!, absent[cell]!] as const;
  shaping.before(frame, cell);
  const before: Interval = interval(frame, cell);
  [lo[cell], hi[cell], value[cell], absent[cell]] = kept;
  const { round, digits, clamp } = shaping.by;
  return { ...(round && { round, digits: digits ?? 0 }), ...(clamp && { clamp }), before };
}

function answersHow(tracing: Tracing, answering: Answering, id: string, recipe: Recipe<Clause>): AnswersHow {
  const { program, frame, see } = tracing;
  const question = program.questions[program.criterionIndex.get(id)!]!;
  const { criterion, index, highest, naLevel, caps } = question;
  const voices = answering.voices[index]!;
  const agreed = ownValue(answering.assessment.agreed, id) ?? null;
  const heard = answering.heard[index]!;
  const { state, answeredLevel } = criterionView(program, frame, question, voices, heard, agreed);
  const counted = agreed ? [] : voices.filter(voice => !voice.outside);
  const [visible] = recipe.clauses;
  return {
    by: "answers",
    state,
    highest,
    answered: answeredLevel,
    naLevel,
    voices,
    agreed,
    roles: heard,
    options: (criterion.options ?? []).map(({ id: option }, bit) => ({
      id: option,
      counts: (frame.inputs.options[index]! & (1 << bit)) !== 0,
      roles: byRoles(criterion, counted, voice => (voice.options?.includes(option) ? 1 : 0)),
    })),
    visible: visible ? traceTest(tracing, visible, "logic") : null,
    caps: caps.map(cap => ({ of: see(`cap:${cap.id}`), atMost: cap.atMost })),
  };
}
