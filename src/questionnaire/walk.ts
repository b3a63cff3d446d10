// Every condition and measure of a questionnaire, with its path, for the checks. In: a questionnaire that its schema allows.
// Rule kept: nothing is known yet about which keys stand together, so parts are read key by key.
import type { Path } from "../document.ts";
import type { Condition, Expression, Leaf, Member, Site } from "../model/condition.ts";
import { operators } from "../model/condition.ts";
import type { Apart, Counted } from "../model/grid.ts";
import type { Advice, Group, Note, Questionnaire } from "../model/questionnaire.ts";

type KeyOf<Whole> = Whole extends unknown ? keyof Whole : never;
type At<Whole, Key> = Whole extends unknown ? (Key extends keyof Whole ? Whole[Key] : never) : never;
/** Any text where only some are allowed. */
type Loose<Value> = Value extends string ? string : Value extends (infer Item)[] ? Loose<Item>[] : Value;

/** A condition of which the schema knows only the keys and their types. */
export interface LooseCondition extends Partial<{ [Key in KeyOf<Leaf>]: Loose<Exclude<At<Leaf, Key>, undefined>> }> {
  all?: LooseCondition[];
  any?: LooseCondition[];
  not?: LooseCondition;
  of?: LooseCondition[];
}

export interface ConditionRoot {
  condition: LooseCondition;
  path: Path;
  site: Site;
  /** What holds the condition, such as "gate:g1". */
  owner: string;
}

export interface ConditionNode extends ConditionRoot {
  /** Under an odd or even number of `not`: true for any. */
  negated: boolean;
}

/** The conditions that stand on their own, in the order of the format. */
export function* conditionRoots(questionnaire: Questionnaire): Generator<ConditionRoot> {
  const { dimensions, conditions, caps, gates, signals, profile, phases, steps } = questionnaire;
  const { roadmap, recommendations, partners, warnings } = questionnaire;
  for (const [d, { criteria }] of dimensions.entries()) {
    for (const [c, { id, visible }] of criteria.entries()) {
      yield* root(visible, ["dimensions", d, "criteria", c, "visible"], "visibility", `criterion:${id}`);
    }
  }
  for (const { expression, path, owner } of expressions(questionnaire)) {
    for (const [i, counted] of (expression.count ?? []).entries()) {
      yield* root(counted, [...path, "count", i], "measure", owner);
    }
  }
  yield* rules(conditions, "conditions", "condition");
  yield* rules(caps, "caps", "cap");
  yield* rules(gates, "gates", "gate");
  yield* rules(signals, "signals", "signal");
  for (const [i, { dimension, when }] of (profile?.parts ?? []).entries()) {
    for (const [state, condition] of Object.entries(when)) {
      yield* root(condition, ["profile", "parts", i, "when", state], "profile", `profile:${dimension}`);
    }
  }
  for (const [i, { id, entered, established, notes }] of (phases ?? []).entries()) {
    yield* root(entered, ["phases", i, "entered"], "phase", `phase:${id}`);
    yield* root(established, ["phases", i, "established"], "phase", `phase:${id}`);
    yield* noteRoots(notes, ["phases", i, "notes"]);
  }
  for (const [i, { id, when, groups, notes }] of (steps ?? []).entries()) {
    yield* root(when, ["steps", i, "when"], "step", `step:${id}`);
    yield* noteRoots(notes, ["steps", i, "notes"]);
    yield* groupRoots(groups, ["steps", i, "groups"]);
  }
  yield* groupRoots(roadmap?.groups, ["roadmap", "groups"]);
  yield* advice(recommendations, "recommendations", "recommendation");
  for (const [i, { action, when }] of (partners?.actions ?? []).entries()) {
    yield* root(when, ["partners", "actions", i, "when"], "partner action", `action:${action}`);
  }
  yield* advice(warnings, "warnings", "warning");
}

function* root(condition: Condition | undefined, path: Path, site: Site, owner: string): Generator<ConditionRoot> {
  if (condition) yield { condition: condition as LooseCondition, path, site, owner };
}

function* rules(list: { id: string; when: Condition }[] | undefined, key: string, site: Site) {
  for (const [i, { id, when }] of (list ?? []).entries()) yield* root(when, [key, i, "when"], site, `${site}:${id}`);
}

function* advice(list: Advice[] | undefined, key: string, site: Site) {
  yield* rules(list, key, site);
  for (const [i, { id, about }] of (list ?? []).entries()) {
    for (const [a, { when }] of (about ?? []).entries()) {
      yield* root(when, [key, i, "about", a, "when"], site, `${site}:${id}`);
    }
  }
}

function* groupRoots(groups: Group[] | undefined, path: Path) {
  for (const [g, { id, when }] of (groups ?? []).entries())
    yield* root(when, [...path, g, "when"], "group", `group:${id}`);
}

function* noteRoots(notes: Note[] | undefined, path: Path) {
  for (const [i, { id, when }] of (notes ?? []).entries())
    yield* root(when, [...path, i, "when"], "note", `note:${id}`);
}

/** A condition and all conditions within it. */
export function* nodesOf(root: ConditionRoot, negated = false): Generator<ConditionNode> {
  yield { ...root, negated };
  const { condition, path } = root;
  for (const key of ["all", "any", "of"] as const) {
    for (const [i, part] of (condition[key] ?? []).entries()) {
      yield* nodesOf({ ...root, condition: part, path: [...path, key, i] }, negated);
    }
  }
  if (condition.not) yield* nodesOf({ ...root, condition: condition.not, path: [...path, "not"] }, true);
}

export function* conditionNodes(questionnaire: Questionnaire): Generator<ConditionNode> {
  for (const root of conditionRoots(questionnaire)) yield* nodesOf(root);
}

/** An expression, or a member that names a figure in more words, by whatever keys it has. */
export interface LooseExpression extends Expression {
  criterion?: string;
  voice?: string;
  dimension?: string;
  as?: string;
  grid?: string;
  check?: string;
}

export interface ExpressionNode {
  expression: LooseExpression;
  path: Path;
  owner: string;
  /** The measure itself, not one of its members. */
  top: boolean;
}

/** Every measure and every member of one that is an object. */
export function* expressions({ measures }: Questionnaire): Generator<ExpressionNode> {
  for (const [i, measure] of (measures ?? []).entries()) {
    yield* within({ expression: measure, path: ["measures", i], owner: `measure:${measure.id}`, top: true });
  }
}

function* within(node: ExpressionNode): Generator<ExpressionNode> {
  yield node;
  for (const { member, path } of membersOf(node)) {
    if (typeof member !== "object") continue;
    yield* within({ expression: member as LooseExpression, path, owner: node.owner, top: false });
  }
}

/** The measures by which members or dimensions are weighed. */
export function* weighing(questionnaire: Questionnaire): Generator<{ measure: string; path: Path; owner: string }> {
  for (const [d, { weight }] of questionnaire.dimensions.entries()) {
    if (typeof weight !== "object") continue;
    yield { measure: weight.measure, path: ["dimensions", d, "weight", "measure"], owner: "measure:index" };
  }
  for (const { expression, path, owner } of expressions(questionnaire)) {
    for (const [i, weight] of (expression.weights ?? []).entries()) {
      if (typeof weight === "object")
        yield { measure: weight.measure, path: [...path, "weights", i, "measure"], owner };
    }
  }
}

/** The direct members of an expression; what `count` counts are conditions, not members. */
export function* membersOf({ expression, path }: ExpressionNode): Generator<{ member: Member; path: Path }> {
  for (const operator of operators) {
    if (operator === "count") continue;
    for (const [i, member] of (expression[operator] ?? []).entries()) {
      yield { member, path: [...path, operator, i] };
    }
  }
}

/** A check or a tally of a grid, of which the schema knows only the keys and their types. */
export interface LooseGridCheck extends Partial<Counted & Apart> {
  id: string;
  hint?: boolean;
  rows?: string[];
  sections?: string[];
}
