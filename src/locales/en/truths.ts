// How what may hold, fail or be open is said in English: of what is asked for, and of what is there or not.
import type { TruthState } from "../../model/evaluation.ts";

export const standing = { holds: "met", fails: "not met", open: "not known yet" } satisfies Record<TruthState, string>;
export const presence = { holds: "present", fails: "absent", open: "not known yet" } satisfies Record<
  TruthState,
  string
>;
