// The numbers with which a questionnaire's conditions compare its facts, found by walking the data.
import { comparators } from "../../../src/model/condition.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";

const known = new WeakMap<Questionnaire, Map<string, number[]>>();

export function cutsOf(questionnaire: Questionnaire): Map<string, number[]> {
  const cuts = known.get(questionnaire) ?? new Map<string, number[]>();
  if (!known.has(questionnaire)) collect(questionnaire, cuts);
  known.set(questionnaire, cuts);
  return cuts;
}

function collect(part: unknown, cuts: Map<string, number[]>): void {
  if (typeof part !== "object" || part === null) return;
  const leaf = part as Record<string, unknown>;
  if (typeof leaf.fact === "string") {
    const values = comparators.flatMap(name => leaf[name] ?? []).filter(value => typeof value === "number");
    cuts.set(leaf.fact, [...(cuts.get(leaf.fact) ?? []), ...values]);
  }
  for (const inside of Object.values(part)) collect(inside, cuts);
}
