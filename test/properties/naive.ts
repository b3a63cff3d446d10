// The consensus once more, written as plainly as it can be said, to hold against the engine's own.
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import type { Criterion, Questionnaire } from "../../src/model/questionnaire.ts";
import { criteriaOf } from "../../src/questionnaire/outline.ts";

export interface NaiveConsensus {
  state: "answered" | "na" | "unknown" | "unanswered";
  level: number | null;
  spread: number | null;
}

interface Voice {
  role: string | null;
  state: "answered" | "na" | "unknown";
  level: number | null;
  chosen: string[];
}

export function consensusOf(questionnaire: Questionnaire, assessment: Assessment): Map<string, NaiveConsensus> {
  return new Map(criteriaOf(questionnaire).map(one => [one.id, naive(questionnaire, assessment, one)]));
}

function naive(questionnaire: Questionnaire, assessment: Assessment, criterion: Criterion): NaiveConsensus {
  const outside = questionnaire.roles.filter(role => role.outside).map(role => role.id);
  const inside: Voice[] = (assessment.responses ?? [])
    .filter(({ role, answers }) => criterion.id in answers && !(role !== undefined && outside.includes(role)))
    .map(({ role = null, answers }) => voice(role, answers[criterion.id]!));
  const agreed = assessment.agreed?.[criterion.id];
  const counted = agreed ? [voice(null, agreed)] : inside;
  const levels = inside.flatMap(({ level }) => (level === null ? [] : [level]));
  const spread = levels.length === 0 ? null : Math.max(...levels) - Math.min(...levels);
  const answered = counted.filter(one => one.state === "answered");
  if (answered.length > 0) return { state: "answered", level: levelOf(criterion, answered), spread };
  const said = (state: Voice["state"]) => counted.some(one => one.state === state);
  return { state: said("unknown") ? "unknown" : said("na") ? "na" : "unanswered", level: null, spread };
}

function voice(role: string | null, answer: Answer): Voice {
  const nothing = { role, level: null, chosen: [] };
  if (answer === "unknown") return { ...nothing, state: "unknown" };
  if (typeof answer === "number") return { role, state: "answered", level: answer, chosen: [] };
  if (Array.isArray(answer)) return { role, state: "answered", level: answer.length, chosen: answer };
  if ("level" in answer) return voice(role, answer.level);
  if ("options" in answer) return voice(role, answer.options);
  return { ...nothing, state: "na" in answer ? "na" : "unknown" };
}

/** A multiple choice is settled option by option. */
function levelOf(criterion: Criterion, voices: Voice[]): number {
  if (!criterion.options) return overRoles(criterion, voices, one => one.level!);
  return criterion.options.filter(({ id }) => overRoles(criterion, voices, one => (one.chosen.includes(id) ? 1 : 0)))
    .length;
}

function overRoles(criterion: Criterion, voices: Voice[], figure: (voice: Voice) => number): number {
  const roles = [...new Set(voices.map(one => one.role))];
  const listed = roles.filter(role => role !== null && criterion.roles.includes(role));
  const counting = listed.length > 0 ? listed : roles;
  return lowerMiddle(counting.map(role => lowerMiddle(voices.filter(one => one.role === role).map(figure))));
}

/** By counting instead of by place: the smallest value that at least half of them do not exceed. */
function lowerMiddle(values: number[]): number {
  const enough = values.filter(value => values.filter(other => other <= value).length * 2 >= values.length);
  return Math.min(...enough);
}
