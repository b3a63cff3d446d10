// Parts that follow from the verdict and decide nothing in it: measures of the record, and what advice is about.
import type { About, Measure } from "../../../src/model/questionnaire.ts";
import { condition, type Scope } from "./conditions.ts";
import { expression } from "./measures.ts";
import type { Tape } from "./tape.ts";

const title = "T";

/** Measures in which blanks are missing, and now and then one that is made of such. */
export function recordsFrom(tape: Tape, scope: Scope): Measure[] {
  if (scope.monotone) return [];
  return tape.times(0, 2, (index): Measure => {
    const id = `record-${index}`;
    const [before] = scope.records;
    const made: Measure =
      before !== undefined && tape.chance(40)
        ? { id, title, sum: [before, 1], weights: [1, { measure: before }] }
        : { id, title, ...expression(tape, scope, 1, false), blanks: "missing" };
    scope.records.push(id);
    return made;
  });
}

/** Perhaps some of the dimensions and one criterion, always or under a condition. */
export function aboutFrom(tape: Tape, scope: Scope): { about?: About[] } {
  if (!tape.chance(40)) return {};
  const when = () => (tape.chance(70) ? { when: condition(tape, scope, 1) } : {});
  const dimensions = tape.some(scope.dimensions).map((dimension): About => ({ dimension, ...when() }));
  return { about: [...dimensions, { criterion: tape.pick(scope.criteria).id, ...when() }] };
}
