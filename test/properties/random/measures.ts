// Random measures: every operator, nested, weighted, with each way of missing members, rounded and clamped.
import type { Expression, Member } from "../../../src/model/condition.ts";
import { condition, type Scope } from "./conditions.ts";
import type { Tape } from "./tape.ts";

const groupings = ["mean", "min", "max", "sum"] as const;
const arithmetic = ["add", "subtract", "multiply", "divide"] as const;

export function expression(tape: Tape, scope: Scope, depth = 2): Expression {
  const shaping = scope.monotone ? {} : shapingOf(tape);
  const kind = tape.below(scope.monotone ? 1 : 5);
  if (kind === 4) return { count: tape.times(1, 3, () => condition(tape, scope, 1)), ...shaping };
  const members = tape.times(1, 3, () => member(tape, scope, depth));
  const missing = !scope.monotone && tape.chance(50) && { missing: tape.pick(["skip", "zero", "null"] as const) };
  if (kind === 3) return { [tape.pick(arithmetic)]: members, ...missing, ...shaping };
  const operator = tape.pick(groupings);
  const weighted = (operator === "mean" || operator === "sum") && tape.chance(50);
  const weights = weighted && { weights: members.map(() => tape.pick(weightsOf(scope))) };
  return { [operator]: members, ...weights, ...missing, ...shaping };
}

const weightsOf = ({ monotone }: Scope) => (monotone ? [1, 2, 3] : [1, 2, 0.5, 10, 0]);

function shapingOf(tape: Tape): Pick<Expression, "round" | "digits" | "clamp"> {
  return {
    ...(tape.chance(20) && { round: tape.pick(["floor", "half-up", "truncate"] as const), digits: tape.below(3) }),
    ...(tape.chance(20) && { clamp: [tape.pick([0, -2, 1]), tape.pick([4, 1, 20])] }),
  };
}

function member(tape: Tape, scope: Scope, depth: number): Member {
  const criterion = () => tape.pick(scope.criteria).id;
  const dimension = () => tape.pick(scope.dimensions);
  if (scope.monotone) return tape.chance(25) ? dimension() : criterion();
  if (depth > 0 && tape.chance(25)) return expression(tape, scope, depth - 1);
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
    () => "index",
    ...(scope.checks.length > 0 ? [() => tape.pick(scope.checks), () => tape.pick(scope.checks)] : []),
  ];
  return tape.pick(members)();
}
