// What an evaluation works on: the inputs of one assessment, and a figure and a truth for every cell of the program.
// Plain typed arrays, so that one frame can be run again and again with other inputs (what-if, interview, batches).

import type { PartnerAction } from "../model/condition.ts";

export const FAILS = 0;
export const OPEN = 1;
export const HOLDS = 2;
export type Truth = typeof FAILS | typeof OPEN | typeof HOLDS;

export const negate = (truth: Truth): Truth => (2 - truth) as Truth;
export const decided = (yes: boolean): Truth => (yes ? HOLDS : FAILS);

/** Whether a figure is there to be counted: N/A and hidden ones are not; open ones may turn out either way. */
export const PRESENT = 0;
export const MAYBE = 1;
export const ABSENT = 2;

/** States of a criterion's consensus, before visibility. */
export const ANSWERED = 0;
export const NOT_APPLICABLE = 1;
export const UNKNOWN = 2;
export const UNANSWERED = 3;

/** Bits of the evidence given for a criterion. */
export const EVIDENCE_TEXT = 1;
export const EVIDENCE_URL = 2;

/** The answers that count, by the indexes of criteria and facts. */
export interface Inputs {
  state: Uint8Array;
  /** Consensus level before caps; NaN without one. */
  level: Float64Array;
  /** Where the level is only the lowest that the consensus may come to: the highest; NaN elsewhere. */
  highest: Float64Array;
  /** Bit set of the options that count, for a multiple choice. */
  options: Uint32Array;
  evidence: Uint8Array;
  /** Consensus of the voices from outside; NaN without one. */
  outside: Float64Array;
  known: Uint8Array;
  /** A number, or the index of a choice; the declared bounds while the fact is not known. */
  factLo: Float64Array;
  factHi: Float64Array;
  /** Of each check of each grid, at how many rows it holds, at least and at most. */
  heldLow: Float64Array;
  heldHigh: Float64Array;
}

/** What the conservative headline says; indexes into the questionnaire's lists, -1 for none. */
export interface Headline {
  phase: number;
  established: boolean;
  step: number;
  action: PartnerAction | null;
}

export interface Frame {
  inputs: Inputs;
  lo: Float64Array;
  hi: Float64Array;
  /** The figure itself; NaN while something open could move it. */
  value: Float64Array;
  absent: Uint8Array;
  truth: Uint8Array;
  headline: Headline;
}

export function createInputs(criteria: number, facts: number): Inputs {
  return {
    state: new Uint8Array(criteria).fill(UNANSWERED),
    level: new Float64Array(criteria).fill(NaN),
    highest: new Float64Array(criteria).fill(NaN),
    options: new Uint32Array(criteria),
    evidence: new Uint8Array(criteria),
    outside: new Float64Array(criteria).fill(NaN),
    known: new Uint8Array(facts),
    factLo: new Float64Array(facts),
    factHi: new Float64Array(facts),
    heldLow: new Float64Array(0),
    heldHigh: new Float64Array(0),
  };
}

export function createFrame(inputs: Inputs, cells: number): Frame {
  return {
    inputs,
    lo: new Float64Array(cells),
    hi: new Float64Array(cells),
    value: new Float64Array(cells),
    absent: new Uint8Array(cells),
    truth: new Uint8Array(cells),
    headline: { phase: -1, established: false, step: -1, action: null },
  };
}

export function setFigure(frame: Frame, cell: number, lo: number, hi: number, value: number, absent: number): void {
  frame.lo[cell] = lo;
  frame.hi[cell] = hi;
  frame.value[cell] = value;
  frame.absent[cell] = absent;
}

export const setAbsent = (frame: Frame, cell: number): void => setFigure(frame, cell, NaN, NaN, NaN, ABSENT);

export const truthAt = (frame: Frame, cell: number): Truth => frame.truth[cell] as Truth;
export const stateName = (truth: Truth) => (["fails", "open", "holds"] as const)[truth];

/** Whether a figure that is there went beyond what can be calculated with; one that is open may have no bound, which is no excess. */
export function isTooLarge({ absent, lo, hi }: Frame, cell: number): boolean {
  const [low, high] = [lo[cell]!, hi[cell]!];
  return (
    absent[cell] !== ABSENT && (Number.isNaN(low) || Number.isNaN(high) || (low === high && !Number.isFinite(low)))
  );
}

/** A figure for the result; null for none and for one without bound. */
export const orNull = (x: number): number | null => (Number.isFinite(x) ? x : null);
