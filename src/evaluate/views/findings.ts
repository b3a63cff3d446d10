// What a reader should know about the answers themselves: who disagrees, who was not heard, what nobody could say, what rests on
// old evidence or on one department grading itself. The limits are the questionnaire's.
import type { CriterionView, Finding, MeasureView, ResponseView } from "../../model/evaluation.ts";
import type { FindingLimits } from "../../model/questionnaire.ts";
import { findingLimits } from "../../questionnaire/outline.ts";
import type { Frame } from "../frame.ts";
import type { Program } from "../program.ts";
import type { Question } from "../questions.ts";

/** A criterion that is asked, with what people inside said of it. */
interface Heard {
  question: Question;
  view: CriterionView;
  inside: ResponseView[];
  levels: number[];
  /** Consensus of the voices from outside; NaN without one. */
  outside: number;
}

interface Context extends Required<FindingLimits> {
  /** Of the assessment. */
  date: string | null;
}

type Find = (heard: Heard, limits: Context) => Finding[];

export function findings(
  program: Program,
  frame: Frame,
  { criteria: views, measures }: { criteria: CriterionView[]; measures: MeasureView[] },
  date: string | null,
): Finding[] {
  const limits = { ...findingLimits(program.questionnaire), date };
  const heard = program.questions.flatMap((question): Heard[] => {
    const view = views[question.index]!;
    if (view.state === "hidden") return [];
    const inside = view.responses.filter(response => !response.outside);
    const levels = inside.flatMap(({ level }) => level ?? []);
    return [{ question, view, inside, levels, outside: frame.inputs.outside[question.index]! }];
  });
  const each = (find: Find): Finding[] => heard.flatMap(one => find(one, limits));
  return [
    ...[disagreement, straddle, missingVoice, uncorroborated, unknown, naDisputed].flatMap(each),
    ...naHeavy(heard, limits),
    ...[staleEvidence, cappedLevel].flatMap(each),
    ...measures.flatMap(cappedMeasure),
    ...each(sayDoGap),
  ];
}

const none: Finding[] = [];

const rolesOf = (responses: ResponseView[]): string[] => [...new Set(responses.flatMap(({ role }) => role ?? []))];

const saying = ({ inside }: Heard, state: ResponseView["state"]): ResponseView[] =>
  inside.filter(one => one.state === state);

const disagreement: Find = ({ view, inside }, limits) => {
  if (view.spread === null || view.spread < limits.spread) return none;
  const answers = inside.flatMap(({ role, level }) => (level === undefined ? [] : [{ role, level }]));
  return [{ kind: "disagreement", refs: [view.id], spread: view.spread, answers }];
};

/** Some levels reach what a gate asks, others do not. */
const straddle: Find = ({ view, question, levels }) =>
  question.needs
    .filter(need => levels.some(level => level < need.level) && levels.some(level => level >= need.level))
    .map(({ gate, level }) => ({ kind: "straddle", refs: [view.id], gate, needs: level }));

const missingVoice: Find = ({ view, question, inside }) => {
  const roles = question.insiders.filter(role => !inside.some(one => one.role === role));
  if (roles.length === 0) return none;
  const bestPlaced = roles.includes(question.criterion.roles[0]!);
  return [{ kind: "missing-voice", refs: [view.id], roles, gate: question.needs.length > 0, bestPlaced }];
};

const uncorroborated: Find = heard => {
  if (!heard.question.criterion.corroborate) return none;
  const answered = saying(heard, "answered");
  const roles = rolesOf(answered);
  const backed = roles.length > 1 || answered.some(one => one.evidence);
  return answered.length === 0 || backed ? none : [{ kind: "uncorroborated", refs: [heard.view.id], roles }];
};

const unknown: Find = heard => {
  const { id, state } = heard.view;
  return state === "unknown" ? [{ kind: "unknown", refs: [id], roles: rolesOf(saying(heard, "unknown")) }] : none;
};

const naDisputed: Find = heard => {
  if (heard.view.state !== "answered") return none;
  const na = saying(heard, "na");
  return na.length > 0 ? [{ kind: "na-disputed", refs: [heard.view.id], roles: rolesOf(na) }] : none;
};

function naHeavy(heard: Heard[], limits: Context): Finding[] {
  const left = heard.filter(({ view, question }) => view.state === "na" && question.needs.length > 0);
  return left.length > limits.gateNotApplicable ? [{ kind: "na-heavy", refs: left.map(({ view }) => view.id) }] : none;
}

const staleEvidence: Find = ({ view, inside }, { date, evidenceDays }) => {
  if (date === null) return none;
  const dates = inside.flatMap(one => (one.evidence ?? []).flatMap(({ date }) => date ?? []));
  const stale = dates.filter(one => daysBetween(one, date) > evidenceDays);
  return stale.length > 0 ? [{ kind: "stale-evidence", refs: [view.id], dates: [...new Set(stale)].sort() }] : none;
};

const cappedLevel: Find = ({ view: { id, cappedBy, answeredLevel, level } }) =>
  cappedBy.length === 0 || answeredLevel === null || level === answeredLevel
    ? none
    : [{ kind: "capped", refs: [id], by: cappedBy, answered: answeredLevel, counted: level }];

function cappedMeasure({ id, value, cappedBy, uncapped }: MeasureView): Finding[] {
  const answered = uncapped?.value ?? null;
  if (cappedBy.length === 0 || answered === null || value === answered) return none;
  return [{ kind: "capped", refs: [id], by: cappedBy, answered, counted: value }];
}

const sayDoGap: Find = ({ view: { id, answeredLevel }, outside }, limits) => {
  if (answeredLevel === null || Number.isNaN(outside) || answeredLevel - outside < limits.sayDoGap) return none;
  return [{ kind: "say-do-gap", refs: [id], inside: answeredLevel, outside }];
};

/** Whole days between two ISO dates, read as UTC so that no time zone enters. */
function daysBetween(earlier: string, later: string): number {
  return (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000;
}
