// The money on page one: what it costs today and at the targets, when it is earned back, and what is missing to say so.
import type { Evaluation } from "../../model/evaluation.ts";
import { printMoney, printSaving } from "../figures.ts";
import type { View } from "../view.ts";

/** Sentences; null without a cost model. */
export function moneyBrief(view: View, { cost, facts }: Evaluation): string[] | null {
  const { words, titles, questionnaire } = view;
  const model = questionnaire.cost;
  if (!cost || !model) return null;
  const ask = (id: string) => words.report.ask(titles.itemTitle(id), titles.roles(titles.rolesOf(id)));
  if (cost.missing.length > 0) return [words.cost.missing(cost.missing.map(ask))];
  if (cost.tooLarge) return [words.cost.tooLarge];
  const factValue = (id: string | undefined) => facts.find(one => one.id === id)?.value ?? null;
  const unknown = [model.investment, model.running].filter(id => id !== undefined && factValue(id) === null);
  const payback = () => {
    if (cost.payback !== null) return words.cost.payback(words.number(Math.ceil(cost.payback * 10) / 10, 1));
    return unknown.length > 0
      ? words.cost.noPayback(unknown.map(id => titles.itemTitle(id!)))
      : words.cost.neverPaidBack;
  };
  const targets = Object.entries(model.after).map(([id, target]) => {
    const own = factValue(target.fact);
    return words.cost.target(titles.itemTitle(id), view.factFigure(id, own ?? target.else), own === null);
  });
  return [
    ...(cost.saving === null
      ? []
      : [
          words.cost.saving(
            printSaving(words, cost.saving, model.unit),
            cost.saving >= 0,
            factValue(model.running) !== null,
          ),
        ]),
    words.cost.targets(targets),
    ...(model.investment === undefined ? [] : [payback()]),
    ...(cost.breakEven === null
      ? []
      : [words.cost.breakEven(printMoney(words, Math.ceil(cost.breakEven), model.unit))]),
  ];
}
