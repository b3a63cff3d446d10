// Questionnaires that are large in different ways, each valid: what checking one costs is measured on them (test/bench.js, test/soak).
// In: a size. Out: the data of a questionnaire file. Rule kept: the same size gives the same questionnaire on every machine.
import type { Condition } from "../../src/model/condition.ts";
import type { Criterion, Questionnaire, Rule } from "../../src/model/questionnaire.ts";

const title = "T";
const basics = { version: "1.0.0", title, summary: title };
const roles = [{ id: "it", title }];

/** Numbers that look random: a linear congruential generator. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return sides => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Criteria with levels 0 to 3. */
const criteria = (prefix: string, count: number): Criterion[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `${prefix}${at}`, title, question: title, roles: ["it"] },
    levels: ["0", "1", "2", "3"],
    ...(at % 4 === 0 && { na: "Sometimes." }),
  }));

/** Gates of random conditions, up to five deep, over 200 criteria and over the gates before; 390 of them are 0.9 MB of YAML. */
export function randomGates(count: number): Questionnaire {
  const roll = dice(7);
  const asked = criteria("c", 200);
  const gates: Rule[] = [];
  const leaf = (): Condition => {
    if (gates.length > 0 && roll(4) === 0) return { gate: gates[roll(gates.length)]!.id };
    const test = (["atLeast", "atMost", "is"] as const)[roll(3)]!;
    return { criterion: asked[roll(asked.length)]!.id, [test]: roll(4) } as Condition;
  };
  const condition = (depth: number): Condition => {
    const parts = () => Array.from({ length: 1 + roll(3) }, () => condition(depth - 1));
    const kind = depth === 0 ? 9 : roll(6);
    if (kind < 2) return { all: parts() };
    if (kind < 4) return { any: parts() };
    return kind === 4 ? { not: condition(depth - 1) } : leaf();
  };
  for (let at = 0; at < count; at++) {
    const parts = Array.from({ length: 4 }, () => condition(4));
    gates.push({ id: `g${at}`, title, when: at % 2 === 0 ? { all: parts } : { atLeast: 2, of: parts } });
  }
  return { id: "random-gates", ...basics, roles, dimensions: [{ id: "d", title, criteria: asked }], gates };
}

/** A badge in three levels, as in test/fixtures/badge: what passes asks for links and justifications, and levels rest on each other. */
export function largeBadge(count: number): Questionnaire {
  const met = { scale: "met", roles: ["it"] };
  const names = ["passing", "silver", "gold"];
  const shares = [0.46, 0.38, 0.16];
  const parts = names.map((name, level) => {
    const ids = Array.from({ length: Math.round(count * shares[level]!) }, (_, at) => `${name}-${at}`);
    return {
      name,
      criteria: ids.map((id, at) => ({ ...met, id, title, question: title, ...(at % 5 === 3 && { na: "Nothing." }) })),
      passes: ids.map((id, at): Condition => {
        if (at % 5 === 0)
          return {
            all: [
              { criterion: id, is: 1 },
              { criterion: id, evidence: "url" },
            ],
          };
        if (at % 5 === 1)
          return {
            any: [
              { criterion: id, is: 1 },
              { criterion: id, evidence: "text" },
            ],
          };
        if (at % 5 === 2) return { criterion: id, state: ["answered"] };
        return at % 5 === 3 ? { criterion: id, is: 1, na: "holds" } : { criterion: id, is: 1 };
      }),
    };
  });
  return {
    ...{ id: "large-badge", ...basics, roles, scales: [{ id: "met", levels: ["Unmet", "Met"] }] },
    dimensions: parts.map(({ name, criteria }) => ({ id: `d-${name}`, title, criteria })),
    conditions: parts.flatMap(({ name, passes }) =>
      passes.map((when, at) => ({ id: `${name}-${at}-passes`, title, when })),
    ),
    measures: parts.flatMap(({ name, passes }) => [
      { id: `${name}-passed`, title, count: passes.map((_, at) => ({ condition: `${name}-${at}-passes` })) },
      {
        ...{ id: name, title, unit: "percent", round: "truncate" as const },
        divide: [{ multiply: [`${name}-passed`, 100] }, passes.length],
      },
    ]),
    caps: names.slice(1).map((name, at) => ({
      ...{ id: `${name}-waits`, title, measures: [name], atMost: 99 },
      when: { measure: names[at]!, below: 100 },
    })),
    phases: [
      { id: "in-progress", title, definition: title },
      ...names.map(name => ({
        id: `${name}-level`,
        title,
        definition: title,
        entered: { measure: name, atLeast: 100 },
      })),
    ],
  };
}

/** Dimensions of 20 criteria, a gate on each, and 4 phases that ask for more and more of them. */
export function manyCriteria(count: number): Questionnaire {
  const dimensions = Array.from({ length: Math.ceil(count / 20) }, (_, at) => ({
    ...{ id: `d${at}`, title },
    criteria: criteria(`c${at}-`, 20),
  }));
  const level = (atLeast: number): Condition => ({
    all: dimensions.map(({ id }) => ({ dimension: id, atLeast })),
  });
  const phases = [1, 2, 2.5].map((atLeast, at) => ({
    ...{ id: `p${at + 1}`, title, definition: title },
    entered: { all: [level(atLeast), { measure: "index", atLeast: atLeast * 30 }] } as Condition,
  }));
  return {
    ...{ id: "many-criteria", ...basics, roles, dimensions },
    gates: dimensions.map(({ id }, at) => ({
      ...{ id: `g${at}`, title },
      when: {
        all: [
          { dimension: id, atLeast: 2 },
          { criterion: `c${at}-0`, atLeast: 3 },
        ],
      },
    })),
    signals: dimensions.map(({ id }, at) => ({ id: `s${at}`, title, when: { dimension: id, below: 1 } })),
    phases: [{ id: "p0", title, definition: title }, ...phases],
    steps: [
      { id: "repair", title, text: title, when: { measure: "signals", atLeast: 3 } },
      ...phases.toReversed().map(({ id }) => ({ id: `after-${id}`, title, text: title, when: { reached: id } })),
      { id: "begin", title, text: title },
    ],
  };
}
