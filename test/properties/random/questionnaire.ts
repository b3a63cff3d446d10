// A random questionnaire, part after part: each reads only what comes before it, so that nothing depends on itself.
import type {
  Cap,
  Criterion,
  Dimension,
  Fact,
  Measure,
  Phase,
  Profile,
  Questionnaire,
  Step,
} from "../../../src/model/questionnaire.ts";
import { highestOf } from "../../../src/questionnaire/outline.ts";
import { aboutFrom, recordsFrom } from "./additions.ts";
import { condition, type Scope } from "./conditions.ts";
import { gridFrom } from "./grids.ts";
import { expression, weightFrom } from "./measures.ts";
import type { Tape } from "./tape.ts";

const title = "T";
const roles = ["sales", "care", "it"];

export function questionnaireFrom(asked: Tape, decided: Tape, monotone: boolean): Questionnaire {
  let tape = asked;
  const facts = tape.times(0, 3, index => factFrom(tape, index));
  const shared = { id: "scale", levels: ["a", "b", "c"] };
  const scope: Scope = {
    ...{ criteria: [], facts, dimensions: [], measures: [], conditions: [], gates: [], signals: [], phases: [] },
    ...{
      checks: [],
      own: [],
      records: [],
      parts: [],
      states: [],
      index: false,
      counted: false,
      steps: [],
      departments: [],
      site: "before",
      monotone,
    },
    top: one => (one.options ?? (one.levels ?? shared.levels).slice(1)).length,
  };
  const dimensions: Dimension[] = [];
  const caps: Cap[] = [];
  for (const d of Array.from({ length: tape.between(1, 3) }).keys()) {
    const criteria = tape.times(d === 0 ? 2 : 1, 3, () => {
      const criterion = criterionFrom(tape, scope);
      if (readable(scope) && tape.chance(15)) {
        const cap = {
          id: `cap-${caps.length}`,
          title,
          criteria: [criterion.id],
          atMost: tape.below(Math.min(2, scope.top(criterion)) + 1),
        };
        caps.push({ ...cap, when: condition(tape, scope, 1) });
      }
      scope.criteria.push(criterion);
      return criterion;
    });
    dimensions.push({ id: `d${d}`, title, ...weight(tape), criteria });
    scope.dimensions.push(`d${d}`);
  }
  const capabilities = tape.times(0, 2, index => ({
    id: `skill-${index}`,
    title,
    criteria: tape.some(scope.criteria).map(({ id }) => id),
  }));
  scope.measures.push(...capabilities.map(({ id }) => id));
  const grids = !monotone && tape.chance(40) ? [gridFrom(tape, "who", roles)] : [];
  scope.checks = grids.flatMap(({ id, checks = [] }) => checks.map(check => ({ grid: id, check: check.id })));
  const measureFrom = (id: string): Measure => {
    const made = { id, title, ...expression(tape, scope) };
    capMeasure(tape, scope, caps, id);
    scope.own.push(id);
    return made;
  };
  const weighing = growing(tape, 2, "measures", measureFrom, scope);
  for (const dimension of monotone ? [] : dimensions) {
    if (tape.chance(60)) dimension.weight = weightFrom(tape, scope);
  }
  scope.index = true;
  const profile = profileFrom(tape, scope);
  const measures = [...weighing, ...growing(tape, 4, "measures", id => measureFrom(`more-${id}`), scope)];
  measures.push(...recordsFrom(tape, scope));
  tape = decided;
  const rule = (id: string) => ({ id, title, when: condition(tape, scope) });
  const conditions = growing(tape, 2, "conditions", rule, scope);
  const signals = growing(tape, 3, "signals", rule, scope);
  scope.counted = true;
  const gates = growing(tape, 3, "gates", rule, scope);
  scope.site = "phase";
  const phases = tape.times(1, 4, index => phaseFrom(tape, scope, index));
  const departments = roles.slice(0, tape.below(3)).map(role => ({
    role,
    core: tape.chance(60) ? tape.some(scope.criteria).map(({ id }) => id) : [],
    full: tape.some(scope.criteria).map(({ id }) => id),
  }));
  scope.departments = departments.map(({ role }) => role);
  const types = tape.times(1, 3, index => ({ id: `p${index}`, title, ...(tape.chance(70) && { breadth: index }) }));
  const current = facts.find(fact => fact.type === "choice")?.id;
  const steps = stepsFrom(
    tape,
    scope,
    types.map(({ id }) => id),
  );
  scope.steps = steps.map(({ id }) => id);
  const texts = (site: Scope["site"], most: number, name: string) =>
    tape.times(0, most, index => ({
      ...{ id: `${name}-${index}`, title, text: title },
      when: condition(tape, { ...scope, site, monotone: false }),
      ...aboutFrom(tape, { ...scope, site, monotone: false }),
    }));
  return {
    ...{ id: "random", version: "1.0.0", title, summary: title },
    roles: [...roles.map(id => ({ id, title })), { id: "panel", title, outside: true }],
    notApplicable: tape.pick(["dropped", "met", "target"]),
    roadmap: {
      target: tape.between(1, Math.max(...scope.criteria.map(scope.top))),
      groups: [{ id: "rest", title, criteria: "all", ...(tape.chance(50) && { order: "lowest-first" }) }],
    },
    ...(profile && { profile }),
    ...{
      facts,
      scales: [shared],
      dimensions,
      grids,
      measures,
      capabilities,
      conditions,
      caps,
      gates,
      signals,
      phases,
      steps,
    },
    partners: {
      ...(current !== undefined && { current }),
      types,
      actions: texts("action", 1, "action").map(({ when }) => ({ action: "build" as const, when })),
      wording: { keep: title, change: title, check: title, find: title, build: title, unknown: title },
    },
    recommendations: texts("recommendation", 2, "recommendation"),
    warnings: texts("warning", 2, "warning"),
    stakeholders: { served: 1, partly: 0.5, departments },
  };
}

const naPolicy = (tape: Tape) => tape.pick(["met", "target", "dropped"] as const);

/** Perhaps a cap on a measure that is about to be named, by what comes before it, or by a cap that is there. */
function capMeasure(tape: Tape, scope: Scope, caps: Cap[], id: string): void {
  if (scope.monotone || !tape.chance(30)) return;
  const atMost = tape.pick([1, 0, 2.5, -1, 4]);
  if (tape.chance(50))
    caps.push({ id: `cap-${caps.length}`, title, measures: [id], atMost, when: condition(tape, scope, 1) });
  else for (const cap of caps.slice(0, 1)) cap.measures = [...(cap.measures ?? []), id];
}

/** Perhaps a profile, each part of which may read the ones before it. */
function profileFrom(tape: Tape, scope: Scope): Profile | null {
  if (scope.monotone || !tape.chance(60)) return null;
  const states = ["best", "middle", "last"].slice(0, tape.between(2, 3));
  scope.states = states;
  const parts = scope.dimensions.flatMap(dimension => {
    if (!tape.chance(70)) return [];
    const when = Object.fromEntries(states.slice(0, -1).map(state => [state, condition(tape, scope, 1)]));
    scope.parts.push(dimension);
    return [{ dimension, when }];
  });
  return parts.length > 0 ? { title, states: states.map(id => ({ id, title })), parts } : null;
}

/** Items of which each may read the earlier ones. */
function growing<Item extends { id: string }>(
  tape: Tape,
  most: number,
  kind: "measures" | "conditions" | "signals" | "gates",
  make: (id: string) => Item,
  scope: Scope,
): Item[] {
  return tape.times(0, most, index => {
    const id = `${kind}-${index}`;
    const item = make(id);
    scope[kind].push(item.id);
    return item;
  });
}

function factFrom(tape: Tape, index: number): Fact {
  const shared = { id: `f${index}`, title, question: title };
  const kind = tape.below(8);
  if (kind === 7) return { ...shared, type: "text" };
  if (kind > 3) {
    const types = ["p0", "p1", "p2", "none"].slice(0, tape.between(2, 4));
    return { ...shared, type: "choice", choices: types.map(id => ({ id, title })) };
  }
  return {
    ...shared,
    type: "number",
    ...tape.pick([{ min: 0 }, { min: 0, max: 5 }, { above: 0 }, {}, { min: -2, max: 3 }, { above: 1, max: 100 }]),
    ...(tape.chance(30) && { whole: true }),
  };
}

/** Whether something comes before, for visibility and caps to read. */
const readable = ({ monotone, criteria, facts }: Scope) =>
  !monotone && criteria.length + facts.filter(fact => fact.type !== "text").length > 0;

const weight = (tape: Tape) => (tape.chance(40) ? { weight: tape.pick([2, 3, 0.5, 0]) } : {});

function criterionFrom(tape: Tape, scope: Scope): Criterion {
  const { monotone } = scope;
  const shared = {
    ...{
      id: `c${scope.criteria.length}`,
      title,
      question: title,
      roles: tape.some([...roles, "panel"]),
      ...weight(tape),
    },
    ...(tape.chance(35) && { na: "Sometimes.", ...(tape.chance(30) && { notApplicable: naPolicy(tape) }) }),
    ...(readable(scope) && tape.chance(30) && { visible: condition(tape, scope, 1) }),
  };
  // Somebody inside has to be able to answer.
  if (shared.roles.every(role => role === "panel")) shared.roles = ["it", "panel"];
  const kind = tape.below(10);
  if (kind === 9) return { ...shared, options: tape.times(1, 3, option => ({ id: `o${option}`, text: title })) };
  if (kind === 8) return { ...shared, scale: "scale" };
  const scored = kind > 5;
  let reached = 0;
  function scoreOf(): number {
    reached = monotone ? reached + tape.below(3) : tape.between(-1, 5);
    return reached;
  }
  return {
    ...shared,
    levels: tape.times(2, 5, level => (scored ? { text: `${level}`, score: scoreOf() } : `${level}`)),
  };
}

function phaseFrom(tape: Tape, scope: Scope, index: number): Phase {
  const id = ["0", "I", "II", "III"][index]!;
  const staged = tape.chance(60);
  const phase: Phase = {
    ...{ id, title },
    ...(tape.chance(30) && { name: "Level" }),
    ...((index > 0 || tape.chance(50)) && { entered: condition(tape, scope) }),
    ...(staged && { established: condition(tape, scope) }),
  };
  scope.phases.push({ id, staged });
  return phase;
}

function stepsFrom(tape: Tape, scope: Scope, partners: string[]): Step[] {
  const inSteps: Scope = { ...scope, site: "step", monotone: false };
  const steps = tape.times(1, 4, index => ({
    ...{ id: `s${index}`, title, text: title, when: condition(tape, inSteps) },
    ...(tape.chance(85) && { partner: tape.pick(partners) }),
  }));
  const notes = steps.map(() => tape.chance(20));
  const all = steps.map(({ id }) => id);
  return steps.map(({ when, ...step }, index) => ({
    ...step,
    ...(index < steps.length - 1 && { when }),
    ...(notes[index] && {
      notes: [{ id: "n", text: title, when: condition(tape, { ...inSteps, site: "note", steps: all }) }],
    }),
  }));
}

export const topsOf = (questionnaire: Questionnaire): Map<string, number> =>
  new Map(
    questionnaire.dimensions
      .flatMap(({ criteria }) => criteria)
      .map(criterion => [criterion.id, highestOf(questionnaire, criterion)]),
  );
