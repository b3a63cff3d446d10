// Cells of what is decided: named conditions, gates, signals, phases, the states of the profile, and who is served.
import type { Condition, StakeholderState } from "../model/condition.ts";
import type { ProfilePart } from "../model/questionnaire.ts";
import { type Builder, weightOf } from "./builder.ts";
import { defineLeast } from "./measures.ts";

export function defineRules(builder: Builder): void {
  const { questionnaire, truth, scope } = builder;
  for (const { id, when } of questionnaire.conditions ?? []) truth(`condition:${id}`, when);
  for (const { id, when } of questionnaire.gates ?? []) truth(`gate:${id}`, when);
  for (const { id, when } of questionnaire.signals ?? []) truth(`signal:${id}`, when);
  (questionnaire.phases ?? []).forEach(({ id, entered = always, established }, index) => {
    truth(`entered:${id}`, entered, scope(index));
    truth(`established:${id}`, established ? { all: [entered, established] } : never, scope(index));
  });
  for (const part of questionnaire.profile?.parts ?? []) defineStates(builder, part);
  for (const { role } of questionnaire.stakeholders?.departments ?? []) defineStakeholder(builder, role);
}

/** A state of a part: its condition holds, and that of no better one; the last is what remains. */
function defineStates({ questionnaire, truth }: Builder, { dimension, when }: ProfilePart): void {
  const better: Condition[] = [];
  for (const { id } of questionnaire.profile!.states) {
    const own = Object.hasOwn(when, id) ? when[id]! : always;
    truth(`profile:${dimension}:${id}`, { all: [own, { not: { any: [...better] } }] });
    better.push(own);
  }
}

const always: Condition = { all: [] };
const never: Condition = { any: [] };

/** Served or left out (rubrics 2.8): each state excludes the ones before it; all open while none of them is certain. */
function defineStakeholder(builder: Builder, role: string): void {
  const { questionnaire, criteria, criterionIndex, everywhere, mean, truth, cells } = builder;
  const { served, partly, departments } = questionnaire.stakeholders!;
  const { core, full } = departments.find(department => department.role === role)!;
  const counted = core.length > 0 ? core : full;
  const weights = counted.map(id => weightOf(criteria[criterionIndex.get(id)!]!));
  mean(
    `department-mean:${role}`,
    counted.map(id => `score:${id}`),
    weights,
  );
  defineLeast(builder, `department-core:${role}`, core);
  defineLeast(builder, `department-all:${role}`, [...core, ...full]);
  const within = { ...everywhere, cell: (_: string, key: string) => cells.use(key) };
  const figure = (name: string) => ({ measure: `department-${name}:${role}` });
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
  for (const [state, condition] of Object.entries(states)) truth(`stakeholder:${role}:${state}`, condition, within);
}
