// Every sentence of the flagship's report in which a number is printed, and what that number has to be: worked out from the
// answers, never taken from the program's words. A number in no such sentence is a figure that nobody vouches for.
import type { Assessment } from "../../../src/model/assessment.ts";
import type { Expression, Member } from "../../../src/model/condition.ts";
import type { Evaluation } from "../../../src/model/evaluation.ts";
import type { Criterion, Questionnaire } from "../../../src/model/questionnaire.ts";
import { criteriaOf } from "../../../src/questionnaire/outline.ts";
import { createArithmetic, down, exact, score, up } from "./arithmetic.ts";
import { gateNeeds, gateSentences, listed } from "./expected-gates.ts";
import { moneyFigures } from "./expected-tables.ts";

/** A sentence with its numbers (and titles, where they depend on them) in groups, and what these have to be. */
export interface Sentence {
  form: RegExp;
  due(...groups: string[]): (string | undefined)[];
}

export function expectedSentences(
  questionnaire: Questionnaire,
  assessment: Assessment,
  evaluation: Evaluation,
): Sentence[] {
  const arithmetic = createArithmetic(questionnaire, evaluation);
  const criteria = criteriaOf(questionnaire);
  const titled = (title: string) => arithmetic.viewOf(criteria.find(one => one.title === title)!.id);
  const voices = evaluation.criteria.map(one => ({ ...one, inside: one.responses.filter(({ outside }) => !outside) }));
  const inside = voices.flatMap(one => one.inside);
  const people = new Set(inside.map(({ respondent, role }) => JSON.stringify([respondent, role])));
  const roles = new Set(inside.flatMap(({ role }) => role ?? []));
  const state = (...states: string[]) => voices.filter(one => states.includes(one.state)).length;
  const backed = voices.filter(one => one.state === "answered" && one.inside.some(({ evidence }) => evidence?.length));
  const signals = (wanted: string) => evaluation.signals.filter(one => one.state === wanted).length;
  const roleTitle = new Map(questionnaire.roles.map(({ id, title }) => [title, id]));
  /** Questions for a role on which it said nothing. */
  const unheard = (title: string) => {
    const role = roleTitle.get(title)!;
    return criteria.filter(
      one => one.roles.includes(role) && !titled(one.title).responses.some(response => response.role === role),
    );
  };
  const graded = (title: string) =>
    titled(title).responses.filter(({ outside, level }) => !outside && level !== undefined);
  const money = moneyFigures(questionnaire, assessment);
  const work = evaluation.roadmap.groups.flatMap(group => group.criteria).length;
  const needOf = (gate: string) => String(gateNeeds(questionnaire).find(one => one.title === gate)!.need);
  const flipTo = (criterion: string, to: string) => {
    const flip = evaluation.partner?.runnerUp?.flip;
    return flip?.ref === `criterion:${criterion}` && String(flip.to) === to ? to : "no such change";
  };
  const total = String(criteria.length);
  const numericFacts = Object.fromEntries(
    Object.entries(assessment.facts ?? {}).filter(([, value]) => typeof value === "number"),
  ) as Record<string, number>;
  const factOrMeasure = (title: string): string | undefined => {
    const fact = questionnaire.facts?.find(one => one.title === title);
    if (fact) return exact(numericFacts[fact.id]!);
    return title === "Online orders a year"
      ? exact(numericFacts["online-revenue"]! / numericFacts["average-order-value"]!)
      : undefined;
  };
  /** Whether a role that was not heard could move the middle of what the listed ones say. */
  const isMovable = ({ id, roles }: Criterion): boolean => {
    const { state, agreed, inside } = voices.find(one => one.id === id)!;
    const missing = roles.filter(role => !inside.some(one => one.role === role));
    if (agreed || missing.length === 0 || !["answered", "na"].includes(state)) return false;
    const said = roles.flatMap(role => {
      const levels = inside.flatMap(one => (one.role === role ? (one.level ?? []) : [])).sort((a, b) => a - b);
      return levels.length > 0 ? [levels[Math.ceil(levels.length / 2) - 1]!] : [];
    });
    if (said.length === 0) return true;
    const middle = (extreme: number) =>
      [...said, ...missing.map(() => extreme)].sort((a, b) => a - b)[Math.ceil((said.length + missing.length) / 2) - 1];
    return middle(0) !== middle(4);
  };
  const disputed = evaluation.criteria.filter(({ id, agreed, responses }) => {
    const levels = responses.flatMap(one => (one.outside ? [] : (one.level ?? [])));
    if (agreed || levels.length === 0) return false;
    const [low, high] = [Math.min(...levels), Math.max(...levels)];
    const asked = gateNeeds(questionnaire).filter(gate => gate.criteria.some(one => one.id === id));
    return high - low >= questionnaire.findings!.spread! || asked.some(({ need }) => low < need && high >= need);
  });
  const beyond = (all: number, named: string) => [named, String(all - named.split("“").length + 1)];
  return [
    ...gateSentences(questionnaire, arithmetic.viewOf),
    { form: /^Score of (\d+)$/g, due: () => ["100"] },
    {
      form: /could raise the next step: ([^.]+) and (\d+) others\./g,
      due: named => beyond(signals("open"), named!),
    },
    { form: /Departments differ on (“[^.:]+) and (\d+) others\./g, due: named => beyond(disputed.length, named!) },
    {
      form: /(\d+) of (\d+) questions answered by (\d+) (?:person|people) in (\d+) roles?\./g,
      due: () => [String(state("answered")), total, String(people.size), String(roles.size)],
    },
    {
      form: /(\d+) of (\d+) questions answered, (\d+) do(?:es)? not apply, by (\d+) (?:person|people) in (\d+) roles?\./g,
      due: () => [String(state("answered")), total, String(state("na")), String(people.size), String(roles.size)],
    },
    { form: /(\d+) of (\d+) questions answered\./g, due: () => [String(state("answered")), total] },
    {
      form: /(\d+) answered questions? could still come out otherwise/g,
      due: () => [String(criteria.filter(isMovable).length)],
    },
    {
      form: /For (\d+) of them \((\d+)%\) somebody named evidence/g,
      due: () => [String(backed.length), down((backed.length / state("answered")) * 100)],
    },
    {
      form: /at level (\d) or more; fully served: all of them are\. Partly served: they are at level (\d) or more/g,
      due: () => [String(questionnaire.stakeholders!.served), String(questionnaire.stakeholders!.partly)],
    },
    { form: /estimates of the questionnaire from (\d) \(lowest\) to (\d) \(highest\)/g, due: () => ["1", "5"] },
    {
      form: /where their answers lie (\d) levels or more apart/g,
      due: () => [String(questionnaire.findings!.spread)],
    },
    { form: /Profile index ([\d. to]+) of 100\./g, due: () => [score(arithmetic.index!)] },
    {
      form: /Profile index ([\d. to]+) of 100 for what applies \((\d+) left out\)/g,
      due: () => [score(arithmetic.index!), String(state("na"))],
    },
    {
      form: /(\d+) of (\d+) sign(?:al)?s (?:that it is time )?to move on (?:is|are) present/g,
      due: () => [String(signals("holds")), String(evaluation.signals.length)],
    },
    { form: /and (\d+) (?:is|are) not known yet\./g, due: () => [String(signals("open"))] },
    {
      form: /What would settle it: .*; and (\d+) more\./g,
      due: () => [String(evaluation.verdict.decidedBy.length - 5)],
    },
    { form: /(\d+) more (?:is|are) in the whole work/g, due: () => [String(work - 5)] },
    { form: /The next step could be one of (\d+)/g, due: () => [String(evaluation.verdict.possible.steps.length)] },
    {
      form: /level (\d) instead of (\d) on “([^”]+)” would call for this partner/g,
      due: (to, _from, title) => [flipTo(titled(title!).id, to!), String(titled(title!).level), title],
    },
    {
      form: /^(.+) \(with (.+); effort (\d) of 5, value (\d) of 5\)\. From level (\d) to (\d): (.+)$/g,
      due: title => {
        const { id, roles, effort, value, levels } = criteria.find(one => one.title === title)!;
        const owner = questionnaire.roles.find(one => one.id === roles[0])!.title;
        const target = evaluation.roadmap.groups.find(one => one.criteria.includes(id))?.target ?? 3;
        const aimed = levels![target]!;
        const text = typeof aimed === "string" ? aimed : aimed.text;
        return [title, owner, String(effort), String(value), String(titled(title!).level), String(target), text];
      },
    },
    { form: /^([^=]+) = (.+)$/g, due: title => [title, formula(questionnaire, title!)] },
    { form: /“([^”]+)” is (\d[\d,.]*\d|\d)/g, due: title => [title, factOrMeasure(title)] },
    {
      form: /“([^”]+)” is at level (\d)/g,
      due: title => [title, String(titled(title).level)],
    },
    ...moneySentences(money),
    {
      form: /Departments (?:disagree|differed) on “([^”]+)”: ([^.]+)\./g,
      due: title => [
        title,
        listed(graded(title!).map(({ role, level }) => `${roleName(role, questionnaire)} says level ${level}`)),
      ],
    },
    {
      form: /“([^”]+)” is answered on both sides of level (\d), which “([^”]+)” needs/g,
      due: (title, needs, gate) => {
        const levels = graded(title!).map(({ level }) => level!);
        const split = levels.some(one => one < Number(needs)) && levels.some(one => one >= Number(needs));
        return [title, split ? needOf(gate!) : "no level", gate];
      },
    },
    {
      form: /([\p{L} ]+) was not heard on (\d+) questions?, and is best placed to answer (\d+) of them/gu,
      due: title => {
        const missing = unheard(title.trim());
        const best = missing.filter(one => one.roles[0] === roleTitle.get(title.trim()));
        return [title, String(missing.length), String(best.length)];
      },
    },
    {
      form: /([\p{L} ]+) was not heard on (\d+) questions?\b/gu,
      due: title => [title, String(unheard(title.trim()).length)],
    },
    {
      form: /On “([^”]+)” the organisation says level (\d), voices from outside say (\d)/g,
      due: title => {
        const { level, responses } = titled(title);
        const outside = responses.filter(one => one.outside).flatMap(one => one.level ?? []);
        return [title, String(level), String(outside[0])];
      },
    },
  ];
}

const roleName = (role: string | null, { roles }: Questionnaire) =>
  roles.find(({ id }) => id === role)?.title ?? "Someone";
const signs = { multiply: "×", divide: "÷", add: "+" } as const;

/** The formula of a cost figure in the titles of what it rests on. */
function formula({ measures = [], facts = [] }: Questionnaire, title: string): string {
  const named = new Map([...facts, ...measures].map(one => [one.id, one.title]));
  const write = (member: Member): string => {
    if (typeof member !== "object") return typeof member === "number" ? exact(member) : named.get(member)!;
    return `(${inside(member as Expression)})`;
  };
  const inside = (expression: Expression): string => {
    const operator = (Object.keys(signs) as (keyof typeof signs)[]).find(one => expression[one])!;
    return expression[operator]!.map(write).join(` ${signs[operator]} `);
  };
  return inside(measures.find(one => one.title === title)!);
}

function moneySentences(money: ReturnType<typeof moneyFigures>): Sentence[] {
  if (!money) return [];
  const { saving, running, investment, savingPerUnit, targets } = money;
  return [
    {
      form: /at today's revenue costs USD ([\d,]+) (less|more), (before any|after the) running cost/g,
      due: () => [
        saving < 0 ? up(-saving) : down(saving),
        saving < 0 ? "more" : "less",
        running === undefined ? "before any" : "after the",
      ],
    },
    {
      form: /Targets: ((?:[^.]|\.\d)+)\./g,
      due: () => [
        listed(
          targets.map(({ title, value, own }) => `${title} ${exact(value * 100)}% (${own ? "yours" : "assumed"})`),
        ),
      ],
    },
    {
      form: /earned back in about ([\d.]+) years/g,
      due: () => [up(investment! / saving, 1)],
    },
    {
      form: /covers the running cost from USD ([\d,]+) of/g,
      due: () => [up(running! / savingPerUnit)],
    },
  ];
}
