// Thresholds that a caller asks for, and what keeps each from being met. Pure: an exit code follows from the result alone.
// Rule kept: a threshold is met only if it certainly is: an open phase or a low bound below the figure does not meet it.
import type { PhaseStatus, Weight } from "../model/condition.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { highestOf } from "../questionnaire/outline.ts";

export interface Thresholds {
  minPhase?: string;
  minStatus?: PhaseStatus;
  minIndex?: number;
  complete?: boolean;
}

export interface Unmet {
  threshold: "min-phase" | "min-status" | "min-index" | "complete";
  wanted: string;
  /** Criteria and facts that fail, and those that are open. */
  blockedBy: string[];
  openBy: string[];
}

export function unmet(questionnaire: Questionnaire, evaluation: Evaluation, wanted: Thresholds): Unmet[] {
  return [
    ...phaseUnmet(evaluation, wanted),
    ...indexUnmet(questionnaire, evaluation, wanted.minIndex),
    ...(wanted.complete ? completeUnmet(evaluation) : []),
  ];
}

/** The phase must be reached; its status, when asked for, is that of the phase asked for or else of the headline. */
function phaseUnmet({ verdict, phases }: Evaluation, { minPhase, minStatus }: Thresholds): Unmet[] {
  const at = phases.findIndex(({ id }) => id === verdict.phase);
  const wantedAt = minPhase === undefined ? at : phases.findIndex(({ id }) => id === minPhase);
  if (minPhase !== undefined && at < wantedAt) {
    const { blockedBy, openBy } = phases[wantedAt]!;
    return [{ threshold: "min-phase", wanted: minPhase, blockedBy, openBy }];
  }
  const met = at >= 0 && (minStatus === "entered" || at > wantedAt || verdict.status === "established");
  if (minStatus === undefined || met) return [];
  // A phase that cannot be established gives way to the next one that can.
  const ahead = phases.slice(Math.max(0, at));
  const later = at < 0 ? undefined : ahead.find(({ established }) => established !== null);
  const { blockedBy = [], openBy = [] } = later ?? ahead[0] ?? {};
  return [{ threshold: "min-status", wanted: minStatus, blockedBy, openBy }];
}

const mostNamed = 5;

/** What costs the index most: the criteria with the largest weight times distance from their highest level. */
function indexUnmet(
  questionnaire: Questionnaire,
  { index, criteria, measures }: Evaluation,
  minIndex: number | undefined,
): Unmet[] {
  if (minIndex === undefined || (index.low !== null && index.low >= minIndex)) return [];
  /** A weight that answers move counts as high as it may be. */
  const weigh = (weight: Weight) =>
    typeof weight === "number" ? weight : Math.max(0, measures.find(({ id }) => id === weight.measure)?.high ?? 0);
  const costs = new Map(
    questionnaire.dimensions.flatMap(({ weight = 1, criteria: own }) => {
      const total = own.reduce((sum, one) => sum + (one.weight ?? 1), 0);
      return own.map(one => {
        const highest = highestOf(questionnaire, one);
        const level = criteria.find(({ id }) => id === one.id)?.level ?? highest;
        const share = total === 0 ? 0 : (weigh(weight) * (one.weight ?? 1)) / total;
        return [one.id, { share, lost: share * (1 - level / highest) }] as const;
      });
    }),
  );
  const lost = ({ id }: { id: string }) => costs.get(id)?.lost ?? 0;
  const open = criteria.filter(
    ({ id, state }) => costs.get(id)!.share > 0 && (state === "unanswered" || state === "unknown"),
  );
  const costly = criteria.filter(one => one.state !== "na" && lost(one) > 0).sort((a, b) => lost(b) - lost(a));
  return [
    {
      threshold: "min-index",
      wanted: String(minIndex),
      blockedBy: costly.slice(0, mostNamed).map(({ id }) => id),
      openBy: open.map(({ id }) => id),
    },
  ];
}

function completeUnmet({ criteria, grids }: Evaluation): Unmet[] {
  const openBy = [
    ...criteria.filter(({ state }) => state === "unanswered" || state === "unknown"),
    ...grids.filter(({ rows }) => rows.some(({ state }) => state === "unanswered")),
  ].map(({ id }) => id);
  return openBy.length > 0 ? [{ threshold: "complete", wanted: "", blockedBy: [], openBy }] : [];
}
