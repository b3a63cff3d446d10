// What is decided, as the evaluation shows it: signals, phases, gates, the profile, who is served, and the advice that holds.
import { truthAt } from "../../calculate/sheet.ts";
import { HOLDS } from "../../calculate/truth.ts";
import type { Condition, StakeholderState } from "../../model/condition.ts";
import type { AdviceView, Evaluation } from "../../model/evaluation.ts";
import type { Advice, ProfilePart } from "../../model/questionnaire.ts";
import { type Frame, stateName } from "../frame.ts";
import { criteriaBelow, namesOf, standing } from "../grounds.ts";
import type { Program } from "../program.ts";
import { reasons } from "../reasons.ts";

/** The advice that holds, and what of it. */
export function adviceViews(program: Program, frame: Frame, rules: Advice[] = []): AdviceView[] {
  const holds = (when: Condition) => program.clause(when).headline(frame) === HOLDS;
  return rules.flatMap(({ id, when, about = [] }) => {
    if (!holds(when)) return [];
    const parts = about.filter(part => part.when === undefined || holds(part.when));
    return [
      {
        id,
        because: reasons(program.clause(when), frame, "headline"),
        about: parts.map(part => ("dimension" in part ? `dimension:${part.dimension}` : `criterion:${part.criterion}`)),
      },
    ];
  });
}

export const signalViews = (program: Program, frame: Frame): Evaluation["signals"] =>
  (program.questionnaire.signals ?? []).map(({ id }) => {
    const cell = program.cell("signal", id);
    return { id, state: stateName(truthAt(frame, cell)), criteria: namesOf(program, criteriaBelow(program, [cell])) };
  });

export const phaseViews = (program: Program, frame: Frame): Evaluation["phases"] =>
  program.phases.map(({ id, entered, established, staged }) => {
    const reached = truthAt(frame, entered) === HOLDS;
    const next = reached && staged ? established : entered;
    return {
      id,
      entered: stateName(truthAt(frame, entered)),
      established: staged ? stateName(truthAt(frame, established)) : null,
      because: program.recipeOf(next).clauses.flatMap(clause => reasons(clause, frame, "logic")),
      ...standing(program, frame, next),
    };
  });

export const gateViews = (program: Program, frame: Frame): Evaluation["gates"] =>
  (program.questionnaire.gates ?? []).map(({ id }) => {
    const cell = program.cell("gate", id);
    const needs = program.needs.filter(({ gate }) => gate === id).map(({ criterion, level }) => ({ criterion, level }));
    return { id, state: stateName(truthAt(frame, cell)), ...standing(program, frame, cell), needs };
  });

/** The state that a part of the profile certainly has, and what keeps it from the one before. */
export function partView(
  program: Program,
  frame: Frame,
  { dimension: id, when }: ProfilePart,
): Evaluation["profile"][number] {
  const { states } = program.questionnaire.profile!;
  const at = states.findIndex(state => truthAt(frame, program.cell("profile", id, state.id)) === HOLDS);
  const better = at < 0 ? undefined : when[states[at - 1]?.id ?? ""];
  return {
    id,
    state: states[at]?.id ?? null,
    because: better ? reasons(program.clause(better), frame, "logic") : [],
  };
}

export const departmentViews = (program: Program, frame: Frame): Evaluation["stakeholders"] =>
  (program.questionnaire.stakeholders?.departments ?? []).map(({ role }) => ({
    role,
    state: served(program, frame, role),
  }));

export const stakeholderStates: StakeholderState[] = ["fully-served", "served", "partly", "left-out"];

export const served = (program: Program, frame: Frame, role: string): StakeholderState | "open" =>
  stakeholderStates.find(state => truthAt(frame, program.cell("stakeholder", role, state)) === HOLDS) ?? "open";
