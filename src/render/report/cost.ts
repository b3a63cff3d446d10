// How the money was worked out, for the reader who doubts it: what went in, the formulas, every figure at every scale.
import type { Expression, Member } from "../../model/condition.ts";
import type { CostModel } from "../../model/questionnaire.ts";
import { isExpression } from "../../questionnaire/outline.ts";
import { cleanMarkdown as md } from "../clean.ts";
import { bullets, paragraph, table } from "../page.ts";
import type { View } from "../view.ts";
import type { Material } from "./material.ts";

export function cost({ view, evaluation }: Material): string[] {
  const model = view.questionnaire.cost;
  const { cost, facts } = evaluation;
  if (!model || !cost || cost.rows.length === 0) return [];
  const { words, titles } = view;
  const { report } = words;
  const factValue = (id: string) => facts.find(one => one.id === id)?.value ?? null;
  const inputs = factsBelow(view, model).map(id =>
    report.input(titles.itemTitle(id), view.factText(id, factValue(id)) ?? report.notKnown),
  );
  const today = cost.rows.find(({ at }) => at === factValue(model.scale))!;
  const row = (id: string) => {
    const pair = [today.now[id] ?? null, today.after[id] ?? null];
    const digits = pair.every(figure => figure === null || Number.isInteger(figure)) ? 0 : 2;
    return pair.map(figure =>
      figure === null ? (cost.tooLarge ? words.tooLarge : words.noFigure) : words.number(figure, digits),
    );
  };
  const { column } = report;
  const figures = model.figures.map(id => view.questionnaire.measures!.find(one => one.id === id)!);
  return [
    paragraph(report.inputs),
    bullets(inputs.map(md)),
    paragraph(report.formulas),
    bullets(figures.map(measure => md(report.equals(measure.title, formulaText(view, measure))))),
    table(
      [column.figure, column.now, column.after],
      figures.map(({ id, title, unit }) => [md(unit ? `${title} (${unit})` : title), ...row(id)]),
      [1, 2],
    ),
  ];
}

/** The facts that the model's figures rest on, in the questionnaire's order. */
function factsBelow({ questionnaire }: View, model: CostModel): string[] {
  const facts = new Set((questionnaire.facts ?? []).map(({ id }) => id));
  const found = new Set<string>();
  const visit = (member: Member): void => {
    if (typeof member === "string" && facts.has(member)) found.add(member);
    else if (typeof member === "string") {
      const measure = questionnaire.measures?.find(({ id }) => id === member);
      if (measure) visit(measure);
    } else if (isExpression(member)) operands(member).forEach(visit);
  };
  for (const id of model.figures) visit(id);
  const extra = [model.investment, model.running].filter(id => id !== undefined);
  return (questionnaire.facts ?? []).map(({ id }) => id).filter(id => found.has(id) || extra.includes(id));
}

const operands = ({ min, max, mean, sum, add, subtract, multiply, divide }: Expression): Member[] =>
  [min, max, mean, sum, add, subtract, multiply, divide].flatMap(members => members ?? []);

const signs = { add: "+", sum: "+", subtract: "−", multiply: "×", divide: "÷" } as const;

/** "Online revenue ÷ Average order value": an expression in the titles of its members. */
function formulaText(view: View, expression: Expression): string {
  const text = (member: Member): string => {
    if (typeof member === "number") return view.words.number(member, Number.isInteger(member) ? 0 : 2);
    if (typeof member === "string") return view.titles.figureTitle(member);
    if (isExpression(member)) return `(${formulaText(view, member)})`;
    if ("grid" in member) return view.titles.checkTitle(member.grid, member.check);
    return view.titles.figureTitle("criterion" in member ? member.criterion : member.dimension);
  };
  const operator = (Object.keys(signs) as (keyof typeof signs)[]).find(name => expression[name] !== undefined);
  if (operator) return expression[operator]!.map(text).join(` ${signs[operator]} `);
  const name = (["min", "max", "mean"] as const).find(one => expression[one] !== undefined);
  return name ? view.words.report.of[name](expression[name]!.map(text)) : "";
}
