// What the search for witnesses claims (src/reach/reachability.ts): a witness does what it is there for, the dead never come.

import fc from "fast-check";
import { expect } from "vitest";
import { HOLDS } from "../../src/calculate/truth.ts";
import { bind } from "../../src/evaluate/consensus.ts";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { createFrame } from "../../src/evaluate/frame.ts";
import { compile, type Program } from "../../src/evaluate/program.ts";
import { decide } from "../../src/evaluate/verdict.ts";
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { criteriaOf } from "../../src/questionnaire/outline.ts";
import { filledAlike } from "../../src/reach/fillings.ts";
import { type Reach, reachability } from "../../src/reach/reachability.ts";
import type { Witness } from "../../src/reach/witness.ts";
import { assessmentsOf, questionnaires, tapes } from "../support/random.ts";
import { property } from "./property.ts";
import { everyAssessment } from "./random/every.ts";
import { questionnaireFrom } from "./random/questionnaire.ts";
import { createTape } from "./random/tape.ts";

export const reaching = [
  // `check` may be trusted about what can and what cannot come true.
  property("a witness does what it claims, and the dead never come", 30, lives(), ({ questionnaire, assessments }) => {
    const evaluator = compile(questionnaire);
    trustworthy(evaluator, reachability(evaluator, 0.05), assessments);
  }),

  // What can be written down whole leaves no room for "not found".
  property(
    "of a tiny questionnaire it finds whatever comes true, and calls the rest dead",
    15,
    tiny(),
    ({ questionnaire, every }) => {
      const evaluator = compile(questionnaire);
      const held = new Set(every.flatMap(assessment => [...heldBy(evaluator, assessment)]));
      const found = reachability(evaluator).map(({ rule, outcome }) => ({ rule, outcome }));
      expect(found).toEqual(found.map(({ rule }) => ({ rule, outcome: held.has(rule) ? "witness" : "dead" })));
    },
  ),
];

function lives(): fc.Arbitrary<{ questionnaire: Questionnaire; assessments: Assessment[] }> {
  return questionnaires().chain(questionnaire =>
    fc
      .array(assessmentsOf(questionnaire, 60), { minLength: 1, maxLength: 400, size: "max" })
      .map(assessments => ({ questionnaire, assessments })),
  );
}

const mostSets = 1000;

/** Small questionnaires with all their answer sets; a number that something computes with has more values than can be written down. */
function tiny(): fc.Arbitrary<{ questionnaire: Questionnaire; every: Assessment[] }> {
  return fc
    .tuple(fc.oneof(tapes(50), tapes(200)), tapes(200))
    .map(([asked, decided]) => {
      const questionnaire = questionnaireFrom(createTape(asked), createTape(decided), false);
      const measures = JSON.stringify(questionnaire.measures ?? []);
      const computed = (questionnaire.facts ?? []).some(
        ({ id, type }) => type === "number" && measures.includes(`"${id}"`),
      );
      return { questionnaire, every: computed ? null : everyAssessment(questionnaire, mostSets) };
    })
    .filter((made): made is { questionnaire: Questionnaire; every: Assessment[] } => made.every !== null);
}

export function trustworthy(evaluator: Program, found: Reach[], assessments: Assessment[]): void {
  const { questionnaire } = evaluator;
  for (const one of found) {
    if (one.outcome !== "witness") continue;
    const assessment = assessmentOf(questionnaire, one.witness);
    expect(heldBy(evaluator, assessment), JSON.stringify(one)).toContain(one.rule);
  }
  const dead = found.flatMap(one => (one.outcome === "dead" ? [one.rule] : []));
  for (const assessment of dead.length > 0 ? assessments : []) {
    const held = heldBy(evaluator, assessment);
    expect(
      dead.filter(rule => held.has(rule)),
      JSON.stringify(assessment),
    ).toEqual([]);
  }
}

const shown = { text: { text: "List" }, url: { url: "https://a.example" } };

export function assessmentOf(questionnaire: Questionnaire, witness: Witness): Assessment {
  const { id, version, roles } = questionnaire;
  const said = Object.entries(witness.answers).map(([criterion, answer]): [string, Answer] => {
    const evidence = (witness.evidence[criterion] ?? []).map(kind => shown[kind]);
    const remarks = evidence.length > 0 ? { evidence } : {};
    if (answer === "na") return [criterion, { na: "Not here.", ...remarks }];
    if (answer === "unknown") return [criterion, { unknown: true, ...remarks }];
    return [criterion, Array.isArray(answer) ? { options: answer, ...remarks } : { level: answer, ...remarks }];
  });
  const heard = Object.entries(witness.outside).map(([criterion, level]): [string, Answer] => {
    const { options } = criteriaOf(questionnaire).find(one => one.id === criterion)!;
    return [criterion, options ? options.slice(0, level).map(option => option.id) : level];
  });
  const outside = { role: roles.find(role => role.outside)?.id ?? "", answers: Object.fromEntries(heard) };
  return {
    ...{ questionnaire: id, version, organization: "Witness", facts: witness.facts },
    responses: [
      { answers: Object.fromEntries(said), grids: filledAlike(questionnaire.grids, witness.grids) },
      ...(heard.length > 0 ? [outside] : []),
    ],
  };
}

/** Every rule that comes true in an assessment, by the names that the search gives to rules. */
export function heldBy(evaluator: Program, assessment: Assessment): Set<string> {
  const evaluation = evaluate(evaluator, assessment, { runnerUp: false });
  const { verdict, nextStep, gates, signals, profile, recommendations, warnings } = evaluation;
  const holding = (kind: string, list: { id: string; state: string }[]) =>
    list.filter(({ state }) => state === "holds").map(({ id }) => `${kind}:${id}`);
  return new Set([
    `phase:${verdict.phase}`,
    ...(verdict.status === "established" ? [`phase:${verdict.phase}:established`] : []),
    ...holding("gate", gates),
    ...holding("signal", signals),
    ...profile.map(({ id, state }) => `profile:${id}:${state}`),
    `step:${nextStep?.id}`,
    ...recommendations.map(({ id }) => `recommendation:${id}`),
    ...inwardlyHeld(evaluator, assessment),
    ...warnings.map(({ id }) => `warning:${id}`),
    ...notesHeld(evaluation),
  ]);
}

const notesHeld = ({ verdict, nextStep }: Evaluation) => [
  ...verdict.notes.map(note => `note:${verdict.phase}:${note}`),
  ...(nextStep?.notes ?? []).map(note => `note:${nextStep!.id}:${note}`),
];

/** The result names only the first action, and only caps that an answer meets; here each is asked by itself. */
function inwardlyHeld(program: Program, assessment: Assessment): string[] {
  const { partners, caps = [] } = program.questionnaire;
  const frame = createFrame(bind(program, assessment).inputs, program.size);
  decide(program, frame);
  return [
    ...caps.filter(({ id }) => frame.truth[program.cell("cap", id)] === HOLDS).map(({ id }) => `cap:${id}`),
    ...(partners?.actions ?? []).flatMap(({ action, when }, index) =>
      program.clause(when).headline(frame) === HOLDS ? [`partner-action:${index + 1}:${action}`] : [],
    ),
  ];
}
