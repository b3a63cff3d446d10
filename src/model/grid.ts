// A grid: activities in rows, parties in columns, and in each cell at most one mark that says what the party does there.
import type { Choice, Sourced, Titled } from "./questionnaire.ts";

/** `id` is the one letter or digit that a person types. */
export interface Mark extends Choice {
  text: string;
}

export interface GridRow extends Titled {
  section: string;
  help?: string;
  why?: string;
}

/** Bounds on the number of cells of a row that have one of some marks; several must all be met. */
export interface Bounded {
  atLeast?: number;
  atMost?: number;
  above?: number;
  below?: number;
  is?: number;
}

export const bounds = ["atLeast", "atMost", "above", "below", "is"] as const satisfies (keyof Bounded)[];

/** Counts the cells with one of `marks`, within `columns` or all of them. */
export interface Counted extends Bounded {
  marks: string[];
  columns?: string[];
}

/** The one party with the mark `holder` in this row has none of `marks` in the other rows of `sections`. */
export interface Apart {
  holder: string;
  nowhere: { sections: string[]; marks: string[] };
}

/** What is wrong with a row at which it holds; without `rows` and `sections` it is asked of every row. */
export type GridCheck = Titled & { text: string; hint?: boolean; rows?: string[]; sections?: string[] } & (
    | Counted
    | Apart
  );

export type Tally = Titled & Counted;

export interface Grid extends Titled, Sourced {
  question: string;
  help?: string;
  why?: string;
  evidence?: string;
  /** Who should fill it. */
  roles: string[];
  marks: Mark[];
  columns: Choice[];
  sections: Choice[];
  rows: GridRow[];
  checks?: GridCheck[];
  tallies?: Tally[];
}

/** A row as somebody filled it: party to mark. Parties left out have none. */
export type Cells = Record<string, string>;
