// What an evaluation works on: the sheet of a program's cells, and beside it the inputs of one assessment and the headline.
// Plain typed arrays, so that one frame can be run again and again with other inputs (what-if, interview, batches).
import { createSheet, type Sheet } from "../calculate/sheet.ts";
import type { Truth } from "../calculate/truth.ts";
import type { PartnerAction } from "../model/condition.ts";

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

export interface Frame extends Sheet {
  inputs: Inputs;
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

export const createFrame = (inputs: Inputs, cells: number): Frame => ({
  ...createSheet(cells),
  inputs,
  headline: { phase: -1, established: false, step: -1, action: null },
});

export const stateName = (truth: Truth) => (["fails", "open", "holds"] as const)[truth];

/** A figure for the result; null for none and for one without bound. */
export const orNull = (x: number): number | null => (Number.isFinite(x) ? x : null);
