// The assessments that reports are tested with: the bundled examples and the fixtures, and how a report of one is made.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { loadAssessment } from "../../../src/assessment/load.ts";
import type { Assessment } from "../../../src/model/assessment.ts";
import { cxm, exampleFile, fixture } from "../../support/cli.ts";

export const reportFiles: Record<string, string> = {
  ...Object.fromEntries(
    ["valbruna-pumps", "nordlicht-fasteners", "kurogane-bearings"].map(name => [name, exampleFile(name)]),
  ),
  ...Object.fromEntries(
    ["half-answered", "contradictory", "hostile", "almost-empty"].map(name => [name, fixture(`report/${name}.yaml`)]),
  ),
};

export const assessmentOf = (file: string): Assessment => loadAssessment(file).assessment;

/** What the command prints for a file. */
export async function report(file: string, ...options: string[]): Promise<string> {
  const { stdout, stderr, code } = await cxm(["report", file, ...options]);
  if (code !== 0 || stderr !== "") throw new Error(`exit ${code}: ${stderr}`);
  return stdout;
}

/** The same for an assessment that stands in no file yet. */
export async function reportOf(folder: string, assessment: Assessment, ...options: string[]): Promise<string> {
  const file = join(folder, "assessment.yaml");
  writeFileSync(file, stringify(assessment));
  return report(file, ...options);
}

/** Where the golden of a report lies, below test/golden. */
export const reportGolden = (name: string): string => `report/${name}.md`;
