// The assessment as its file holds it: who said what about one organisation.

import type { Cells } from "./grid.ts";

export interface Evidence {
  text?: string;
  url?: string;
  /** ISO date, YYYY-MM-DD. */
  date?: string;
}

/** Whether a questionnaire is named by the path of its file, and not by its id. */
export const isPath = (questionnaire: string): boolean => /\/|\.(?:yaml|yml|json)$/.test(questionnaire);

interface Remarks {
  note?: string;
  evidence?: Evidence[];
}

/** A level, the chosen options, "unknown" (asked, nobody can say), or one of these with remarks; N/A carries its reason. */
export type Answer =
  | number
  | string[]
  | "unknown"
  | (Remarks & ({ level: number } | { options: string[] } | { unknown: true } | { na: string }));

export interface GivenFact {
  value: number | string;
  /** Who gave it. */
  by?: string;
  date?: string;
  note?: string;
}

/** A fact by its value, or with who gave it. */
export type FactAnswer = number | string | GivenFact;

export const factEntries = (answer: FactAnswer): GivenFact => (typeof answer === "object" ? answer : { value: answer });

export const factValue = (answer: FactAnswer | undefined): number | string | undefined =>
  typeof answer === "object" ? answer.value : answer;

export interface Response {
  respondent?: string;
  role?: string;
  date?: string;
  answers: Record<string, Answer>;
  /** Grid to row to cells; a row without any cell was asked about, and nobody does it. */
  grids?: Record<string, Record<string, Cells>>;
}

export type Agreed = { because: string } & ({ level: number } | { options: string[] } | { na: string });

/** How the report of this organisation presents itself. */
export interface Cover {
  title?: string;
  /** Address or relative path of a picture. */
  logo?: string;
  preparedBy?: string;
}

export interface Assessment {
  questionnaire: string;
  version: string;
  organization: string;
  lineOfBusiness?: string;
  date?: string;
  facts?: Record<string, FactAnswer>;
  responses?: Response[];
  /** What the workshop agreed on: replaces the consensus, leaves the spread. */
  agreed?: Record<string, Agreed>;
  report?: Cover;
}

/** As a file may have it: `answers` at the top level stands for one response. */
export type Written = Assessment & Partial<Omit<Response, "date">>;

export function longForm(written: Written): Assessment {
  const { answers, respondent, role, grids, ...rest } = written;
  if (!answers) return written;
  const speaker = { ...(respondent !== undefined && { respondent }), ...(role !== undefined && { role }) };
  return { ...rest, responses: [{ ...speaker, answers, ...(grids && { grids }) }] };
}
