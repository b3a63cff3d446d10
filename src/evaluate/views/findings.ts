// What a reader should know about the answers themselves: who disagrees, who was not heard, what nobody could say, what rests on
// old evidence or on one department grading itself. The limits are the questionnaire's.
import type { CriterionView, Finding, MeasureView, ResponseView } from "../../model/evaluation.ts";
import { findingLimits } from "../../questionnaire/outline.ts";
import type { Frame } from "../frame.ts";
import type { GateNeed } from "../needs.ts";
import type { Program } from "../program.ts";

export function findings(
  program: Program,
  frame: Frame,
  { criteria: views, measures }: { criteria: CriterionView[]; measures: MeasureView[] },
  date: string | null,
): Finding[] {
  const limits = findingLimits(program.questionnaire);
  const needsOf = new Map<string, GateNeed[]>();
  for (const need of program.needs) needsOf.set(need.criterion, [...(needsOf.get(need.criterion) ?? []), need]);
  const gateCriteria = new Set(needsOf.keys());
  const visible = views.filter(view => view.state !== "hidden");
  const inside = (view: CriterionView) => view.responses.filter(response => !response.outside);
  const levels = (view: CriterionView) => inside(view).flatMap(({ level }) => level ?? []);
  const rolesOf = (responses: ResponseView[]) => [...new Set(responses.flatMap(({ role }) => role ?? []))];
  const saying = (view: CriterionView, state: ResponseView["state"]) => inside(view).filter(one => one.state === state);
  const each = (find: (view: CriterionView, index: number) => Finding[]): Finding[] =>
    visible.flatMap(view => find(view, program.criterionIndex.get(view.id)!));

  const naOnGates = visible.filter(view => view.state === "na" && gateCriteria.has(view.id)).map(view => view.id);
  return [
    ...each(view => {
      if (view.spread === null || view.spread < limits.spread) return [];
      const answers = inside(view).flatMap(({ role, level }) => (level === undefined ? [] : [{ role, level }]));
      return [{ kind: "disagreement", refs: [view.id], spread: view.spread, answers }];
    }),
    ...each(view =>
      (needsOf.get(view.id) ?? [])
        .filter(
          need => levels(view).some(level => level < need.level) && levels(view).some(level => level >= need.level),
        )
        .map(({ gate, level }) => ({ kind: "straddle", refs: [view.id], gate, needs: level })),
    ),
    ...each((view, index) => {
      const heard = new Set(rolesOf(inside(view)));
      const roles = program.criteria[index]!.roles.filter(role => !heard.has(role) && isInside(program, role));
      if (roles.length === 0) return [];
      const bestPlaced = roles.includes(program.criteria[index]!.roles[0]!);
      return [{ kind: "missing-voice", refs: [view.id], roles, gate: gateCriteria.has(view.id), bestPlaced }];
    }),
    ...each((view, index) => {
      const answered = saying(view, "answered");
      const backed = rolesOf(answered).length > 1 || answered.some(one => one.evidence);
      if (!program.criteria[index]!.corroborate || answered.length === 0 || backed) return [];
      return [{ kind: "uncorroborated", refs: [view.id], roles: rolesOf(answered) }];
    }),
    ...each(view => {
      const unknown = saying(view, "unknown");
      return view.state === "unknown" ? [{ kind: "unknown", refs: [view.id], roles: rolesOf(unknown) }] : [];
    }),
    ...each(view => {
      const na = saying(view, "na");
      if (view.state !== "answered" || na.length === 0) return [];
      return [{ kind: "na-disputed", refs: [view.id], roles: rolesOf(na) }];
    }),
    ...(naOnGates.length > limits.gateNotApplicable ? [{ kind: "na-heavy" as const, refs: naOnGates }] : []),
    ...each(view => {
      const dates = inside(view).flatMap(one => (one.evidence ?? []).flatMap(({ date }) => date ?? []));
      const stale =
        date === null ? [] : [...new Set(dates.filter(one => daysBetween(one, date) > limits.evidenceDays))].sort();
      return stale.length > 0 ? [{ kind: "stale-evidence", refs: [view.id], dates: stale }] : [];
    }),
    ...each(view => {
      if (view.cappedBy.length === 0 || view.answeredLevel === null || view.level === view.answeredLevel) return [];
      return [
        { kind: "capped", refs: [view.id], by: view.cappedBy, answered: view.answeredLevel, counted: view.level },
      ];
    }),
    ...measures.flatMap(({ id, value, cappedBy, uncapped }): Finding[] => {
      const answered = uncapped?.value ?? null;
      if (cappedBy.length === 0 || answered === null || value === answered) return [];
      return [{ kind: "capped", refs: [id], by: cappedBy, answered, counted: value }];
    }),
    ...each((view, index) => {
      const outside = frame.inputs.outside[index]!;
      if (view.answeredLevel === null || Number.isNaN(outside) || view.answeredLevel - outside < limits.sayDoGap)
        return [];
      return [{ kind: "say-do-gap", refs: [view.id], inside: view.answeredLevel, outside }];
    }),
  ];
}

const isInside = (program: Program, role: string) => !program.questionnaire.roles.find(one => one.id === role)?.outside;

/** Whole days between two ISO dates, read as UTC so that no time zone enters. */
function daysBetween(earlier: string, later: string): number {
  return (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000;
}
