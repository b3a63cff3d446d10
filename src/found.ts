// What a check finds, before it has a place in a file: the path into the data, and the problem.
import type { Document, Path } from "./document.ts";
import { type DetailOf, type Problem, type ProblemCode, problem, warning } from "./problem.ts";

export interface Found {
  path: Path;
  on: "key" | "value";
  problem: Problem;
}

export type Findings = Iterable<Found>;

export function found<Code extends ProblemCode>(
  path: Path,
  code: Code,
  detail: DetailOf<Code>,
  on: Found["on"] = "value",
): Found {
  return { path, on, problem: problem(code, null, detail) };
}

export function foundWarning<Code extends ProblemCode>(path: Path, code: Code, detail: DetailOf<Code>): Found {
  return { path, on: "value", problem: warning(code, null, detail) };
}

/** The problems with their places, in the order of the file; of a document that parts were left out of, those that hold in all of it. */
export function located(findings: Findings, document: Document): Problem[] {
  const holding = [...findings].filter(one => document.holds?.(one) ?? true);
  const problems = holding.map(({ path, on, problem }) => ({ ...problem, place: document.place(path, on) }));
  return problems.sort((a, b) => a.place.line! - b.place.line! || a.place.col! - b.place.col!);
}
