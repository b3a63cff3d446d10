// The profile: each part has a condition for every state but the last, which is the one of a part for which none of them holds.
import { type Findings, found } from "../../found.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { listedTwice } from "./lists.ts";

export function* states({ profile }: Questionnaire): Findings {
  if (!profile) return;
  const ids = profile.states.map(({ id }) => id);
  const last = ids.at(-1)!;
  for (const [i, { dimension: part, when }] of profile.parts.entries()) {
    const path = ["profile", "parts", i, "when"];
    for (const state of ids.slice(0, -1)) {
      if (!Object.hasOwn(when, state)) yield found(path, "profile-state-missing", { part, state }, "key");
    }
    if (Object.hasOwn(when, last)) yield found([...path, last], "profile-state-remains", { state: last }, "key");
  }
  const parts = profile.parts.map(({ dimension }) => dimension);
  yield* listedTwice("dimension", parts, i => ["profile", "parts", i, "dimension"]);
}
