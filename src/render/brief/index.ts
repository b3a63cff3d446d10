// The evaluation as the sentences of page one, in reading order; the terminal summary and the leader's markdown only lay them out.
// Nothing is decided here: what is said follows the evaluation.
import type { Evaluation } from "../../model/evaluation.ts";
import { reasonText } from "../reason.ts";
import { subjectOf, type View } from "../view.ts";
import { type GridBrief, gridBrief } from "./grids.ts";
import { adviceItems, figureItems, type ProfileBrief, profileBrief } from "./items.ts";
import { moneyBrief } from "./money.ts";
import { sureSentences } from "./sure.ts";

export interface Item {
  text: string;
  detail: string;
}

export interface Brief {
  subject: string;
  phase: { name: string; title: string; status: string; definition: string; notes: string[] } | null;
  provisional: boolean;
  sure: string[];
  figures: Item[];
  profile: ProfileBrief | null;
  step: { title: string; text: string; why: string[]; decision: string; customers: string; notes: string[] } | null;
  partner: PartnerBrief | null;
  recommendations: Item[];
  warnings: Item[];
  blocks: { heading: string; items: Item[] }[];
  /** `goal`: the situation to reach. */
  work: (Item & { goal: string })[];
  workLeft: number;
  unknown: Item[];
  unknownLeft: number;
  money: string[] | null;
  grids: GridBrief[];
}

export interface PartnerBrief {
  title: string;
  action: string;
  avoid: string;
  closest: string;
  lookFor: string[];
  questions: string[];
  redFlags: string[];
}

const firstItems = 5;

export function createBrief(view: View, evaluation: Evaluation): Brief {
  const work = evaluation.roadmap.groups.flatMap(({ criteria, target }) => criteria.map(id => ({ id, target })));
  const unknown = unknownItems(view, evaluation);
  return {
    subject: subjectOf(view, evaluation),
    phase: phaseBrief(view, evaluation),
    provisional: evaluation.verdict.provisional,
    sure: sureSentences(view, evaluation),
    figures: figureItems(view, evaluation),
    profile: profileBrief(view, evaluation),
    step: stepBrief(view, evaluation),
    partner: partnerBrief(view, evaluation),
    recommendations: adviceItems(view, evaluation.recommendations, view.questionnaire.recommendations),
    warnings: adviceItems(view, evaluation.warnings, view.questionnaire.warnings),
    blocks: blocksOf(view, evaluation),
    work: work.slice(0, firstItems).map(item => workItem(view, evaluation, item)),
    workLeft: Math.max(0, work.length - firstItems),
    unknown: unknown.slice(0, firstItems),
    unknownLeft: Math.max(0, unknown.length - firstItems),
    money: moneyBrief(view, evaluation),
    grids: evaluation.grids.flatMap(grid => gridBrief(view, evaluation, grid) ?? []),
  };
}

function phaseBrief(view: View, { verdict }: Evaluation): Brief["phase"] {
  if (verdict.phase === null) return null;
  const { title, definition = "", notes = [] } = view.titles.phase(verdict.phase);
  return {
    name: view.phaseName(verdict.phase),
    title,
    status: verdict.status !== null && view.hasStatus ? view.words.status[verdict.status] : "",
    definition,
    notes: notes.filter(({ id }) => verdict.notes.includes(id)).map(note => note.text),
  };
}

function stepBrief(view: View, evaluation: Evaluation): Brief["step"] {
  const { nextStep } = evaluation;
  if (!nextStep) return null;
  const { title, text, decision = "", customers = "", notes = [] } = view.titles.step(nextStep.id);
  return {
    title,
    text,
    decision,
    customers,
    why: nextStep.because.map(reason => reasonText(view, evaluation, reason)),
    notes: notes.filter(({ id }) => nextStep.notes.includes(id)).map(note => note.text),
  };
}

function partnerBrief(view: View, { partner }: Evaluation): PartnerBrief | null {
  const { titles, words, questionnaire } = view;
  if (!partner) return null;
  const type = questionnaire.partners!.types.find(one => one.id === partner.id)!;
  const avoided = partner.avoid.map(id => titles.title("partnerType", id));
  const flip = partner.runnerUp?.flip;
  const criterion = flip?.ref.replace("criterion:", "") ?? "";
  return {
    title: type.title,
    action: questionnaire.partners!.wording[partner.action ?? "unknown"],
    avoid: [avoided.length > 0 ? `${words.and(avoided)}.` : "", type.avoidText ?? ""].filter(Boolean).join(" "),
    closest: flip
      ? words.closest(
          titles.title("partnerType", partner.runnerUp!.id),
          titles.itemTitle(criterion),
          flip.from,
          flip.to,
        )
      : words.steady,
    lookFor: type.lookFor ?? [],
    questions: (type.questions ?? []).map(question => question.text),
    redFlags: (type.redFlags ?? []).map(flag => flag.text),
  };
}

/** What the next phase, or establishing the present one, still lacks: by gate where gates carry it. */
function blocksOf(view: View, evaluation: Evaluation): Brief["blocks"] {
  const { words, titles, questionnaire } = view;
  // Without gates the phases are bands of a figure: nothing stands in the way of a higher one.
  if (!questionnaire.gates) return [];
  const at = evaluation.phases.findIndex(({ id }) => id === evaluation.verdict.phase);
  const settled = at < 0 || evaluation.verdict.status === "established" || evaluation.phases[at]?.established === null;
  const next = evaluation.phases[settled ? at + 1 : at];
  if (!next) return [];
  const target = settled ? view.phaseName(next.id) : words.establishing(view.phaseName(next.id));
  const condition = questionnaire.phases!.find(({ id }) => id === next.id)![settled ? "entered" : "established"];
  const names = (ids: string[]) => words.quoted(ids.map(titles.itemTitle));
  const items = (key: "blockedBy" | "openBy"): Item[] => {
    const gates = next.because.flatMap(({ ref }) => evaluation.gates.filter(({ id }) => ref === `gate:${id}`));
    const byGate = gates.filter(gate => gate[key].length > 0);
    const covered = new Set(byGate.flatMap(gate => gate[key]));
    const others = next[key].filter(id => !covered.has(id));
    return [
      ...byGate.map(gate => ({ text: titles.title("gate", gate.id), detail: names(gate[key]) })),
      ...others.map(id => ({ text: titles.itemTitle(id), detail: "" })),
    ];
  };
  const either = condition !== undefined && "any" in condition;
  const missing = items("blockedBy");
  const open = items("openBy");
  return [
    ...(missing.length > 0 ? [{ heading: words.blocked(target, either && missing.length > 1), items: missing }] : []),
    ...(open.length > 0 ? [{ heading: words.blockedOpen(target), items: open }] : []),
  ];
}

function workItem(
  { titles, words }: View,
  { criteria }: Evaluation,
  { id, target }: { id: string; target: number },
): Brief["work"][number] {
  const level = criteria.find(one => one.id === id)?.level ?? 0;
  const owner = titles.title("role", titles.criterion(id).roles[0]!);
  return {
    text: words.work(titles.itemTitle(id), owner),
    detail: words.aim(level, target, titles.levelText(id, target)),
    goal: titles.levelText(id, target),
  };
}

/** What decides the verdict comes first, then the rest of what nobody has said. */
function unknownItems(view: View, { verdict, roadmap, cost }: Evaluation): Item[] {
  const { titles, words } = view;
  const deciding = verdict.decidedBy.map(({ criterion, fact, grid }) => (criterion ?? fact ?? grid)!);
  const facts = (cost?.missing ?? []).filter(id => !deciding.includes(id));
  const rest = roadmap.ask.filter(id => !deciding.includes(id));
  const detail = (id: string) => words.askRoles(titles.roles(titles.rolesOf(id)));
  return [
    ...deciding.map(id => ({ text: titles.itemTitle(id), detail: words.decides(detail(id)) })),
    ...[...rest, ...facts].map(id => ({ text: titles.itemTitle(id), detail: detail(id) })),
  ];
}
