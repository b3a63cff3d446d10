// What has no effect, or not the one it seems to have: mostly warnings, since the questionnaire still means something.
import type { Path } from "../../document.ts";
import { type Findings, found, foundWarning } from "../../found.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { references } from "../references.ts";
import { expressions, membersOf } from "../walk.ts";

export function* effects(questionnaire: Questionnaire): Findings {
  yield* unused(questionnaire);
  yield* weights(questionnaire);
  yield* idleWeights(questionnaire);
  yield* outsideOnly(questionnaire);
  for (const [i, { id, entered }] of (questionnaire.phases ?? []).entries()) {
    if (i > 0 && !entered) yield foundWarning(["phases", i], "phase-always-reached", { phase: id });
  }
}

function* unused(questionnaire: Questionnaire): Findings {
  const used = new Set([...references(questionnaire)].map(({ kind, id }) => `${kind}:${id}`));
  const counted = used.has("measure:signals") || used.has("figure:signals");
  for (const [i, { id }] of (questionnaire.signals ?? []).entries()) {
    if (!counted && !used.has(`signal:${id}`)) yield foundWarning(["signals", i], "unused-signal", { signal: id });
  }
  for (const [i, { id }] of (questionnaire.conditions ?? []).entries()) {
    if (!used.has(`condition:${id}`)) yield foundWarning(["conditions", i], "unused-condition", { condition: id });
  }
  for (const claim of Object.keys(questionnaire.claims ?? {})) {
    if (used.has(`claim:${claim}`)) continue;
    yield { ...foundWarning(["claims", claim], "unused-claim", { claim }), on: "key" };
  }
}

function* weights(questionnaire: Questionnaire): Findings {
  for (const node of expressions(questionnaire)) {
    const { weights, mean, sum } = node.expression;
    if (!weights) continue;
    const path = [...node.path, "weights"];
    const members = [...membersOf(node)].length;
    if (!mean && !sum) yield foundWarning(path, "weight-without-effect", { id: node.owner.slice("measure:".length) });
    else if (weights.length !== members) yield found(path, "weights-mismatch", { weights: weights.length, members });
  }
}

/** The weight of an only child moves no mean; a criterion's also ranks the work and weighs in a department's mean. */
function* idleWeights({ dimensions, steps, roadmap, stakeholders }: Questionnaire): Findings {
  const ranked = (steps ?? roadmap?.groups ?? []).length > 0;
  const inDepartments = new Set((stakeholders?.departments ?? []).flatMap(({ core, full }) => [...core, ...full]));
  for (const [d, { id, weight, criteria }] of dimensions.entries()) {
    const path: Path = ["dimensions", d];
    if (weight !== undefined && dimensions.length === 1) {
      yield foundWarning([...path, "weight"], "weight-without-effect", { id });
    }
    const [only, another] = criteria;
    if (!only || another || only.weight === undefined || ranked || inDepartments.has(only.id)) continue;
    yield foundWarning([...path, "criteria", 0, "weight"], "weight-without-effect", { id: only.id });
  }
}

function* outsideOnly({ roles, dimensions, grids }: Questionnaire): Findings {
  const outside = new Set(roles.filter(role => role.outside).map(role => role.id));
  for (const [d, { criteria }] of dimensions.entries()) {
    for (const [c, { id, roles }] of criteria.entries()) {
      if (roles.every(role => outside.has(role))) {
        yield found(["dimensions", d, "criteria", c, "roles"], "inside-outside-roles", { criterion: id });
      }
    }
  }
  for (const [g, { id, roles }] of (grids ?? []).entries()) {
    if (roles.every(role => outside.has(role))) {
      yield found(["grids", g, "roles"], "inside-outside-roles", { criterion: id });
    }
  }
}
