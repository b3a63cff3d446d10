// The whole evaluation: a program and an assessment in, the published result out. Pure: no I/O, no clock, no words.
import type { Assessment } from "../model/assessment.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { type Bound, bind, factView } from "./consensus.ts";
import { createFrame, type Frame } from "./frame.ts";
import { ownValue } from "./own-value.ts";
import type { Program } from "./program.ts";
import { decide } from "./verdict.ts";
import { cost } from "./views/cost.ts";
import { coverage, criterionView } from "./views/criteria.ts";
import { findings } from "./views/findings.ts";
import { gridFindings, gridView } from "./views/grids.ts";
import { capabilityView, dimensionView, interval, measureView } from "./views/measures.ts";
import { oddities } from "./views/oddities.ts";
import { roadmap } from "./views/roadmap.ts";
import { adviceViews, departmentViews, gateViews, partView, phaseViews, signalViews } from "./views/rules.ts";
import { partnerView, stepView, verdictView } from "./views/verdict.ts";
import { naDecides, unheard } from "./views/what-if.ts";

/** `runnerUp: false` leaves out the search for the runner-up partner, for batches. */
export function evaluate(program: Program, assessment: Assessment, options = { runnerUp: true }): Evaluation {
  const { questionnaire } = program;
  const bound = bind(program, assessment);
  const frame = createFrame(bound.inputs, program.size);
  decide(program, frame);
  const criteria = criteriaViews(program, frame, bound, assessment);
  const measures = (questionnaire.measures ?? []).map(({ id }) => measureView(program, frame, id));
  return {
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    organization: assessment.organization,
    lineOfBusiness: assessment.lineOfBusiness ?? null,
    date: assessment.date ?? null,
    verdict: verdictView(program, frame),
    unheard: unheard(program, frame, bound),
    nextStep: stepView(program, frame),
    recommendations: adviceViews(program, frame, questionnaire.recommendations),
    partner: partnerView(program, frame, options.runnerUp),
    warnings: adviceViews(program, frame, questionnaire.warnings),
    signals: signalViews(program, frame),
    phases: phaseViews(program, frame),
    profile: (questionnaire.profile?.parts ?? []).map(part => partView(program, frame, part)),
    gates: gateViews(program, frame),
    capabilities: (questionnaire.capabilities ?? []).map(({ id }) => capabilityView(program, frame, id)),
    measures,
    index: interval(frame, program.cell("measure", "index")),
    dimensions: questionnaire.dimensions.map(one => dimensionView(program, frame, one, criteria)),
    facts: program.facts.map(({ id }) => factView(id, ownValue(assessment.facts, id))),
    criteria,
    grids: bound.grids.map(gridView),
    roadmap: roadmap(program, frame),
    stakeholders: departmentViews(program, frame),
    findings: [
      ...naDecides(program, frame),
      ...oddities(assessment),
      ...findings(program, frame, { criteria, measures }, assessment.date ?? null),
      ...bound.grids.flatMap(gridFindings),
    ],
    cost: cost(program, frame),
    coverage: coverage(criteria),
  };
}

/** The verdict and what it waits for, without anything else: for an interview, which asks at every key. */
export function outlookOn(program: Program, assessment: Assessment): Pick<Evaluation, "verdict" | "unheard"> {
  const bound = bind(program, assessment);
  const frame = createFrame(bound.inputs, program.size);
  decide(program, frame, program.deciding.run);
  return { verdict: verdictView(program, frame), unheard: unheard(program, frame, bound) };
}

const criteriaViews = (program: Program, frame: Frame, { voices, heard }: Bound, { agreed }: Assessment) =>
  program.questions.map((question, index) =>
    criterionView(
      program,
      frame,
      question,
      voices[index]!,
      heard[index]!,
      ownValue(agreed, question.criterion.id) ?? null,
    ),
  );
