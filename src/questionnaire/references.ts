// Every place of a questionnaire that names something by its id. In: a questionnaire. Out: references, each with the kind of
// thing that must stand behind it and the path to point at.
import type { Path } from "../document.ts";
import { leafRows } from "../model/condition.ts";
import type { Advice, Group, Questionnaire } from "../model/questionnaire.ts";
import type { Kind } from "../problem.ts";
import { conditionNodes, expressions, type LooseCondition, type LooseGridCheck, membersOf, weighing } from "./walk.ts";

type Named = { id: string };

export interface Reference {
  kind: Kind;
  id: string;
  path: Path;
  /** The id is a key of a mapping. */
  on?: "key";
  /** The criterion whose option this is. */
  of?: string;
  /** Where it has to stand, of things that only a part of the questionnaire has. */
  among?: Named[];
}

export function* references(questionnaire: Questionnaire): Generator<Reference> {
  yield* ofConditions(questionnaire);
  yield* ofMeasures(questionnaire);
  yield* ofFacts(questionnaire);
  yield* ofCriteria(questionnaire);
  yield* ofGrids(questionnaire);
  yield* ofLists(questionnaire);
  yield* ofProfile(questionnaire);
  yield* ofSteps(questionnaire);
  yield* ofAdvice(questionnaire.recommendations, "recommendations");
  yield* ofAdvice(questionnaire.warnings, "warnings");
  yield* ofCost(questionnaire);
  yield* cited(questionnaire, []);
}

function* ofConditions(questionnaire: Questionnaire): Generator<Reference> {
  for (const { condition, path } of conditionNodes(questionnaire)) {
    for (const [key, kind] of namesIn(condition)) {
      const [named, here] = [condition[key], [...path, key]];
      if (kind === "option") yield { kind, id: String(named), of: condition.criterion!, path: here };
      else if (Array.isArray(named)) yield* many(kind, named.map(String), here);
      else yield* one(kind, String(named), here);
    }
  }
}

/** The keys by which a leaf names something, each with the kind of thing. */
function namesIn(leaf: LooseCondition): Map<keyof LooseCondition, Kind> {
  const found = new Map<keyof LooseCondition, Kind>();
  for (const [, { head, keys }] of leafRows) {
    if (!(head in leaf)) continue;
    for (const [key, { names }] of Object.entries(keys)) {
      if (names && leaf[key as keyof LooseCondition] !== undefined) found.set(key as keyof LooseCondition, names);
    }
  }
  return found;
}

function* ofMeasures(questionnaire: Questionnaire): Generator<Reference> {
  for (const node of expressions(questionnaire)) {
    const { expression, path, top } = node;
    for (const { member, path } of membersOf(node)) {
      if (typeof member === "string") yield { kind: "figure", id: member, path };
    }
    if (top) continue;
    yield* one("criterion", expression.criterion, [...path, "criterion"]);
    yield* one("dimension", expression.dimension, [...path, "dimension"]);
    yield* one("grid", expression.grid, [...path, "grid"]);
    const grid = questionnaire.grids?.find(({ id }) => id === expression.grid);
    if (grid) yield* among(grid.checks ?? [], one("grid check", expression.check, [...path, "check"]));
  }
  for (const { measure, path } of weighing(questionnaire)) yield* one("own measure", measure, path);
}

function* ofFacts({ facts = [] }: Questionnaire): Generator<Reference> {
  for (const [f, { roles }] of facts.entries()) yield* many("role", roles, ["facts", f, "roles"]);
}

function* ofCriteria({ dimensions }: Questionnaire): Generator<Reference> {
  for (const [d, { criteria }] of dimensions.entries()) {
    for (const [c, { roles, prerequisites, solves, scale }] of criteria.entries()) {
      const path = ["dimensions", d, "criteria", c];
      yield* many("role", roles, [...path, "roles"]);
      yield* many("criterion", prerequisites, [...path, "prerequisites"]);
      yield* many("signal", solves, [...path, "solves"]);
      yield* one("scale", scale, [...path, "scale"]);
    }
  }
}

function* ofGrids({ grids }: Questionnaire): Generator<Reference> {
  for (const [g, { roles, marks, columns, sections, rows, checks, tallies }] of (grids ?? []).entries()) {
    const path = ["grids", g];
    yield* many("role", roles, [...path, "roles"]);
    for (const [r, { section }] of rows.entries()) {
      yield* among(sections, one("section", section, [...path, "rows", r, "section"]));
    }
    for (const [key, list] of Object.entries({ checks, tallies })) {
      for (const [i, counted] of (list ?? []).entries()) {
        const here = [...path, key, i];
        const { rows: named, sections: within, holder, nowhere, ...cells } = counted as LooseGridCheck;
        yield* among(rows, many("row", named, [...here, "rows"]));
        yield* among(sections, many("section", within, [...here, "sections"]));
        yield* among(marks, many("mark", cells.marks, [...here, "marks"]));
        yield* among(columns, many("column", cells.columns, [...here, "columns"]));
        yield* among(marks, one("mark", holder, [...here, "holder"]));
        yield* among(sections, many("section", nowhere?.sections, [...here, "nowhere", "sections"]));
        yield* among(marks, many("mark", nowhere?.marks, [...here, "nowhere", "marks"]));
      }
    }
  }
}

function* among(list: Named[], found: Iterable<Reference>): Generator<Reference> {
  for (const reference of found) yield { ...reference, among: list };
}

function* ofLists({ capabilities, caps, phases, partners, stakeholders }: Questionnaire): Generator<Reference> {
  for (const [i, { criteria }] of (capabilities ?? []).entries()) {
    yield* many("criterion", criteria, ["capabilities", i, "criteria"]);
  }
  for (const [i, { criteria, measures }] of (caps ?? []).entries()) {
    yield* many("criterion", criteria, ["caps", i, "criteria"]);
    yield* many("own measure", measures, ["caps", i, "measures"]);
  }
  for (const [i, { served }] of (phases ?? []).entries()) yield* many("role", served, ["phases", i, "served"]);
  yield* one("fact", partners?.current, ["partners", "current"]);
  for (const [i, { avoid }] of (partners?.types ?? []).entries()) {
    yield* many("partner type", avoid, ["partners", "types", i, "avoid"]);
  }
  for (const [i, { role, core, full }] of (stakeholders?.departments ?? []).entries()) {
    const path = ["stakeholders", "departments", i];
    yield* one("role", role, [...path, "role"]);
    yield* many("criterion", core, [...path, "core"]);
    yield* many("criterion", full, [...path, "full"]);
  }
}

function* ofProfile({ profile }: Questionnaire): Generator<Reference> {
  for (const [i, { dimension, when }] of (profile?.parts ?? []).entries()) {
    const path = ["profile", "parts", i];
    yield* one("dimension", dimension, [...path, "dimension"]);
    for (const id of Object.keys(when)) yield { kind: "profile state", id, path: [...path, "when", id], on: "key" };
  }
}

function* ofSteps({ steps, roadmap }: Questionnaire): Generator<Reference> {
  for (const [i, { partner, groups }] of (steps ?? []).entries()) {
    yield* one("partner type", partner, ["steps", i, "partner"]);
    yield* ofGroups(groups, ["steps", i, "groups"]);
  }
  yield* ofGroups(roadmap?.groups, ["roadmap", "groups"]);
}

function* ofGroups(groups: Group[] | undefined, path: Path): Generator<Reference> {
  for (const [g, { criteria, gates, capabilities }] of (groups ?? []).entries()) {
    if (criteria !== "all") yield* many("criterion", criteria, [...path, g, "criteria"]);
    yield* many("gate", gates, [...path, g, "gates"]);
    yield* many("capability", capabilities, [...path, g, "capabilities"]);
  }
}

function* ofAdvice(list: Advice[] | undefined, key: string): Generator<Reference> {
  for (const [i, { about }] of (list ?? []).entries()) {
    for (const [a, part] of (about ?? []).entries()) {
      const path = [key, i, "about", a];
      if ("dimension" in part) yield* one("dimension", part.dimension, [...path, "dimension"]);
      if ("criterion" in part) yield* one("criterion", part.criterion, [...path, "criterion"]);
    }
  }
}

function* ofCost({ cost }: Questionnaire): Generator<Reference> {
  if (!cost) return;
  yield* one("fact", cost.scale, ["cost", "scale"]);
  yield* many("measure", cost.figures, ["cost", "figures"]);
  yield* one("measure", cost.total, ["cost", "total"]);
  for (const [id, { fact }] of Object.entries(cost.after)) {
    yield { kind: "fact", id, path: ["cost", "after", id], on: "key" };
    yield { kind: "fact", id: fact, path: ["cost", "after", id, "fact"] };
  }
  yield* one("fact", cost.investment, ["cost", "investment"]);
  yield* one("fact", cost.running, ["cost", "running"]);
}

/** `cites` may stand on every item. */
function* cited(part: unknown, path: (string | number)[]): Generator<Reference> {
  if (typeof part !== "object" || part === null) return;
  for (const [key, inside] of Object.entries(part)) {
    const here = [...path, key];
    if (key === "cites" && Array.isArray(inside)) yield* many("claim", inside, here);
    else yield* cited(inside, here);
  }
}

function* one(kind: Kind, id: string | undefined, path: Path): Generator<Reference> {
  if (id !== undefined) yield { kind, id, path };
}

function* many(kind: Kind, ids: string[] | undefined, path: Path): Generator<Reference> {
  for (const [i, id] of (ids ?? []).entries()) yield { kind, id, path: [...path, i] };
}
