// Renames every id of a questionnaire, of an assessment or of an evaluation, by knowing which keys hold ids. Texts, numbers and the
// engine's own words (states, actions, built-in measures) stay.

import type { Assessment } from "../../src/model/assessment.ts";
import { comparators, operators } from "../../src/model/condition.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";

type Renamed = (id: string) => string;
type Keys = Record<string, "id" | "members" | "named" | "ref" | "marked">;

const keysOf = (kind: Keys[string], keys: string): Keys => Object.fromEntries(keys.split(" ").map(key => [key, kind]));

/**
 * `id`: an id or a list of ids. `members`: a list of ids among other things. `named`: a mapping with ids as keys. `marked`: the same,
 * however deep, down to the marks of a grid's cells.
 */
const inQuestionnaire: Keys = {
  ...keysOf("id", "id criterion dimension measure fact gate signal condition reached phase step stakeholder includes"),
  ...keysOf("id", "scale total figures investment running current role roles prerequisites solves partner avoid"),
  ...keysOf("id", "gates capabilities cites core full served criteria measures profile lowestOf"),
  ...keysOf("id", "grid check section sections rows columns marks holder"),
  ...keysOf("members", operators.join(" ")),
  ...keysOf("named", "claims after"),
};

const inAssessment: Keys = {
  ...keysOf("id", "questionnaire role"),
  ...keysOf("named", "facts answers agreed options"),
  ...keysOf("marked", "grids"),
};

const inEvaluation: Keys = {
  ...keysOf(
    "id",
    "id phase criterion fact role roles phases steps partners notes avoid current criteria blockedBy openBy",
  ),
  ...keysOf("id", "cappedBy refs gate by quickWins parked ask missing options grid check section columns"),
  ...keysOf("marked", "cells"),
  ...keysOf("named", "now after"),
  ...keysOf("ref", "ref about"),
};

const ownWords = new Set(["index", "signals", "all"]);
const actions = new Set(["keep", "change", "check", "find", "build"]);

export function prefixed(prefix: string) {
  const rename: Renamed = id => (ownWords.has(id) ? id : prefix + id);
  return {
    questionnaire: (one: Questionnaire) => walk(one, inQuestionnaire, rename) as Questionnaire,
    assessment: (one: Assessment, choices: Set<string>) => {
      const renamed = walk(one, inAssessment, rename) as Assessment;
      return { ...renamed, facts: valuesOf(renamed.facts ?? {}, choices, rename) };
    },
    evaluation: (one: Evaluation, choices: Set<string>) => {
      const renamed = walk(one, inEvaluation, rename) as Evaluation;
      const facts = renamed.facts.map(({ id, value, ...given }) => ({
        ...given,
        id,
        value: typeof value === "string" && choices.has(id) ? rename(value) : value,
      }));
      return { ...renamed, facts };
    },
  };
}

/** The ids of facts whose values are ids of choices. */
export const choiceFacts = ({ facts = [] }: Questionnaire): Set<string> =>
  new Set(facts.flatMap(fact => (fact.type === "choice" ? [fact.id] : [])));

function valuesOf(facts: NonNullable<Assessment["facts"]>, choices: Set<string>, rename: Renamed) {
  return Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [
      id,
      typeof value === "string" && choices.has(id) ? rename(value) : value,
    ]),
  );
}

function walk(part: unknown, keys: Keys, rename: Renamed): unknown {
  if (Array.isArray(part)) return part.map(item => walk(item, keys, rename));
  if (typeof part !== "object" || part === null) return part;
  const item = part as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(item).map(([key, inside]) => [key, renamedAt(item, key, inside, keys, rename)]),
  );
}

function renamedAt(item: Record<string, unknown>, key: string, inside: unknown, keys: Keys, rename: Renamed): unknown {
  // A condition compares a choice with ids; a partner leaf names an action.
  if ("fact" in item && (comparators as readonly string[]).includes(key)) return ids(inside, rename);
  if (typeof item.profile === "string" && key === "is") return ids(inside, rename);
  if (key === "parts") return statesOf(inside, keys, rename);
  // Of a part of the profile the state is the questionnaire's; of anything else it is the engine's own word.
  if (keys === inEvaluation && key === "profile") return statesIn(inside, rename);
  if (key === "partner" && typeof inside === "string" && actions.has(inside)) return inside;
  const kind = keys[key];
  if (kind === "ref") {
    if (typeof inside === "string") return refOf(inside, rename);
    return Array.isArray(inside) ? inside.map(ref => refOf(ref, rename)) : inside;
  }
  if (kind === "marked") return marked(inside, rename);
  if (kind === "named" && typeof inside === "object" && inside !== null && !Array.isArray(inside)) {
    // An answer may be the list of the options chosen.
    const named = Object.entries(inside).map(([id, value]) => [
      rename(id),
      Array.isArray(value) ? ids(value, rename) : walk(value, keys, rename),
    ]);
    return Object.fromEntries(named);
  }
  if (kind === "id" || kind === "members" || (kind === "named" && Array.isArray(inside))) {
    const renamed = ids(inside, rename);
    return renamed === inside ? walk(inside, keys, rename) : renamed;
  }
  return walk(inside, keys, rename);

  function ids(value: unknown, by: Renamed): unknown {
    if (typeof value === "string") return by(value);
    if (!Array.isArray(value)) return value;
    return value.map(one => (typeof one === "string" ? by(one) : walk(one, keys, rename)));
  }
}

const marked = (part: unknown, rename: Renamed): unknown => {
  if (typeof part === "string") return rename(part);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, inside]) => [rename(key), marked(inside, rename)]));
};

/** The parts of a profile: the keys of `when` are states. */
const statesOf = (parts: unknown, keys: Keys, rename: Renamed) =>
  (parts as { when: object }[]).map(({ when, ...part }) => ({
    ...(walk(part, keys, rename) as object),
    when: Object.fromEntries(Object.entries(when).map(([state, one]) => [rename(state), walk(one, keys, rename)])),
  }));

const statesIn = (profile: unknown, rename: Renamed) =>
  (profile as Evaluation["profile"]).map(({ id, state, because }) => ({
    id: rename(id),
    state: state && rename(state),
    because: because.map(({ ref, state }) => ({ ref: refOf(ref, rename), state })),
  }));

/** "gate:g1", "phase:II:established", "profile:lanes:emerging". */
function refOf(ref: string, rename: Renamed): string {
  const [kind, id, ...rest] = ref.split(":") as [string, string, ...string[]];
  const status = kind === "profile" ? rest.map(rename) : rest;
  return [kind, kind === "partner" ? id : rename(id), ...status].join(":");
}
