// Caps on measures, the profile, the weakest of several, N/A that counts, figures of the record, and what advice is about: each
// against its rule, said once more with what the format had before.
import { expect } from "vitest";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Condition } from "../../src/model/condition.ts";
import type { Evaluation, TruthState } from "../../src/model/evaluation.ts";
import type { Questionnaire, Rule } from "../../src/model/questionnaire.ts";
import { criteriaOf, highestOf } from "../../src/questionnaire/outline.ts";
import { cases } from "../support/random.ts";
import { consensusOf } from "./naive.ts";
import { property } from "./property.ts";
import { evaluatorOf } from "./soundness.ts";

export const additions = [
  property("a cap lowers the measures it names, and only those", 200, cases(), ({ questionnaire, completions }) => {
    const caps = questionnaire.caps ?? [];
    const run = evaluatorOf(asking(questionnaire, Object.fromEntries(caps.map(({ id, when }) => [id, when]))));
    for (const completion of completions) {
      const { measures, gates } = run(completion);
      for (const { id, value, uncapped, cappedBy } of measures) {
        const own = caps.filter(cap => cap.measures?.includes(id));
        expect(uncapped === null).toBe(own.length === 0);
        if (!uncapped || uncapped.value === null) continue;
        const limits = own.filter(cap => stateIn(gates, cap.id) === "holds").map(cap => cap.atMost);
        expect(value).toBe(Math.min(uncapped.value, ...limits));
        expect(cappedBy.length > 0).toBe(value !== uncapped.value);
      }
    }
  }),

  property("a part has the first state that certainly is the best", 250, cases(), value => {
    const { questionnaire, assessment, completions } = value;
    const { states, parts } = questionnaire.profile ?? { states: [], parts: [] };
    const conditions = parts.flatMap(({ dimension, when }) =>
      Object.entries(when).map(([state, condition]): [string, Condition] => [`${dimension}-${state}`, condition]),
    );
    const run = evaluatorOf(asking(questionnaire, Object.fromEntries(conditions)));
    for (const one of [assessment, ...completions]) {
      const { profile, gates } = run(one);
      for (const { id, state } of profile) {
        const asked = states.slice(0, -1).map(({ id: state }) => stateIn(gates, `${id}-${state}`));
        const first = asked.findIndex(one => one !== "fails");
        const expected = first < 0 ? states.at(-1)!.id : asked[first] === "holds" ? states[first]!.id : null;
        expect(state).toBe(expected);
      }
    }
  }),

  property("the weakest are those with no weaker one", 250, cases(), ({ questionnaire, completions }) => {
    const lists = {
      dimension: questionnaire.dimensions.map(({ id }) => id),
      measure: (questionnaire.measures ?? []).map(({ id }) => id),
    };
    const asked = Object.entries(lists).flatMap(([kind, lowestOf]) =>
      lowestOf.map((id): [string, Condition] => [`${kind}-${id}`, { [kind]: id, lowestOf } as unknown as Condition]),
    );
    // Of the record only the headline can tell.
    const when = Object.fromEntries(asked.filter(([id]) => !id.startsWith("measure") || plain(questionnaire)));
    const run = evaluatorOf(asking(questionnaire, when));
    for (const completion of completions) {
      const { dimensions, measures, gates } = run(completion);
      const found: Record<string, [string, number | null][]> = {
        dimension: dimensions.map(({ id, mean }) => [id, mean]),
        measure: measures.map(({ id, value }) => [id, value]),
      };
      for (const [kind, figures] of Object.entries(found)) {
        for (const [id, figure] of figures) {
          const state = stateIn(gates, `${kind}-${id}`);
          // A measure of boundless facts may have no finite figure.
          if (state === undefined || (kind === "measure" && figures.some(([, other]) => other === null))) continue;
          const lower = figures.some(([, other]) => other !== null && figure !== null && other < figure);
          expect(state, id).toBe(figure === null || lower ? "fails" : "holds");
        }
      }
    }
  }),

  property("an N/A counts what an answer of that level counts", 250, cases(), ({ questionnaire, completions }) => {
    const bare = uncovered(questionnaire);
    const run = evaluatorOf(bare);
    for (const completion of completions) {
      const consensus = consensusOf(bare, completion);
      const evaluation = run(completion);
      const agreed = { ...completion.agreed };
      for (const criterion of criteriaOf(bare)) {
        const { state, level } = evaluation.criteria.find(({ id }) => id === criterion.id)!;
        if (consensus.get(criterion.id)!.state !== "na") continue;
        expect(state).toBe("na");
        const top = highestOf(bare, criterion);
        const policy = criterion.notApplicable ?? bare.notApplicable;
        expect(level).toBe({ met: top, target: Math.min(bare.roadmap!.target!, top) }[policy as "met"] ?? null);
        const because = "As if it were answered.";
        if (level === null) continue;
        const options = criterion.options?.slice(0, level).map(({ id }) => id);
        agreed[criterion.id] = options ? { options, because } : { level, because };
        expect(JSON.stringify(evaluation.roadmap)).not.toContain(`"${criterion.id}"`);
      }
      expect(figuresOf(bare, evaluation)).toEqual(figuresOf(bare, run({ ...completion, agreed })));
    }
  }),

  property("in the record a blank is what does not apply", 250, cases({ completions: 0 }), value => {
    const bare = { ...uncovered(value.questionnaire), notApplicable: "dropped" as const };
    const everything = bare.dimensions.map(dimension => ({
      ...dimension,
      criteria: dimension.criteria.map(({ notApplicable, ...criterion }) => ({ ...criterion, na: "Whenever." })),
    }));
    const questionnaire: Questionnaire = { ...bare, dimensions: everything };
    const records = (questionnaire.measures ?? []).filter(one => one.blanks && !readsMeasures(one));
    const unmarked = records.map(({ blanks, ...measure }) => ({ ...measure, id: `plain-${measure.id}` }));
    const run = evaluatorOf({ ...questionnaire, measures: [...(questionnaire.measures ?? []), ...unmarked] });
    const given = run(value.assessment).measures;
    const replaced = run(withoutBlanks(questionnaire, value.assessment)).measures;
    for (const { id } of records) {
      const { value, low, high } = given.find(one => one.id === id)!;
      expect({ value, low, high }).toEqual(intervalOf(replaced, `plain-${id}`));
    }
  }),

  property("advice is about what holds by itself", 200, cases(), ({ questionnaire, assessment, completions }) => {
    const advice = [...(questionnaire.recommendations ?? []), ...(questionnaire.warnings ?? [])];
    const mirrored = advice.flatMap(({ id, about = [] }) =>
      about.map((part, at) => ({ id: `${id}/${at}`, title: "T", text: "T", when: part.when ?? { all: [] } })),
    );
    const run = evaluatorOf({ ...questionnaire, warnings: [...(questionnaire.warnings ?? []), ...mirrored] });
    for (const one of [assessment, ...completions]) {
      const { recommendations, warnings } = run(one);
      const holding = new Set(warnings.map(({ id }) => id));
      for (const { id, about } of [...recommendations, ...warnings]) {
        const all = advice.find(one => one.id === id)?.about ?? [];
        const expected = all.flatMap((part, at) => {
          const ref = "dimension" in part ? `dimension:${part.dimension}` : `criterion:${part.criterion}`;
          return holding.has(`${id}/${at}`) ? [ref] : [];
        });
        expect(about).toEqual(expected);
      }
    }
  }),
];

/** The questionnaire with a gate more for each of some conditions. */
function asking(questionnaire: Questionnaire, conditions: Record<string, Condition>): Questionnaire {
  const gates = Object.entries(conditions).map(([id, when]): Rule => ({ id: `asked-${id}`, title: "T", when }));
  return { ...questionnaire, gates: [...(questionnaire.gates ?? []), ...gates] };
}

const stateIn = (gates: Evaluation["gates"], id: string): TruthState | undefined =>
  gates.find(gate => gate.id === `asked-${id}`)?.state;

const plain = ({ measures = [] }: Questionnaire) => !JSON.stringify(measures).includes('"record-');

/** Without caps and visibility, through which an answer reaches figures it is no member of. */
function uncovered(questionnaire: Questionnaire): Questionnaire {
  const dimensions = questionnaire.dimensions.map(dimension => ({
    ...dimension,
    criteria: dimension.criteria.map(({ visible, ...criterion }) => criterion),
  }));
  return { ...questionnaire, dimensions, caps: [] };
}

/** Every figure that is made of levels alone: a count may ask how things were answered. */
function figuresOf(questionnaire: Questionnaire, { dimensions, measures, capabilities, index }: Evaluation) {
  const asksHow = /"(state|evidence|includes)":/.test(JSON.stringify([questionnaire.measures, questionnaire.profile]));
  const own = dimensions.map(({ answered, ...figure }) => figure);
  return { own, capabilities, ...(!asksHow && { index, measures }) };
}

const readsMeasures = (measure: object) =>
  /"(measures-|more-|skill-|record-\d"[,\]]|index)/.test(JSON.stringify(measure).slice(25));

/** The assessment in which what nobody answered is agreed not to apply. */
function withoutBlanks(questionnaire: Questionnaire, assessment: Assessment): Assessment {
  const blank = [...consensusOf(questionnaire, assessment)].flatMap(([id, { state }]) =>
    state === "unknown" || state === "unanswered" ? [id] : [],
  );
  const agreed = Object.fromEntries(blank.map(id => [id, { na: "Blank.", because: "Nobody said." }]));
  return { ...assessment, agreed: { ...assessment.agreed, ...agreed } };
}

function intervalOf(measures: Evaluation["measures"], id: string) {
  const { value, low, high } = measures.find(one => one.id === id)!;
  return { value, low, high };
}
