// The work of the next step, in order: its groups one after the other, what unlocks first within each, quick wins
// beside the plan, the rest parked, and what nobody could say yet.

import { FAILS, HOLDS } from "../../calculate/truth.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { Criterion, Group } from "../../model/questionnaire.ts";
import { groupsOf, targetOf } from "../../questionnaire/outline.ts";
import { type Frame, NOT_APPLICABLE } from "../frame.ts";
import type { Program } from "../program.ts";
import type { Question } from "../questions.ts";

export function roadmap(program: Program, frame: Frame): Evaluation["roadmap"] {
  const { questionnaire, questions } = program;
  const { step } = program.steps[frame.headline.step] ?? {};
  const usual = targetOf(questionnaire);
  const level = ({ cell }: Question) => frame.lo[cell]!;
  const isAnswered = ({ index }: Question) => !Number.isNaN(frame.inputs.level[index]!);
  const isBelow = (one: Question, aim: number) => level(one) < Math.min(aim, one.highest);
  const visible = questions.filter(({ cell }) => frame.truth[cell] !== FAILS);
  const answered = visible.filter(isAnswered);
  const placed = new Set<Question>();
  const groups = groupsOf(questionnaire, step).flatMap(group => {
    if (group.when && program.clause(group.when).headline(frame) !== HOLDS) return [];
    const members = program.membersOf(group);
    const target = group.target ?? step?.target ?? usual;
    const items = answered.filter(one => members.has(one.cell) && !placed.has(one) && isBelow(one, target));
    for (const one of items) placed.add(one);
    return items.length > 0 ? [{ id: group.id, target, criteria: idsOf(rank(program, frame, items, group)) }] : [];
  });
  const rest = answered.filter(one => !placed.has(one) && isBelow(one, usual));
  const quick = questionnaire.roadmap?.quickWin;
  const isQuick = ({ criterion }: Question) =>
    quick !== undefined && (criterion.effort ?? 1) <= quick.effort && worth(criterion) >= quick.valuePerEffort;
  return {
    groups,
    quickWins: idsOf(rest.filter(isQuick)),
    parked: idsOf(rest.filter(one => !isQuick(one))),
    ask: idsOf(visible.filter(one => !isAnswered(one) && frame.inputs.state[one.index] !== NOT_APPLICABLE)),
  };
}

const idsOf = (questions: Question[]): string[] => questions.map(({ criterion }) => criterion.id);

const worth = ({ value = 1, effort = 1 }: Criterion): number => value / effort;

/** Repeatedly the best item whose prerequisites in the group are taken. */
function rank({ cell }: Program, frame: Frame, items: Question[], { order }: Group): Question[] {
  const solving = new Set(
    items.filter(({ criterion }) => criterion.solves?.some(id => frame.truth[cell("signal", id)] === HOLDS)),
  );
  const before = (a: Question, b: Question): number =>
    (order === "lowest-first" ? frame.lo[a.cell]! - frame.lo[b.cell]! : 0) ||
    Number(solving.has(b)) - Number(solving.has(a)) ||
    worth(b.criterion) - worth(a.criterion) ||
    (b.criterion.weight ?? 1) - (a.criterion.weight ?? 1) ||
    a.index - b.index;
  const waiting = [...items].sort(before);
  const ranked: Question[] = [];
  while (waiting.length > 0) {
    const left = new Set(idsOf(waiting));
    const next = waiting.findIndex(({ criterion }) => !criterion.prerequisites?.some(id => left.has(id)));
    ranked.push(...waiting.splice(Math.max(0, next), 1));
  }
  return ranked;
}
