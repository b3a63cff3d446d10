// Ids: each is given once, and each that is used is given.
import type { Path } from "../../document.ts";
import { type Findings, found } from "../../found.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { nearest } from "../../nearest.ts";
import type { Kind } from "../../problem.ts";
import { builtInMeasures, criteriaOf } from "../outline.ts";
import { references } from "../references.ts";

export function* identities(questionnaire: Questionnaire): Findings {
  yield* duplicates(questionnaire);
  const known = knownIds(questionnaire);
  for (const { kind, id, path, on, of, among } of references(questionnaire)) {
    const ids = among ? idsOf(among) : of === undefined ? known[kind] : optionsOf(questionnaire, of);
    // Whose option it is, is not known: that is said once, about the criterion.
    if (ids === undefined || ids.includes(id)) continue;
    yield found(path, "unknown-id", { kind, id, suggestion: nearest(id, ids) }, on);
  }
}

type NamedList = { id: string };
const idsOf = (list: NamedList[] | undefined): string[] => (list ?? []).map(({ id }) => id);

function optionsOf(questionnaire: Questionnaire, id: string): string[] | undefined {
  const criterion = criteriaOf(questionnaire).find(criterion => criterion.id === id);
  return criterion && idsOf(criterion.options);
}

function knownIds(questionnaire: Questionnaire): Partial<Record<Kind, string[]>> {
  const fact = idsOf(questionnaire.facts);
  const criterion = idsOf(criteriaOf(questionnaire));
  const dimension = idsOf(questionnaire.dimensions);
  const capability = idsOf(questionnaire.capabilities);
  const own = idsOf(questionnaire.measures);
  const measure = [...own, ...capability, ...builtInMeasures];
  return {
    fact,
    criterion,
    dimension,
    capability,
    measure,
    "own measure": own,
    figure: [...fact, ...criterion, ...dimension, ...measure],
    grid: idsOf(questionnaire.grids),
    gate: idsOf(questionnaire.gates),
    signal: idsOf(questionnaire.signals),
    condition: idsOf(questionnaire.conditions),
    phase: idsOf(questionnaire.phases),
    step: idsOf(questionnaire.steps),
    role: idsOf(questionnaire.roles),
    department: (questionnaire.stakeholders?.departments ?? []).map(({ role }) => role),
    "partner type": idsOf(questionnaire.partners?.types),
    scale: idsOf(questionnaire.scales),
    claim: Object.keys(questionnaire.claims ?? {}),
    state: ["fully-served", "served", "partly", "left-out"],
    "profile part": (questionnaire.profile?.parts ?? []).map(part => part.dimension),
    "profile state": idsOf(questionnaire.profile?.states),
  };
}

interface Given {
  kind: Kind;
  id: string;
  path: Path;
}

function* duplicates(questionnaire: Questionnaire): Findings {
  for (const namespace of namespaces(questionnaire)) {
    const seen = new Set<string>();
    for (const { kind, id, path } of namespace) {
      if (seen.has(id)) yield found(path, "duplicate-id", { kind, id });
      seen.add(id);
    }
  }
}

/** Groups of ids of which no two may be equal. The built-in measures come first: nothing may take their names. */
function namespaces(questionnaire: Questionnaire): Given[][] {
  const { dimensions, grids = [], phases = [], steps = [], facts = [], partners, stakeholders } = questionnaire;
  const given = (kind: Kind, list: NamedList[] | undefined, ...path: Path): Given[] =>
    (list ?? []).map(({ id }, i) => ({ kind, id, path: [...path, i, "id"] }));
  const criteria = dimensions.flatMap(({ criteria }, d) => given("criterion", criteria, "dimensions", d, "criteria"));
  const figures = [
    ...builtInMeasures.map(id => ({ kind: "measure", id, path: [] }) as const),
    ...given("fact", facts, "facts"),
    ...given("dimension", dimensions, "dimensions"),
    ...criteria,
    ...given("measure", questionnaire.measures, "measures"),
    ...given("capability", questionnaire.capabilities, "capabilities"),
    ...given("grid", grids, "grids"),
  ];
  const departments = (stakeholders?.departments ?? []).map(({ role }, i) => {
    return { kind: "department", id: role, path: ["stakeholders", "departments", i, "role"] } as const;
  });
  return [
    figures,
    given("role", questionnaire.roles, "roles"),
    given("scale", questionnaire.scales, "scales"),
    given("condition", questionnaire.conditions, "conditions"),
    given("cap", questionnaire.caps, "caps"),
    given("gate", questionnaire.gates, "gates"),
    given("signal", questionnaire.signals, "signals"),
    given("phase", phases, "phases"),
    given("step", steps, "steps"),
    given("recommendation", questionnaire.recommendations, "recommendations"),
    given("warning", questionnaire.warnings, "warnings"),
    given("partner type", partners?.types, "partners", "types"),
    given("term", questionnaire.glossary, "glossary"),
    given("question", questionnaire.reflection, "reflection"),
    given("profile state", questionnaire.profile?.states, "profile", "states"),
    given("group", questionnaire.roadmap?.groups, "roadmap", "groups"),
    departments,
    ...facts.map((fact, i) => given("choice", "choices" in fact ? fact.choices : [], "facts", i, "choices")),
    ...dimensions.flatMap(({ criteria }, d) =>
      criteria.map(({ options }, c) => given("option", options, "dimensions", d, "criteria", c, "options")),
    ),
    ...grids.flatMap(({ marks, columns, sections, rows, checks, tallies }, i) => [
      given("mark", marks, "grids", i, "marks"),
      given("column", columns, "grids", i, "columns"),
      given("section", sections, "grids", i, "sections"),
      given("row", rows, "grids", i, "rows"),
      given("grid check", checks, "grids", i, "checks"),
      given("tally", tallies, "grids", i, "tallies"),
    ]),
    ...phases.map(({ notes }, i) => given("note", notes, "phases", i, "notes")),
    ...steps.map(({ notes }, i) => given("note", notes, "steps", i, "notes")),
    ...steps.map(({ groups }, i) => given("group", groups, "steps", i, "groups")),
  ];
}
