// The work of the next step, in order (rubrics 2.7): its groups one after the other, what unlocks first within each, quick wins
// beside the plan, the rest parked, and what nobody could say yet. Criteria as indexes in, ids out.

import { FAILS, HOLDS } from "../../calculate/truth.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { Group } from "../../model/questionnaire.ts";
import { groupsOf, highestOf, targetOf } from "../../questionnaire/outline.ts";
import { type Frame, NOT_APPLICABLE } from "../frame.ts";
import { criteriaBelow } from "../grounds.ts";
import type { Program } from "../program.ts";

export function roadmap(program: Program, frame: Frame): Evaluation["roadmap"] {
  const { criteria, questionnaire } = program;
  const { step } = program.steps[frame.headline.step] ?? {};
  const usual = targetOf(questionnaire);
  const target = step?.target ?? usual;
  const cells = criteria.map(({ id }) => program.cell("criterion", id));
  const tops = criteria.map(criterion => highestOf(questionnaire, criterion));
  const level = (index: number) => frame.lo[cells[index]!]!;
  const top = (index: number) => tops[index]!;
  const visible = [...criteria.keys()].filter(index => frame.truth[cells[index]!] !== FAILS);
  const answered = visible.filter(index => !Number.isNaN(frame.inputs.level[index]!));
  const placed = new Set<number>();
  const groups = groupsOf(questionnaire, step).flatMap(group => {
    if (group.when && program.clause(group.when).headline(frame) !== HOLDS) return [];
    const members = membersOf(program, group);
    const aim = group.target ?? target;
    const items = answered.filter(index => {
      return members.has(cells[index]!) && !placed.has(index) && level(index) < Math.min(aim, top(index));
    });
    for (const index of items) placed.add(index);
    return items.length > 0
      ? [{ id: group.id, target: aim, criteria: rank(program, frame, items, group, level).map(idOf) }]
      : [];
  });
  const rest = answered.filter(index => !placed.has(index) && level(index) < Math.min(usual, top(index)));
  const quick = questionnaire.roadmap?.quickWin;
  const isQuick = (index: number) => {
    const { effort = 1 } = criteria[index]!;
    return quick !== undefined && effort <= quick.effort && worth(program, index) >= quick.valuePerEffort;
  };
  function idOf(index: number): string {
    return criteria[index]!.id;
  }
  return {
    groups,
    quickWins: rest.filter(isQuick).map(idOf),
    parked: rest.filter(index => !isQuick(index)).map(idOf),
    ask: visible
      .filter(index => Number.isNaN(frame.inputs.level[index]!) && frame.inputs.state[index] !== NOT_APPLICABLE)
      .map(idOf),
  };
}

function worth(program: Program, index: number): number {
  const { value = 1, effort = 1 } = program.criteria[index]!;
  return value / effort;
}

/** The criteria a group names, directly or by gates and capabilities, as cells. */
function membersOf(program: Program, { criteria = [], gates = [], capabilities = [] }: Group): Set<number> {
  const named = criteria === "all" ? program.criteria.map(({ id }) => id) : criteria;
  return criteriaBelow(program, [
    ...named.map(id => program.cell("criterion", id)),
    ...gates.map(id => program.cell("gate", id)),
    ...capabilities.map(id => program.cell("measure", id)),
  ]);
}

/** Repeatedly the best item whose prerequisites in the group are taken. */
function rank(
  program: Program,
  frame: Frame,
  items: number[],
  group: Group,
  level: (index: number) => number,
): number[] {
  const { criteria, criterionIndex, cell } = program;
  const answering = new Set(
    items.filter(index => (criteria[index]!.solves ?? []).some(id => frame.truth[cell("signal", id)] === HOLDS)),
  );
  const answersSignal = (index: number) => (answering.has(index) ? 1 : 0);
  const before = (a: number, b: number): number =>
    (group.order === "lowest-first" ? level(a) - level(b) : 0) ||
    answersSignal(b) - answersSignal(a) ||
    worth(program, b) - worth(program, a) ||
    (criteria[b]!.weight ?? 1) - (criteria[a]!.weight ?? 1) ||
    a - b;
  const waiting = [...items].sort(before);
  const ranked: number[] = [];
  while (waiting.length > 0) {
    const blocked = (index: number) =>
      (criteria[index]!.prerequisites ?? []).some(id => waiting.includes(criterionIndex.get(id)!));
    const next = waiting.findIndex(index => !blocked(index));
    ranked.push(...waiting.splice(Math.max(0, next), 1));
  }
  return ranked;
}
