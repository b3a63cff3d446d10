// The whole evaluation: a compiled questionnaire and an assessment in, the published result out. Pure: no I/O, no clock, no words.
import type { Assessment } from "../model/assessment.ts";
import type { Condition, StakeholderState } from "../model/condition.ts";
import type { AdviceView, Evaluation } from "../model/evaluation.ts";
import type { Advice, ProfilePart, Questionnaire } from "../model/questionnaire.ts";
import type { Run } from "./cells.ts";
import { bind, factView } from "./consensus.ts";
import { cost, costPass } from "./cost.ts";
import { coverage, criterionView } from "./criterion-views.ts";
import { findings, type GateNeed, gateNeeds } from "./findings.ts";
import { createFrame, type Frame, HOLDS, stateName, truthAt } from "./frame.ts";
import { gridFindings, gridView } from "./grid-views.ts";
import { criteriaBelow, namesOf, standing } from "./grounds.ts";
import { interval, measureView } from "./measure-views.ts";
import { oddities } from "./oddities.ts";
import { ownValue } from "./own-value.ts";
import { compilePolicy } from "./policy.ts";
import { compile, type Program } from "./program.ts";
import { reasons } from "./reasons.ts";
import { roadmap } from "./roadmap.ts";
import { runnerUp } from "./runner-up.ts";
import { choiceOf, decide, type Engine, outlook, partnerOf, undecided } from "./verdict.ts";
import { naDecides, unheard } from "./what-if.ts";

export interface Evaluator extends Engine {
  needs: GateNeed[];
  /** The same by gate, as the evaluation lists them. */
  needsOf: Map<string, { criterion: string; level: number }[]>;
  costPass: Run | null;
}

/** Compiles a questionnaire that `check` has no error against; the result serves any number of assessments. */
export function createEvaluator(questionnaire: Questionnaire): Evaluator {
  const program = compile(questionnaire);
  const needs = gateNeeds(program);
  const needsOf = new Map(
    (questionnaire.gates ?? []).map(({ id }) => [
      id,
      needs.filter(({ gate }) => gate === id).map(({ criterion, needs: level }) => ({ criterion, level })),
    ]),
  );
  return { program, policy: compilePolicy(program), needs, needsOf, costPass: costPass(program) };
}

/** `runnerUp: false` leaves out the search for the runner-up partner, for batches. */
export function evaluate(evaluator: Evaluator, assessment: Assessment, options = { runnerUp: true }): Evaluation {
  const { program, needs, needsOf } = evaluator;
  const { questionnaire } = program;
  const bound = bind(program, assessment);
  const { inputs, voices, heard, grids } = bound;
  const frame = createFrame(inputs, program.size);
  decide(evaluator, frame);
  const criteria = program.criteria.map(({ id }, index) =>
    criterionView(program, frame, index, voices[index]!, heard[index]!, ownValue(assessment.agreed, id) ?? null),
  );
  const measures = (questionnaire.measures ?? []).map(({ id }) => measureView(program, frame, id));
  const evaluation: Evaluation = {
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    organization: assessment.organization,
    lineOfBusiness: assessment.lineOfBusiness ?? null,
    date: assessment.date ?? null,
    verdict: verdictView(evaluator, frame),
    unheard: unheard(evaluator, frame, bound),
    nextStep: stepView(evaluator, frame),
    recommendations: adviceViews(program, frame, questionnaire.recommendations),
    partner: null,
    warnings: adviceViews(program, frame, questionnaire.warnings),
    signals: (questionnaire.signals ?? []).map(({ id }) => {
      const cell = program.cell(`signal:${id}`);
      return { id, state: stateName(truthAt(frame, cell)), criteria: namesOf(program, criteriaBelow(program, [cell])) };
    }),
    phases: evaluator.policy.phases.map(({ id, entered, established, staged }) => {
      const reached = truthAt(frame, entered) === HOLDS;
      const next = reached && staged ? established : entered;
      return {
        id,
        entered: stateName(truthAt(frame, entered)),
        established: staged ? stateName(truthAt(frame, established)) : null,
        because: program.recipeOf(next).clauses.flatMap(clause => reasons(clause, frame, "logic")),
        ...standing(program, frame, next),
      };
    }),
    profile: (questionnaire.profile?.parts ?? []).map(part => partView(program, frame, part)),
    gates: (questionnaire.gates ?? []).map(({ id }) => {
      const cell = program.cell(`gate:${id}`);
      return {
        id,
        state: stateName(truthAt(frame, cell)),
        ...standing(program, frame, cell),
        needs: needsOf.get(id)!.map(need => ({ ...need })),
      };
    }),
    capabilities: (questionnaire.capabilities ?? []).map(({ id }) => {
      const { value, low, high } = interval(frame, program.cell(`measure:${id}`));
      return { id, level: value, low, high };
    }),
    measures,
    index: interval(frame, program.cell("measure:index")),
    dimensions: questionnaire.dimensions.map(({ id, criteria: own }) => ({
      id,
      ...interval(frame, program.cell(`percent:${id}`)),
      ...meanOf(frame, program.cell(`dimension:${id}`)),
      answered: own.filter(one => criteria[program.criterionIndex.get(one.id)!]!.state === "answered").length,
      total: own.length,
    })),
    facts: program.facts.map(({ id }) => factView(id, ownValue(assessment.facts, id))),
    criteria,
    grids: grids.map(gridView),
    roadmap: roadmap(evaluator, frame),
    stakeholders: (questionnaire.stakeholders?.departments ?? []).map(({ role }) => ({
      role,
      state: served(program, frame, role),
    })),
    findings: [
      ...naDecides(evaluator, frame),
      ...oddities(assessment),
      ...findings(program, frame, { criteria, measures }, needs, assessment.date ?? null),
      ...grids.flatMap(gridFindings),
    ],
    cost: cost(program, evaluator.costPass, frame),
    coverage: coverage(criteria),
  };
  // Last: the search for the runner-up works in the same frame.
  evaluation.partner = partnerView(evaluator, frame, options.runnerUp);
  return evaluation;
}

/** The verdict and what it waits for, without anything else: for an interview, which asks at every key. */
export function outlookOn(evaluator: Evaluator, assessment: Assessment): Pick<Evaluation, "verdict" | "unheard"> {
  const { program, policy } = evaluator;
  const bound = bind(program, assessment);
  const frame = createFrame(bound.inputs, program.size);
  decide(evaluator, frame, policy.run);
  return { verdict: verdictView(evaluator, frame), unheard: unheard(evaluator, frame, bound) };
}

/** The advice that holds, and what of it. */
function adviceViews(program: Program, frame: Frame, rules: Advice[] = []): AdviceView[] {
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

/** The state that a part of the profile certainly has, and what keeps it from the one before. */
function partView(program: Program, frame: Frame, { dimension: id, when }: ProfilePart): Evaluation["profile"][number] {
  const { states } = program.questionnaire.profile!;
  const at = states.findIndex(state => truthAt(frame, program.cell(`profile:${id}:${state.id}`)) === HOLDS);
  const better = at < 0 ? undefined : when[states[at - 1]?.id ?? ""];
  return {
    id,
    state: states[at]?.id ?? null,
    because: better ? reasons(program.clause(better), frame, "logic") : [],
  };
}

function meanOf(frame: Frame, cell: number) {
  const { value, low, high } = interval(frame, cell);
  return { mean: value, meanLow: low, meanHigh: high };
}

export function verdictView(engine: Engine, frame: Frame): Evaluation["verdict"] {
  const { program, policy } = engine;
  const { headline } = frame;
  const phase = program.questionnaire.phases?.[headline.phase];
  const { phases, steps, statusOpen } = outlook(engine, frame);
  const provisional = phases.size > 1 || steps.size > 1 || statusOpen;
  const partners = new Set([...steps].map(step => partnerOf(engine, step)?.id));
  const listed = (program.questionnaire.partners?.types ?? []).map(type => type.id);
  return {
    phase: phase?.id ?? null,
    status: phase ? (headline.established ? "established" : "entered") : null,
    provisional,
    possible: {
      phases: policy.phases.flatMap(({ id }, index) => (phases.has(index) ? [id] : [])),
      steps: policy.steps.flatMap(({ step }, index) => (steps.has(index) ? [step.id] : [])),
      partners: listed.filter(id => partners.has(id)),
    },
    decidedBy: provisional ? namesOf(program, undecided(engine, frame)).map(name => decider(program, name)) : [],
    notes: notesOf(program, frame, phase?.notes),
  };
}

function decider(program: Program, name: string): Evaluation["verdict"]["decidedBy"][number] {
  const fact = program.facts[program.factIndex.get(name) ?? -1];
  if (fact) return { fact: name, roles: fact.roles ?? [] };
  const outside = new Set(program.questionnaire.roles.filter(role => role.outside).map(role => role.id));
  const inside = (roles: string[]) => roles.filter(role => !outside.has(role));
  const grid = program.questionnaire.grids?.find(({ id }) => id === name);
  if (grid) return { grid: name, roles: inside(grid.roles) };
  return { criterion: name, roles: inside(program.criteria[program.criterionIndex.get(name)!]!.roles) };
}

const notesOf = (program: Program, frame: Frame, notes: { id: string; when: Condition }[] = []) =>
  notes.filter(({ when }) => program.clause(when).headline(frame) === HOLDS).map(note => note.id);

function stepView({ program, policy }: Engine, frame: Frame): Evaluation["nextStep"] {
  const chosen = policy.steps[frame.headline.step];
  if (!chosen) return null;
  const because = chosen.when ? reasons(chosen.when, frame, "headline") : [];
  const passedOver = policy.steps.slice(0, frame.headline.step).map(({ step, when }) => ({
    id: step.id,
    because: when ? reasons(when, frame, "headline") : [],
  }));
  return { id: chosen.step.id, because, passedOver, notes: notesOf(program, frame, chosen.step.notes) };
}

function partnerView(engine: Engine, frame: Frame, withRunnerUp: boolean): Evaluation["partner"] {
  const { program } = engine;
  const type = partnerOf(engine, frame.headline.step);
  if (!type) return null;
  return {
    id: type.id,
    action: frame.headline.action,
    avoid: type.avoid ?? [],
    current: choiceOf(program, frame, program.questionnaire.partners?.current),
    runnerUp: withRunnerUp ? runnerUp(engine, frame) : null,
  };
}

export const stakeholderStates: StakeholderState[] = ["fully-served", "served", "partly", "left-out"];

export function served(program: Program, frame: Frame, role: string): StakeholderState | "open" {
  return (
    stakeholderStates.find(state => truthAt(frame, program.cell(`stakeholder:${role}:${state}`)) === HOLDS) ?? "open"
  );
}
