// What each problem of a questionnaire rests on beside its own part, for a questionnaire that parts were left out of.
import type { Found } from "../found.ts";
import type { Kind } from "../problem.ts";
import { alone, beside, type Hole, inside, isWithin, type RestsOn } from "../rest.ts";

const within = ({ path, meant }: Hole, sections: readonly string[]): boolean =>
  sections.includes(String(path[0])) || (path.length === 1 && meant.some(key => sections.includes(key)));

const anyIn =
  (...sections: string[]) =>
  (hole: Hole): boolean =>
    within(hole, sections);

/** Where things of a kind are given; those of the other kinds stand in grids. */
const sections: Partial<Record<Kind, readonly string[]>> = {
  fact: ["facts"],
  criterion: ["dimensions"],
  dimension: ["dimensions"],
  option: ["dimensions"],
  capability: ["capabilities"],
  measure: ["measures", "capabilities"],
  "own measure": ["measures"],
  figure: ["facts", "dimensions", "measures", "capabilities"],
  gate: ["gates"],
  signal: ["signals"],
  condition: ["conditions"],
  phase: ["phases"],
  step: ["steps"],
  role: ["roles"],
  department: ["stakeholders"],
  "partner type": ["partners"],
  scale: ["scales"],
  claim: ["claims"],
  state: [],
  "profile part": ["profile"],
  "profile state": ["profile"],
};

/** Of what is to be the lowest of some, the kind goes by a key beside the list. */
function unknownId(hole: Hole, { path, problem }: Found): boolean {
  const { kind } = problem as { kind?: Kind };
  const mayGive = hole.lost && within(hole, sections[kind!] ?? ["grids"]);
  return mayGive || (path.includes("lowestOf") && isWithin(hole.path, path.slice(0, -2)));
}

const situations = ["levels", "scale", "options"];
const levels = (hole: Hole): boolean =>
  within(hole, ["scales"]) ||
  (within(hole, ["dimensions"]) && [...hole.path, ...hole.meant].some(step => situations.includes(String(step))));

export const restsOn: RestsOn = {
  "unknown-id": unknownId,
  "choice-unknown": hole => hole.lost && within(hole, ["facts"]),
  "comparison-type": alone,
  "not-a-number": alone,
  "not-a-choice": alone,
  "duplicate-id": alone,
  "listed-twice": alone,
  "reference-cycle": alone,
  "prerequisite-cycle": alone,
  "keys-exclusive": beside,
  "leaf-out-of-place": alone,
  "phase-not-earlier": alone,
  "mark-clash": alone,
  "mark-reserved": alone,
  "record-figure-decides": alone,
  "keys-needed": inside,
  "schema-missing-key": inside,
  "condition-not-compared": inside,
  "not-over-gate": inside,
  "inside-outside-roles": inside,
  "profile-state-missing": inside,
  "key-out-of-place": beside,
  "na-forbidden": beside,
  "weights-mismatch": beside,
  "count-impossible": beside,
  "bounds-reversed": beside,
  "lowest-without-itself": beside,
  "level-out-of-range": levels,
  "figure-out-of-range": anyIn("signals"),
  "target-out-of-range": anyIn("dimensions", "scales"),
  "missing-default-step": anyIn("steps"),
  "step-after-default": anyIn("steps"),
  "profile-state-remains": anyIn("profile"),
  "check-settled": anyIn("grids"),
  "check-without-rows": anyIn("grids"),
};
