// Every answer set of a tiny questionnaire without grids, written down by brute force: each level or set of options, N/A, nobody can
// say, nobody has said; with each kind of evidence and each voice from outside where the questionnaire's text speaks of such.
import type { Answer, Assessment, Evidence } from "../../../src/model/assessment.ts";
import type { Criterion, Fact, Questionnaire } from "../../../src/model/questionnaire.ts";
import { criteriaOf, highestOf } from "../../../src/questionnaire/outline.ts";
import { cutsOf } from "./cuts.ts";

/** What one criterion or fact may be, and where it goes. */
type Way = (assessment: Draft) => void;

interface Draft {
  facts: Record<string, number | string>;
  inside: Record<string, Answer>;
  outside: Record<string, Answer>;
}

/** Null where there are more than `most`. */
export function everyAssessment(questionnaire: Questionnaire, most: number): Assessment[] | null {
  if ((questionnaire.grids ?? []).length > 0) return null;
  const text = JSON.stringify(questionnaire);
  const criteria = criteriaOf(questionnaire);
  // The generator writes the id of a criterion right before what it asks of it.
  const asked = (id: string, what: string) => text.includes(`"criterion":"${id}","${what}"`);
  const heard = criteria.filter(({ id }) => text.includes(`"criterion":"${id}","voice":"outside"`));
  const ways = [
    ...(questionnaire.facts ?? []).map(fact => factWays(questionnaire, fact)),
    ...criteria.map(one => criterionWays(questionnaire, one, asked(one.id, "evidence"))),
    ...heard.map(one => outsideWays(questionnaire, one)),
  ];
  if (ways.reduce((product, list) => product * list.length, 1) > most) return null;
  const sets = ways.reduce<Way[][]>((sets, list) => sets.flatMap(set => list.map(way => [...set, way])), [[]]);
  return sets.map(set => assessmentOf(questionnaire, set));
}

function assessmentOf({ id, version, roles }: Questionnaire, ways: Way[]): Assessment {
  const draft: Draft = { facts: {}, inside: {}, outside: {} };
  for (const way of ways) way(draft);
  const panel = roles.find(role => role.outside)!.id;
  return {
    ...{ questionnaire: id, version, organization: "Every", facts: draft.facts },
    responses: [{ answers: draft.inside }, { role: panel, answers: draft.outside }],
  };
}

const nothing: Way = () => {};

function factWays(questionnaire: Questionnaire, fact: Fact): Way[] {
  const give =
    (value: number | string): Way =>
    ({ facts }) => {
      facts[fact.id] = value;
    };
  if (fact.type === "text") return [nothing, give("text")];
  if (fact.type === "choice") return [nothing, ...fact.choices.map(({ id }) => give(id))];
  const { min = -Infinity, max = Infinity, above = -Infinity, whole } = fact;
  const cuts = cutsOf(questionnaire).get(fact.id) ?? [];
  const values = [...cuts, ...cuts.flatMap(cut => [cut - 0.25, cut + 0.25, cut - 1, cut + 1]), 1, 2, min, max];
  const allowed = [...new Set(values)].filter(
    value =>
      Number.isFinite(value) && value >= min && value <= max && value > above && (!whole || Number.isInteger(value)),
  );
  return [nothing, ...allowed.map(give)];
}

function criterionWays(questionnaire: Questionnaire, criterion: Criterion, shown: boolean): Way[] {
  const give =
    (answer: Answer): Way =>
    ({ inside }) => {
      inside[criterion.id] = answer;
    };
  const kinds: Evidence[][] = [
    [],
    [{ text: "List" }],
    [{ url: "https://a.example" }],
    [{ text: "List", url: "https://a.example" }],
  ];
  const evidence = shown ? kinds : [[]];
  const answers = criterion.options
    ? subsetsOf(criterion.options.map(({ id }) => id)).map(options => ({ options }))
    : Array.from({ length: highestOf(questionnaire, criterion) + 1 }, (_, level) => ({ level }));
  return [
    nothing,
    give("unknown"),
    ...(criterion.na === undefined ? [] : [give({ na: "Not here." })]),
    ...answers.flatMap(answer => evidence.map(list => give(list.length > 0 ? { ...answer, evidence: list } : answer))),
  ];
}

function outsideWays(questionnaire: Questionnaire, criterion: Criterion): Way[] {
  const levels = Array.from({ length: highestOf(questionnaire, criterion) + 1 }, (_, level) => level);
  const said = (level: number): Answer => criterion.options?.slice(0, level).map(({ id }) => id) ?? level;
  return [
    nothing,
    ...levels.map(
      (level): Way =>
        ({ outside }) => {
          outside[criterion.id] = said(level);
        },
    ),
  ];
}

const subsetsOf = (ids: string[]): string[][] =>
  ids.reduce<string[][]>((sets, id) => sets.flatMap(set => [set, [...set, id]]), [[]]);
