// Exit codes: a contract, listed in the README.
export const exitCodes = {
  /** Done. */
  done: 0,
  /** Done, and a threshold that the caller asked for is not met. */
  unmet: 1,
  /** Could not: bad input or usage. */
  cannot: 2,
  /** Cancelled; answers are saved. */
  cancelled: 130,
  /** A bug of ours. */
  bug: 70,
} as const;
