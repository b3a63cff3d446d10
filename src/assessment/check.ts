// An assessment against its questionnaire. In: both, and the document for the places. Out: every problem.
// Rule kept: an assessment without problems here can be evaluated; nothing in it is guessed, dropped or rounded.
import type { Document, Path } from "../document.ts";
import { type Findings, found, foundWarning, located } from "../found.ts";
import { type Assessment, factEntries, factValue, isPath } from "../model/assessment.ts";
import { isDay, lastDay, oddity } from "../model/dates.ts";
import { sameKey } from "../model/names.ts";
import type { Fact, Questionnaire } from "../model/questionnaire.ts";
import { readingsOf } from "../model/readings.ts";
import { nearest } from "../nearest.ts";
import type { Problem } from "../problem.ts";
import { withinBounds } from "../questionnaire/outline.ts";
import { leadingZeros } from "../zeros.ts";
import { responsePath } from "./accept.ts";
import { answerChecker } from "./check-answer.ts";
import { checkGrids } from "./check-grids.ts";

/** `today`: also what is later than that is odd; scoring has no clock and leaves it out. Errors, and warnings for `cxm check`. */
export function checkAssessment(
  assessment: Assessment,
  document: Document,
  questionnaire: Questionnaire,
  today: string | null = null,
): Problem[] {
  return located([...findings(assessment, document, questionnaire, today), ...leadingZeros(document)], document);
}

function* findings(
  assessment: Assessment,
  document: Document,
  questionnaire: Questionnaire,
  today: string | null,
): Findings {
  const mismatch = [...identity(assessment, questionnaire)];
  yield* mismatch;
  // Against another questionnaire every id would be unknown: that says nothing.
  if (mismatch.length > 0) return;
  const day = (dated: { date?: string }, path: Path, end?: string) =>
    dates(dated, [...path, "date"], end ?? null, today);
  yield* day(assessment, []);
  for (const [id, answer] of Object.entries(assessment.facts ?? {})) yield* day(factEntries(answer), ["facts", id]);
  yield* facts(assessment, document, questionnaire);
  const checkAnswer = answerChecker(questionnaire);
  const roles = questionnaire.roles.map(({ id }) => id);
  const speakers = new Map<string, Path>();
  for (const [i, response] of (assessment.responses ?? []).entries()) {
    const path = responsePath(document, i);
    const { respondent, role } = response;
    yield* day(response, path);
    if (role !== undefined && !roles.includes(role)) {
      yield found([...path, "role"], "unknown-id", { kind: "role", id: role, suggestion: nearest(role, roles) });
    }
    if (respondent !== undefined) {
      const here = [...path, "respondent"];
      const speaker = JSON.stringify([role ?? null, sameKey(respondent)]);
      const before = speakers.get(speaker);
      const first = before && document.place(before);
      if (first) yield found(here, "respondent-twice", { respondent, role: role ?? null, first });
      else speakers.set(speaker, here);
    }
    yield* checkGrids(response.grids, questionnaire, [...path, "grids"]);
    for (const [id, answer] of Object.entries(response.answers)) {
      const here = [...path, "answers", id];
      yield* checkAnswer(id, answer, here);
      if (typeof answer !== "object" || !("evidence" in answer)) continue;
      for (const [e, evidence] of (answer.evidence ?? []).entries()) {
        yield* day(evidence, [...here, "evidence", e], lastDay(assessment.date, response.date));
      }
    }
  }
  for (const [id, agreed] of Object.entries(assessment.agreed ?? {})) yield* checkAnswer(id, agreed, ["agreed", id]);
}

/** A version that was left out, since it is none, is taken for the right one. */
function* identity(assessment: Assessment, questionnaire: Questionnaire): Findings {
  const { questionnaire: id, version = questionnaire.version } = assessment;
  // A path names the file, whatever its id.
  if (!isPath(id) && id !== questionnaire.id) {
    return yield found(["questionnaire"], "questionnaire-mismatch", { wanted: questionnaire.id, found: id });
  }
  const [major = 0, ...given] = version.split(".").map(Number);
  const [wanted = 0, ...newest] = questionnaire.version.split(".").map(Number);
  const versions = { wanted: questionnaire.version, found: version };
  if (major !== wanted) yield found(["version"], "version-mismatch", versions);
  else if (isAfter(given, newest)) yield found(["version"], "version-newer", versions);
}

function isAfter(a: number[], b: number[]): boolean {
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs >= 0 && a[differs]! > (b[differs] ?? 0);
}

function* dates({ date }: { date?: string }, path: Path, end: string | null, today: string | null): Findings {
  if (date === undefined) return;
  if (!isDay(date)) return yield found(path, "date-impossible", { date });
  const odd = oddity(date, end);
  if (odd === "unlikely") yield foundWarning(path, "date-unlikely", { date });
  else if (odd === "later") yield foundWarning(path, "date-later", { date, end: end! });
  else if (today !== null && date > today) yield foundWarning(path, "date-to-come", { date });
}

function* facts(assessment: Assessment, document: Document, questionnaire: Questionnaire): Findings {
  const known = new Map((questionnaire.facts ?? []).map(fact => [fact.id, fact]));
  for (const [id, value] of Object.entries(assessment.facts ?? {})) {
    const fact = known.get(id);
    if (fact) {
      const path = ["facts", id, ...(typeof value === "object" ? ["value"] : [])];
      yield* ofFact(fact, factValue(value)!, path);
      yield* otherwiseRead(fact, document.written(path), path);
    } else {
      const suggestion = nearest(id, known.keys());
      yield found(["facts", id], "unknown-id", { kind: "fact", id, suggestion }, "key");
    }
  }
}

/** "1.000" is 1 here and a thousand to many who type it: said where the other one could be meant, too. */
function* otherwiseRead(fact: Fact, written: string | null, path: Path): Findings {
  if (fact.type !== "number" || written === null) return;
  const [other, asWritten] = readingsOf(written);
  if (other !== undefined && asWritten !== undefined && withinBounds(fact, other))
    yield foundWarning(path, "fact-either", { fact: fact.id, written, other });
}

function* ofFact(fact: Fact, value: number | string, path: Path): Findings {
  if (fact.type === "number") {
    if (typeof value === "string") return yield found(path, "fact-type", { fact: fact.id, expected: "number" });
    if (withinBounds(fact, value)) return;
    const { min, max, above, whole } = fact;
    const bounds = Object.fromEntries(
      Object.entries({ min, max, above, whole }).filter(([, one]) => one !== undefined),
    );
    return yield found(path, "fact-out-of-bounds", { fact: fact.id, value, bounds });
  }
  if (typeof value === "number") return yield found(path, "schema-unquoted", { key: fact.id, found: String(value) });
  if (fact.type === "text") return;
  const choices = fact.choices.map(({ id }) => id);
  if (choices.includes(value)) return;
  yield found(path, "choice-unknown", { fact: fact.id, choice: value, choices, suggestion: nearest(value, choices) });
}
