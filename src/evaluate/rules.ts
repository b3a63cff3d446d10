// Cells of what is decided: named conditions, gates, signals, phases, the states of the profile, and who is served.
import type { Condition, StakeholderState } from "../model/condition.ts";
import type { ProfilePart } from "../model/questionnaire.ts";
import { type Builder, defineMean, defineTruth } from "./builder.ts";
import type { Scope } from "./clause.ts";
import { defineLeast } from "./measures.ts";
import type { CellKind, CellName } from "./names.ts";

export function defineRules(builder: Builder): void {
  const { questionnaire, scope } = builder;
  const truth = (name: CellName, condition: Condition, within?: Scope) => defineTruth(builder, name, condition, within);
  for (const { id, when } of questionnaire.conditions ?? []) truth({ kind: "condition", id: id }, when);
  for (const { id, when } of questionnaire.gates ?? []) truth({ kind: "gate", id: id }, when);
  for (const { id, when } of questionnaire.signals ?? []) truth({ kind: "signal", id: id }, when);
  (questionnaire.phases ?? []).forEach(({ id, entered = always, established }, index) => {
    truth({ kind: "entered", id: id }, entered, scope(index));
    truth({ kind: "established", id: id }, established ? { all: [entered, established] } : never, scope(index));
  });
  for (const part of questionnaire.profile?.parts ?? []) defineStates(builder, part);
  for (const { role } of questionnaire.stakeholders?.departments ?? []) defineStakeholder(builder, role);
}

/** A state of a part: its condition holds, and that of no better one; the last is what remains. */
function defineStates(builder: Builder, { dimension, when }: ProfilePart): void {
  const better: Condition[] = [];
  for (const { id } of builder.questionnaire.profile!.states) {
    const own = Object.hasOwn(when, id) ? when[id]! : always;
    defineTruth(builder, { kind: "profile", id: dimension, part: id }, { all: [own, { not: { any: [...better] } }] });
    better.push(own);
  }
}

const always: Condition = { all: [] };
const never: Condition = { any: [] };

/** Served or left out: each state excludes the ones before it; all open while none of them is certain. */
function defineStakeholder(builder: Builder, role: string): void {
  const { questionnaire, criteria, criterionIndex, everywhere, cells } = builder;
  const { served, partly, departments } = questionnaire.stakeholders!;
  const { core, full } = departments.find(department => department.role === role)!;
  const counted = (core.length > 0 ? core : full).map(id => criteria[criterionIndex.get(id)!]!);
  defineMean(builder, { kind: "department-mean", id: role }, "score", counted);
  defineLeast(builder, { kind: "department-core", id: role }, core);
  defineLeast(builder, { kind: "department-all", id: role }, [...core, ...full]);
  // What a condition here calls a measure is a figure of this department.
  const within: Scope = { ...everywhere, cell: (_, name) => cells.use(name as CellKind, role) };
  const figure = (name: "all" | "core" | "mean") => ({ measure: `department-${name}` });
  const everything = { ...figure("all"), atLeast: served };
  const cores = { ...figure("core"), atLeast: served };
  const some = { ...figure("mean"), atLeast: partly };
  // Compared with nothing: whether there is anything to score.
  const anything = figure("all");
  const states: Record<StakeholderState, Condition> = {
    "fully-served": everything,
    served: { all: [cores, { not: everything }] },
    partly: { all: [some, { not: { any: [everything, cores] } }] },
    "left-out": { all: [anything, { not: { any: [everything, cores, some] } }] },
  };
  for (const [state, condition] of Object.entries(states))
    defineTruth(builder, { kind: "stakeholder", id: role, part: state }, condition, within);
}
