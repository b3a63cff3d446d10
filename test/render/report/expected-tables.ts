// The tables of the flagship's report, worked out anew: which rows under which section, cell by cell.
import type { Assessment } from "../../../src/model/assessment.ts";
import type { Evaluation } from "../../../src/model/evaluation.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";
import { criteriaOf } from "../../../src/questionnaire/outline.ts";
import { cells, costFigure, createArithmetic, level, near, type Span, score, top } from "./arithmetic.ts";

interface Given {
  questionnaire: Questionnaire;
  assessment: Assessment;
  evaluation: Evaluation;
}

/** Section to the rows of its table below the head; a cell that is null may hold words of its own. */
export type ExpectedTables = Record<string, (string | null)[][]>;

export function expectedTables(given: Given): ExpectedTables {
  const { questionnaire, evaluation } = given;
  const arithmetic = createArithmetic(questionnaire, evaluation);
  const titles = new Map(criteriaOf(questionnaire).map(({ id, title }) => [id, title]));
  const roles = new Map(questionnaire.roles.map(({ id, title }) => [id, title]));
  const levels = (span: Span | null, none: string) => (span ? `${cells(span, top, top)} ${level(span)}` : none);
  const single = (id: string): string => {
    const { level, state } = arithmetic.viewOf(id);
    const none = state === "na" ? "does not apply" : "not known";
    return levels(level === null ? null : { low: level, high: level }, none);
  };
  const telling = evaluation.signals.some(({ state }) => state !== "fails") ? evaluation.signals : [];
  const seen = (found: number | null) => (found === null ? "not known" : `level ${found}`);
  return {
    "The money": moneyRows(given),
    "Why this step": telling.map(({ id, state, criteria }) => [
      questionnaire.signals!.find(one => one.id === id)!.title,
      { holds: "present", fails: "absent", open: "not known yet" }[state],
      criteria.map(one => `${titles.get(one)}: ${seen(arithmetic.viewOf(one).level)}`).join(", "),
    ]),
    "The capabilities": (questionnaire.capabilities ?? []).map(({ title, criteria }) => [
      title,
      levels(arithmetic.lowest(criteria), "nothing to score"),
      null,
    ]),
    "Outcomes of the departments": (questionnaire.stakeholders?.departments ?? []).flatMap(({ role, core, full }) =>
      [...core, ...full].map(id => [roles.get(role)!, null, titles.get(id)!, single(id)]),
    ),
    Scores: questionnaire.dimensions.map(({ title, weight = 1, criteria }) => {
      const span = arithmetic.dimension(criteria);
      const answered = criteria.filter(({ id }) => arithmetic.viewOf(id).state === "answered").length;
      const asked = criteria.length;
      return [
        title,
        String(weight),
        span ? `${cells(span, 100, 10)} ${score(span)}` : "nothing to score",
        `${answered} of ${asked}`,
      ];
    }),
  };
}

/** Today's row stands among the others by its size. */
export function moneyRows({ questionnaire, assessment }: Given): string[][] {
  const money = moneyFigures(questionnaire, assessment);
  if (!money) return [];
  const usd = (x: number) => `USD ${near(x)}`;
  return money.rows.map(({ at, now, after }) => {
    const today = at === money.today ? " (today)" : "";
    return [`${usd(at)}${today}`, usd(now), usd(after), `USD ${near(Math.round(now) - Math.round(after))}`];
  });
}

/** The cost model by its description: what the facts come to now, and with the targets in their place. */
export function moneyFigures(questionnaire: Questionnaire, { facts = {} }: Assessment) {
  const model = questionnaire.cost!;
  const numbers = Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === "number")) as Record<
    string,
    number
  >;
  const targets = Object.fromEntries(
    Object.entries(model.after).map(([id, target]) => [
      id,
      Math.min(numbers[id] ?? Number.NaN, numbers[target.fact] ?? target.else),
    ]),
  );
  const today = numbers[model.scale];
  if (today === undefined) return null;
  const figures = (at: number, changed: Record<string, number>) =>
    Object.fromEntries(
      model.figures.map(id => [id, costFigure(questionnaire, { ...numbers, ...changed, [model.scale]: at }, id)]),
    );
  const row = (at: number) => {
    const [now, after] = [figures(at, {})[model.total]!, figures(at, targets)[model.total]!];
    return { at, now, after };
  };
  const rows = [...new Set([...model.at, today])].sort((a, b) => a - b).map(row);
  if (rows.some(({ now }) => Number.isNaN(now))) return null;
  const running = numbers[model.running ?? ""];
  const { now, after } = row(today);
  return {
    targets: Object.entries(model.after).map(([id, { fact }]) => ({
      title: questionnaire.facts!.find(one => one.id === id)!.title,
      value: targets[id]!,
      own: fact in numbers,
    })),
    ...{ today, rows, running, investment: numbers[model.investment ?? ""] },
    saving: now - after - (running ?? 0),
    /** Per unit of the scale, as the cost grows with it. */
    savingPerUnit: (now - after) / today,
    now: figures(today, {}),
    after: figures(today, targets),
  };
}
