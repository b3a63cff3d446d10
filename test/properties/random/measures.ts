// Random measures: every operator, nested, weighted, with each way of missing members, rounded and clamped.
import type { Expression, Member, Weight } from "../../../src/model/condition.ts";
import { condition, type Scope } from "./conditions.ts";
import type { Tape } from "./tape.ts";

const groupings = ["mean", "min", "max", "sum"] as const;
const arithmetic = ["add", "subtract", "multiply", "divide"] as const;

/** `counting`: whether conditions may be counted. */
export function expression(tape: Tape, scope: Scope, depth = 2, counting = true): Expression {
  const shaping = scope.monotone ? {} : shapingOf(tape);
  const kind = tape.below(scope.monotone ? 1 : counting ? 5 : 4);
  if (kind === 4) return { count: tape.times(1, 3, () => condition(tape, scope, 1)), ...shaping };
  const members = tape.times(1, 3, () => member(tape, scope, depth, counting));
  const missing = !scope.monotone && tape.chance(50) && { missing: tape.pick(["skip", "zero", "null"] as const) };
  if (kind === 3) return { [tape.pick(arithmetic)]: members, ...missing, ...shaping };
  const operator = tape.pick(groupings);
  const weighted = (operator === "mean" || operator === "sum") && tape.chance(50);
  const weights = weighted && { weights: members.map(() => weightFrom(tape, scope)) };
  return { [operator]: members, ...weights, ...missing, ...shaping };
}

/** A number, or what a measure comes to; where better must never be worse, no answer moves a weight. */
export function weightFrom(tape: Tape, { monotone, own }: Scope): Weight {
  if (monotone) return tape.pick([1, 2, 3]);
  if (own.length > 0 && tape.chance(60)) return { measure: tape.pick(own) };
  return tape.pick([1, 2, 0.5, 10, 0]);
}

function shapingOf(tape: Tape): Pick<Expression, "round" | "digits" | "clamp"> {
  return {
    ...(tape.chance(20) && { round: tape.pick(["floor", "half-up", "truncate"] as const), digits: tape.below(3) }),
    ...(tape.chance(20) && { clamp: [tape.pick([0, -2, 1]), tape.pick([4, 1, 20])] }),
  };
}

function member(tape: Tape, scope: Scope, depth: number, counting: boolean): Member {
  const criterion = () => tape.pick(scope.criteria).id;
  const dimension = () => tape.pick(scope.dimensions);
  if (scope.monotone) return tape.chance(25) ? dimension() : criterion();
  if (depth > 0 && tape.chance(25)) return expression(tape, scope, depth - 1, counting);
  const numbers = scope.facts.filter(fact => fact.type === "number");
  const members: (() => Member)[] = [
    criterion,
    criterion,
    dimension,
    () => tape.pick([1, 0, 2, -1, 0.5, 60]),
    () => ({ criterion: criterion(), voice: tape.pick(["inside", "outside"] as const) }),
    () => ({ dimension: dimension(), as: "percent" }),
    ...(numbers.length > 0 ? [() => tape.pick(numbers).id, () => tape.pick(numbers).id] : []),
    ...(scope.measures.length > 0 ? [() => tape.pick(scope.measures)] : []),
    ...(scope.index ? [() => "index"] : []),
    ...(scope.checks.length > 0 ? [() => tape.pick(scope.checks), () => tape.pick(scope.checks)] : []),
  ];
  return tape.pick(members)();
}
