// Numbers that cannot be reached: levels beyond a criterion's highest, counts beyond a list, bounds the wrong way round.
import type { Path } from "../../document.ts";
import { type Findings, found } from "../../found.ts";
import type { Group, Questionnaire } from "../../model/questionnaire.ts";
import { criteriaOf, highestOf } from "../outline.ts";
import { conditionNodes, expressions, type LooseCondition } from "../walk.ts";
import { valuesOf } from "./comparisons.ts";

export function* ranges(questionnaire: Questionnaire): Findings {
  const criteria = criteriaOf(questionnaire);
  // A criterion whose levels are missing is told elsewhere; nothing is out of range there.
  const leveled = criteria.filter(one => highestOf(questionnaire, one) > 0);
  const highest = new Map(leveled.map(one => [one.id, highestOf(questionnaire, one)]));
  for (const { condition, path } of conditionNodes(questionnaire)) {
    yield* inCondition(condition, path, highest, questionnaire);
  }
  for (const [i, { criteria, atMost }] of (questionnaire.caps ?? []).entries()) {
    for (const criterion of criteria ?? []) yield* level(criterion, atMost, ["caps", i, "atMost"], highest, true);
  }
  if (leveled.length === criteria.length) yield* targets(questionnaire, Math.max(...highest.values()));
  yield* bounds(questionnaire);
}

function* inCondition(
  condition: LooseCondition,
  path: Path,
  highest: Map<string, number>,
  questionnaire: Questionnaire,
): Findings {
  const { criterion, dimension, measure, of, atLeast, as } = condition;
  if (
    of &&
    atLeast !== undefined &&
    !(Number.isInteger(atLeast) && Number(atLeast) >= 1 && Number(atLeast) <= of.length)
  ) {
    yield found([...path, "atLeast"], "count-impossible", { atLeast, of: of.length });
  }
  const top =
    measure === "index" || (dimension && as) ? 100 : measure === "signals" ? questionnaire.signals?.length : null;
  for (const { value, path: at } of valuesOf(condition, path)) {
    if (typeof value === "string") continue;
    if (criterion !== undefined) yield* level(criterion, value, at, highest);
    const figure = measure ?? dimension;
    if (figure !== undefined && typeof top === "number" && (value < 0 || value > top)) {
      yield found(at, "figure-out-of-range", { figure, value, highest: top });
    }
  }
}

function* level(criterion: string, level: number, path: Path, highest: Map<string, number>, whole = false): Findings {
  const top = highest.get(criterion);
  if (top !== undefined && (level < 0 || level > top || (whole && !Number.isInteger(level)))) {
    yield found(path, "level-out-of-range", { criterion, level, highest: top });
  }
}

function* targets({ steps, roadmap, stakeholders }: Questionnaire, highest: number): Findings {
  const given: RangeTarget[] = [
    [roadmap?.target, ["roadmap", "target"]],
    [stakeholders?.served, ["stakeholders", "served"]],
    [stakeholders?.partly, ["stakeholders", "partly"]],
    ...ofGroups(roadmap?.groups, ["roadmap", "groups"]),
    ...(steps ?? []).flatMap(({ target, groups }, i) => [
      [target, ["steps", i, "target"]] as RangeTarget,
      ...ofGroups(groups, ["steps", i, "groups"]),
    ]),
  ];
  for (const [target, path] of given) {
    if (target !== undefined && target > highest) yield found(path, "target-out-of-range", { target, highest });
  }
}

type RangeTarget = [number | undefined, Path];

const ofGroups = (groups: Group[] | undefined, path: Path): RangeTarget[] =>
  (groups ?? []).map(({ target }, g) => [target, [...path, g, "target"]]);

function* bounds(questionnaire: Questionnaire): Findings {
  for (const [i, fact] of (questionnaire.facts ?? []).entries()) {
    if (fact.type !== "number" || fact.max === undefined) continue;
    const low = Math.max(fact.min ?? -Infinity, fact.above ?? -Infinity);
    const empty = low > fact.max || (low === fact.max && fact.above === low);
    if (empty) yield found(["facts", i, "max"], "bounds-reversed", { low, high: fact.max });
  }
  for (const { expression, path } of expressions(questionnaire)) {
    const [low, high] = expression.clamp ?? [];
    if (low !== undefined && high !== undefined && low > high) {
      yield found([...path, "clamp"], "bounds-reversed", { low, high });
    }
  }
}
