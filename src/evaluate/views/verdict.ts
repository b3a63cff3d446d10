// Where an organisation stands and what is next, as the evaluation shows it: the verdict, the step, the partner.

import { HOLDS } from "../../calculate/truth.ts";
import type { Condition } from "../../model/condition.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { Frame } from "../frame.ts";
import { namesOf } from "../grounds.ts";
import type { Program } from "../program.ts";
import { reasons } from "../reasons.ts";
import { choiceOf, outlook, partnerOf, undecided } from "../verdict.ts";
import { runnerUp } from "./runner-up.ts";

export function verdictView(program: Program, frame: Frame): Evaluation["verdict"] {
  const { headline } = frame;
  const phase = program.questionnaire.phases?.[headline.phase];
  const { phases, steps, statusOpen } = outlook(program, frame);
  const provisional = phases.size > 1 || steps.size > 1 || statusOpen;
  const partners = new Set([...steps].map(step => partnerOf(program, step)?.id));
  const listed = (program.questionnaire.partners?.types ?? []).map(type => type.id);
  return {
    phase: phase?.id ?? null,
    status: phase ? (headline.established ? "established" : "entered") : null,
    provisional,
    possible: {
      phases: program.phases.flatMap(({ id }, index) => (phases.has(index) ? [id] : [])),
      steps: program.steps.flatMap(({ step }, index) => (steps.has(index) ? [step.id] : [])),
      partners: listed.filter(id => partners.has(id)),
    },
    decidedBy: provisional ? namesOf(program, undecided(program, frame)).map(name => decider(program, name)) : [],
    notes: notesOf(program, frame, phase?.notes),
  };
}

function decider(program: Program, name: string): Evaluation["verdict"]["decidedBy"][number] {
  const fact = program.facts[program.factIndex.get(name) ?? -1];
  if (fact) return { fact: name, roles: fact.roles ?? [] };
  const grid = program.questionnaire.grids?.find(({ id }) => id === name);
  if (grid) return { grid: name, roles: grid.roles.filter(role => !program.outside.has(role)) };
  return { criterion: name, roles: program.questions[program.criterionIndex.get(name)!]!.insiders };
}

const notesOf = (program: Program, frame: Frame, notes: { id: string; when: Condition }[] = []) =>
  notes.filter(({ when }) => program.clause(when).headline(frame) === HOLDS).map(note => note.id);

export function stepView(program: Program, frame: Frame): Evaluation["nextStep"] {
  const chosen = program.steps[frame.headline.step];
  if (!chosen) return null;
  const because = chosen.when ? reasons(chosen.when, frame, "headline") : [];
  const passedOver = program.steps.slice(0, frame.headline.step).map(({ step, when }) => ({
    id: step.id,
    because: when ? reasons(when, frame, "headline") : [],
  }));
  return { id: chosen.step.id, because, passedOver, notes: notesOf(program, frame, chosen.step.notes) };
}

export function partnerView(program: Program, frame: Frame, withRunnerUp: boolean): Evaluation["partner"] {
  const type = partnerOf(program, frame.headline.step);
  if (!type) return null;
  return {
    id: type.id,
    action: frame.headline.action,
    avoid: type.avoid ?? [],
    current: choiceOf(program, frame, program.questionnaire.partners?.current),
    runnerUp: withRunnerUp ? runnerUp(program, frame) : null,
  };
}
