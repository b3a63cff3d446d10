// The evaluation as the sentences of page one, in reading order; the terminal summary and the leader's markdown only lay them out.
// Nothing is decided here: what is said follows the evaluation.
import type { Evaluation } from "../model/evaluation.ts";
import { digitsOf, printInterval, printMoney, printSaving, printShare } from "./figures.ts";
import { reasonText } from "./reason.ts";
import type { View } from "./view.ts";

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
  money: { sentences: string[]; rows: { at: string; now: string; after: string }[] } | null;
  served: Item[];
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
  const { titles, words } = view;
  const work = evaluation.roadmap.groups.flatMap(({ criteria, target }) => criteria.map(id => ({ id, target })));
  const unknown = unknownItems(view, evaluation);
  return {
    subject: subjectOf(view, evaluation),
    phase: phaseBrief(view, evaluation),
    provisional: evaluation.verdict.provisional,
    sure: sureSentences(view, evaluation),
    figures: figuresOf(view, evaluation),
    step: stepBrief(view, evaluation),
    partner: partnerBrief(view, evaluation),
    recommendations: evaluation.recommendations.map(({ id }) => ({
      text: titles.title("recommendation", id),
      detail: view.questionnaire.recommendations!.find(one => one.id === id)!.text,
    })),
    warnings: evaluation.warnings.map(({ id }) => ({
      text: titles.title("warning", id),
      detail: view.questionnaire.warnings!.find(one => one.id === id)!.text,
    })),
    blocks: blocksOf(view, evaluation),
    work: work.slice(0, firstItems).map(item => workItem(view, evaluation, item)),
    workLeft: Math.max(0, work.length - firstItems),
    unknown: unknown.slice(0, firstItems),
    unknownLeft: Math.max(0, unknown.length - firstItems),
    money: moneyBrief(view, evaluation),
    served: evaluation.stakeholders.map(({ role, state }) => ({
      text: titles.title("role", role),
      detail: words.stakeholder[state],
    })),
  };
}

function subjectOf({ words }: View, { organization, lineOfBusiness, date }: Evaluation): string {
  return [organization, lineOfBusiness, date === null ? null : words.date(date)].filter(Boolean).join(" · ");
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

function sureSentences(view: View, evaluation: Evaluation): string[] {
  const { words, titles } = view;
  const { verdict, coverage, signals, findings, criteria } = evaluation;
  const asked = coverage.answered + coverage.unknown + coverage.na + coverage.unanswered;
  const given = coverage.answered + coverage.na;
  const voices = criteria.flatMap(({ responses }) => responses.filter(response => !response.outside));
  const people = new Set(voices.map(({ respondent, role }) => `${respondent}\n${role}`));
  const roles = new Set(voices.flatMap(({ role }) => role ?? []));
  const undecided = signals.filter(({ state }) => state === "open").map(({ id }) => titles.title("signal", id));
  const settledTogether = new Set(criteria.filter(({ agreed }) => agreed).map(({ id }) => id));
  const among = (wanted: string) =>
    findings.flatMap(({ kind, refs }) => (kind === wanted ? refs.filter(ref => !settledTogether.has(ref)) : []));
  const straddled = among("straddle");
  const disputed = [...new Set([...straddled, ...among("disagreement")])].map(titles.itemTitle);
  const unheard = new Set(
    findings.flatMap(one => (one.kind === "missing-voice" && one.gate && one.bestPlaced ? one.roles.slice(0, 1) : [])),
  );
  const decides = evaluation.phases.length > 0 || evaluation.nextStep !== null;
  const certain = coverage.unanswered + coverage.unknown === 0 ? words.complete : words.certain;
  const settled = straddled.length > 0 ? words.disputed : certain;
  return [
    verdict.provisional
      ? words.provisional(
          verdict.possible.phases.map(view.phaseName),
          verdict.possible.steps.map(id => titles.title("step", id)),
        )
      : decides
        ? settled
        : "",
    ...(verdict.possible.steps.length > 1 && undecided.length > 0
      ? [words.measureFirst(shortened(view, undecided.map(words.quote)), undecided.length)]
      : []),
    roles.size > 0 ? words.coverage(given, asked, people.size, roles.size) : words.coverageUnnamed(given, asked),
    words.evidence(coverage.withEvidence, printShare(words, coverage.withEvidence, given)),
    ...(unheard.size > 0 ? [words.unheard([...unheard].map(role => titles.title("role", role)))] : []),
    ...(disputed.length > 0 ? [words.disagreements(shortened(view, disputed.map(words.quote)))] : []),
  ].filter(Boolean);
}

const mostNamed = 3;

/** The first few of a list, and how many more there are. */
function shortened({ words }: View, items: string[]): string {
  const rest = items.length - mostNamed;
  return words.and(rest > 1 ? [...items.slice(0, mostNamed), words.others(rest)] : items);
}

/** The measures that the questionnaire wants printed, with what is still open as an interval. */
function figuresOf({ questionnaire, words }: View, { measures }: Evaluation): Item[] {
  return (questionnaire.measures ?? []).flatMap(({ id, title, unit = "", report }) => {
    const figure = measures.find(one => one.id === id);
    if (!report || !figure) return [];
    return [
      { text: words.figure(title, `${printInterval(words, figure, digitsOf(figure))} ${unit}`.trim()), detail: "" },
    ];
  });
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
  const deciding = verdict.decidedBy.map(({ criterion, fact }) => (criterion ?? fact)!);
  const facts = (cost?.missing ?? []).filter(id => !deciding.includes(id));
  const rest = roadmap.ask.filter(id => !deciding.includes(id));
  const detail = (id: string) => words.askRoles(rolesToAsk(view, id));
  return [
    ...deciding.map(id => ({ text: titles.itemTitle(id), detail: words.decides(detail(id)) })),
    ...[...rest, ...facts].map(id => ({ text: titles.itemTitle(id), detail: detail(id) })),
  ];
}

function moneyBrief(view: View, { cost, facts }: Evaluation): Brief["money"] {
  const { words, titles, questionnaire } = view;
  const model = questionnaire.cost;
  if (!cost || !model) return null;
  const ask = (id: string) => words.report.ask(titles.itemTitle(id), rolesToAsk(view, id));
  if (cost.missing.length > 0) return { sentences: [words.cost.missing(cost.missing.map(ask))], rows: [] };
  const factValue = (id: string | undefined) => facts.find(one => one.id === id)?.value ?? null;
  const unknown = [model.investment, model.running].filter(id => id !== undefined && factValue(id) === null);
  const amount = (figure: number | null | undefined) =>
    figure === null || figure === undefined ? words.noFigure : printMoney(words, figure, model.unit);
  const payback = () => {
    if (cost.payback !== null) return words.cost.payback(words.number(Math.ceil(cost.payback * 10) / 10, 1));
    return unknown.length > 0
      ? words.cost.noPayback(unknown.map(id => titles.itemTitle(id!)))
      : words.cost.neverPaidBack;
  };
  const targets = Object.entries(model.after).map(([id, target]) => {
    const own = factValue(target.fact);
    return words.cost.target(titles.itemTitle(id), view.factFigure(id, own ?? target.else), own === null);
  });
  return {
    sentences: [
      ...(cost.saving === null
        ? []
        : [
            words.cost.saving(
              printSaving(words, cost.saving, model.unit),
              cost.saving >= 0,
              factValue(model.running) !== null,
            ),
          ]),
      words.cost.targets(targets),
      ...(model.investment === undefined ? [] : [payback()]),
      ...(cost.breakEven === null ? [] : [words.cost.breakEven(amount(Math.ceil(cost.breakEven)))]),
    ],
    rows: cost.rows.map(({ at, now, after }) => ({
      at: at === factValue(model.scale) ? words.cost.rowToday(amount(at)) : amount(at),
      now: amount(now[model.total]),
      after: amount(after[model.total]),
    })),
  };
}

/** Titles of the roles that know a fact or should answer a criterion. */
function rolesToAsk({ titles }: View, id: string): string[] {
  const { roles = [] } = titles.isFact(id) ? titles.fact(id) : titles.criterion(id);
  return roles.map(role => titles.title("role", role));
}
