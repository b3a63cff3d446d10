// Renames every id of a questionnaire, of an assessment or of an evaluation, by knowing which keys hold ids. Texts, numbers and the
// engine's own words (states, actions, built-in measures) stay.

import type { Assessment } from "../../src/model/assessment.ts";
import { operators } from "../../src/model/condition.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";

type Renamed = (id: string) => string;
type Keys = Record<string, "id" | "members" | "named" | "ref" | "answers">;

const keysOf = (kind: Keys[string], keys: string): Keys => Object.fromEntries(keys.split(" ").map(key => [key, kind]));

/** `id`: an id or a list of ids. `members`: a list of ids among other things. `named`: a mapping with ids as keys. */
const inQuestionnaire: Keys = {
  ...keysOf("id", "id criterion dimension measure fact gate signal condition reached phase step stakeholder includes"),
  ...keysOf("id", "scale total figures investment running current role roles prerequisites solves partner avoid"),
  ...keysOf("id", "gates capabilities cites core full served criteria"),
  ...keysOf("members", operators.join(" ")),
  ...keysOf("named", "claims after"),
};

const inAssessment: Keys = {
  ...keysOf("id", "questionnaire role"),
  ...keysOf("named", "facts answers agreed options"),
};

const inEvaluation: Keys = {
  ...keysOf(
    "id",
    "id phase criterion fact role roles phases steps partners notes avoid current criteria blockedBy openBy",
  ),
  ...keysOf("id", "cappedBy refs gate by quickWins parked ask missing options"),
  ...keysOf("named", "now after"),
  ...keysOf("ref", "ref"),
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
      const facts = renamed.facts.map(({ id, value }) => ({
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

function valuesOf(facts: Record<string, number | string>, choices: Set<string>, rename: Renamed) {
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
  if ("fact" in item && (key === "is" || key === "in")) return ids(inside, rename);
  if (key === "partner" && typeof inside === "string" && actions.has(inside)) return inside;
  const kind = keys[key];
  if (kind === "ref") return typeof inside === "string" ? refOf(inside, rename) : inside;
  if (kind === "named" && typeof inside === "object" && inside !== null && !Array.isArray(inside)) {
    const named = Object.entries(inside).map(([id, value]) => [rename(id), walk(value, keys, rename)]);
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

/** "gate:g1", "phase:II:established". */
function refOf(ref: string, rename: Renamed): string {
  const [kind, id, ...rest] = ref.split(":") as [string, string, ...string[]];
  return [kind, kind === "partner" ? id : rename(id), ...rest].join(":");
}
