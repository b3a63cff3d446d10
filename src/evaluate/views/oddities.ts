// What is odd about the record itself: one name in several roles, and days that cannot be meant. In: an assessment. Out: findings.
import { type Assessment, factEntries } from "../../model/assessment.ts";
import { lastDay, oddity } from "../../model/dates.ts";
import type { DatedPart, Finding } from "../../model/evaluation.ts";
import { sameKey } from "../../model/names.ts";

export const oddities = (assessment: Assessment): Finding[] => [...sameNames(assessment), ...oddDates(assessment)];

/** People whose name stands under more than one role; under one role a name stands once. */
function sameNames({ responses = [] }: Assessment): Finding[] {
  const people = new Map<string, { respondent: string; roles: Set<string> }>();
  for (const { respondent, role } of responses) {
    if (respondent === undefined || role === undefined) continue;
    const key = sameKey(respondent);
    const known = people.get(key) ?? { respondent, roles: new Set() };
    known.roles.add(role);
    people.set(key, known);
  }
  return [...people.values()]
    .filter(({ roles }) => roles.size > 1)
    .map(({ respondent, roles }) => ({ kind: "same-name" as const, refs: [], respondent, roles: [...roles].sort() }))
    .sort((a, b) => (a.respondent < b.respondent ? -1 : 1));
}

/** Evidence comes before the day on which it was named, and before the assessment or the answer that rests on it. */
function oddDates({ date, facts = {}, responses = [] }: Assessment): Finding[] {
  const found = new Map<string, Finding>();
  const look = (of: DatedPart, day: string | undefined, refs: string[], end?: string) => {
    const odd = day === undefined ? null : oddity(day, end ?? null);
    if (odd) found.set(`${of} ${day} ${refs}`, { kind: "odd-date", refs, of, date: day!, odd });
  };
  look("assessment", date, []);
  for (const [id, answer] of Object.entries(facts)) look("fact", factEntries(answer).date, [id]);
  for (const response of responses) {
    look("response", response.date, []);
    const end = lastDay(date, response.date);
    for (const [id, answer] of Object.entries(response.answers)) {
      const evidence = typeof answer === "object" && "evidence" in answer ? (answer.evidence ?? []) : [];
      for (const one of evidence) look("evidence", one.date, [id], end);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
