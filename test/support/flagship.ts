// The flagship, its expected results, and an evaluation put in the words of the expected files.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { criteriaOf } from "../../src/questionnaire/outline.ts";

const read = (path: string) => parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const folder = "questionnaires/manufacturer-cx-phases";

export const flagship: Questionnaire = read(`${folder}/questionnaire.yaml`);
export const evaluator = compile(flagship);
export const example = (id: string): Assessment => read(`${folder}/examples/${id}.yaml`);
export const expected = (name: string) => read(`test/expected/${name}.yaml`);

export interface Change {
  facts?: Record<string, number | string | null>;
  levels?: Record<string, number | "na" | "unknown">;
}

const toAnswer = (level: number | "na" | "unknown"): Answer =>
  level === "na" ? { na: "Does not apply here." } : level;

/** The same assessment with other facts, and with some criteria answered alike by everyone who answered them. */
export function changed(assessment: Assessment, { facts = {}, levels = {} }: Change): Assessment {
  const kept = { ...assessment.facts, ...facts };
  return {
    ...assessment,
    facts: Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, number | string] => entry[1] !== null),
    ),
    responses: (assessment.responses ?? []).map(response => ({
      ...response,
      answers: Object.fromEntries(
        Object.entries(response.answers).map(([id, answer]) => [id, id in levels ? toAnswer(levels[id]!) : answer]),
      ),
    })),
  };
}

interface Profile {
  facts: Record<string, number | string>;
  answers: {
    default: number;
    levels?: Record<string, number | "na" | "unknown">;
    roles?: Record<string, Record<string, number>>;
  };
}

/** An assessment in which one person gives every answer, but for the criteria on which roles differ. */
export function profiled({ facts, answers }: Profile): Assessment {
  const { default: usual, levels = {}, roles = {} } = answers;
  const split = Object.entries(roles).flatMap(([id, byRole]) =>
    Object.entries(byRole).map(([role, level]) => ({ respondent: `${role} on ${id}`, role, answers: { [id]: level } })),
  );
  const alone = criteriaOf(flagship).filter(({ id }) => !(id in roles));
  return {
    questionnaire: flagship.id,
    version: flagship.version,
    organization: "A company",
    facts,
    responses: [
      {
        respondent: "One voice",
        role: "management",
        answers: Object.fromEntries(alone.map(({ id }) => [id, toAnswer(levels[id] ?? usual)])),
      },
      ...split,
    ],
  };
}

export const run = (assessment: Assessment): Evaluation => evaluate(evaluator, assessment);

const byId = <Item extends { id: string }, Value>(items: Item[], value: (item: Item) => Value) =>
  Object.fromEntries(items.map(item => [item.id, value(item)]));

/** The evaluation under the keys of the expected files. */
export function summary(evaluation: Evaluation) {
  const { verdict, nextStep, partner, roadmap } = evaluation;
  const work = roadmap.groups.map(group => group.criteria);
  return {
    phase: verdict.phase,
    status: verdict.status,
    provisional: verdict.provisional,
    possibleSteps: verdict.possible.steps,
    notes: verdict.notes,
    nextStep: nextStep?.id,
    partner: partner && { id: partner.id, action: partner.action },
    warnings: evaluation.warnings.map(({ id }) => id),
    signals: evaluation.signals.filter(({ state }) => state === "holds").map(({ id }) => id),
    index: evaluation.index.value === null ? null : Number(evaluation.index.value.toFixed(4)),
    gates: byId(evaluation.gates, ({ state, blockedBy }) => ({ state, blockedBy })),
    capabilities: byId(evaluation.capabilities, ({ level }) => level),
    stakeholders: Object.fromEntries(evaluation.stakeholders.map(({ role, state }) => [role, state])),
    workOrder: work,
    firstSix: work.flat().slice(0, 6),
    disagreements: evaluation.findings.filter(({ kind }) => kind === "disagreement").flatMap(({ refs }) => refs),
    straddles: [...new Set(evaluation.findings.filter(({ kind }) => kind === "straddle").flatMap(({ refs }) => refs))],
  };
}

/** The part of a summary that an expectation speaks of, so that the two can be compared whole. */
export function spokenOf(
  actual: ReturnType<typeof summary>,
  expectation: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(expectation)
      .filter(([key]) => key in actual)
      .map(([key, value]) => {
        const found: unknown = actual[key as keyof typeof actual];
        if (["gates", "capabilities", "stakeholders"].includes(key)) {
          const table = found as Record<string, unknown>;
          return [key, Object.fromEntries(Object.keys(value as object).map(id => [id, table[id]]))];
        }
        return [key, found];
      }),
  );
}
