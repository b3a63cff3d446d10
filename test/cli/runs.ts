// What one run of a transcript is, and the files that runs share: the examples, and test/fixtures.
import type { Surroundings } from "../support/cli.ts";

export interface Run extends Surroundings {
  args: string[];
  exit: 0 | 1 | 2;
  /** Parts of what is printed, on either stream. */
  says: (string | RegExp)[];
  /** And what must not be. */
  silent?: (string | RegExp)[];
  /** Only so many lines in the transcript. */
  lines?: number;
}

export interface Transcript {
  title: string;
  runs: Run[];
}

const words = (line: string) => (line === "" ? [] : line.split(" "));
export const run = (line: string, exit: Run["exit"], says: Run["says"], more: Partial<Run> = {}): Run => ({
  args: words(line),
  exit,
  says,
  ...more,
});

export const commands = ["score", "explain", "list", "show", "check", "schema", "new"];
export const valbruna = "valbruna-pumps.yaml";
export const nordlicht = "nordlicht-fasteners.yaml";
/** Nordlicht with one criterion of the gate that establishes phase II lowered in a workshop. */
export const doubtful = "nordlicht-doubtful.yaml";
export const doubt = "agreed: {of-rules: {level: 2, because: A wrong pack size was accepted last week.}}\n";
export const kurogane = "kurogane-bearings.yaml";
export const grid = "responsibility/questionnaire.yaml";
export const filled = "responsibility/sheets/example.yaml";
export const mood = "-q mood-nine/questionnaire.yaml";
/** Seven answers of nine: band mild for certain; 25.9 to 48.1 of 100. */
export const partly = `score ${mood} mood-nine/sheets/partly.yaml`;
