// What stands in the way of a rule that can never hold. Things are named as "gate:g1" or "measure:m".

export type Conflict =
  /** A figure never gets to where it is compared; null for no bound. */
  | { kind: "bounds"; ref: string; low: number | null; high: number | null }
  /** It needs what never holds, or the contrary of what always does. */
  | { kind: "never" | "always"; ref: string }
  /** Each of these can be, but not all. */
  | { kind: "together"; refs: string[] }
  /** Whoever gets there is in an earlier step, or in a later phase. */
  | { kind: "earlier" | "later"; ref: string };
