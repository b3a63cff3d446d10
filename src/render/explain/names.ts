// How an explanation calls what it speaks of, and what value it gives it: titles with the ids that one can ask for, figures with enough
// digits to calculate with.

import type { ExplainWords } from "../../locales/index.ts";
import type { Evaluation, Interval } from "../../model/evaluation.ts";
import type { AnswersHow, Figure, GridHow, How, Node, Ref } from "../../model/explanation.ts";
import { printExact } from "../figures.ts";
import { splitRef } from "../titles.ts";
import type { View } from "../view.ts";

export interface Teller {
  view: View;
  words: ExplainWords;
  nodes: ReadonlyMap<Ref, Node>;
  /** Questions get a line where they are mentioned, and no block of their own. */
  brief: boolean;
  /** Remarks that need to be made once only. */
  told: Set<string>;
}

type CappedHow = Extract<How, { by: "capped" }>;

/** Figures that are called by what they are a figure of. */
const ownerKinds: Record<string, string> = {
  score: "criterion",
  share: "criterion",
  outside: "criterion",
  percent: "dimension",
  uncapped: "measure",
  "record-score": "criterion",
  "record-share": "criterion",
  "record-dimension": "dimension",
  "record-percent": "dimension",
};

/** The name under which a reader can ask for a node; null for a part that has none. */
export function askable({ view }: Teller, ref: Ref): string | null {
  const [kind, id] = splitRef(ref);
  const owner = ownerKinds[kind];
  if (owner) return `${owner}:${id}`;
  if (kind === "stakeholder") return `department:${id.split(":")[0]}`;
  if (kind === "profile") return `profile:${id.split(":")[0]}`;
  if (kind === "measure" && isCapability(view, id)) return `capability:${id}`;
  return kind.includes("-") || kind === "expression" || kind === "number" ? null : ref;
}

const isCapability = ({ questionnaire }: View, id: string): boolean =>
  (questionnaire.capabilities ?? []).some(one => one.id === id);

export function titleOf({ titles }: View, ref: Ref): string {
  const [kind, id] = splitRef(ref);
  const [first, second] = id.split(":") as [string, string?];
  if (kind === "stakeholder" || kind.startsWith("department-")) return titles.title("role", first);
  if (kind === "grid" && second !== undefined) return titles.checkTitle(first, second);
  if (kind === "profile") return titles.title("dimension", first);
  return titles.title(kind === "partner" ? "partnerType" : (ownerKinds[kind] ?? kind), id);
}

/** “Errors in accepted orders” with its kind. */
export function nameOf(teller: Teller, ref: Ref): string {
  const { view, words } = teller;
  const [kind, id] = splitRef(ref);
  const title = titleOf(view, ref);
  const { name } = words;
  switch (kind) {
    case "score":
    case "share":
    case "record-score":
    case "record-share":
      return name.criterion(title);
    case "measure":
      if (id === "index" || id === "signals") return name[id]();
      return isCapability(view, id) ? name.capability(title) : name.measure(title);
    case "grid":
      return id.includes(":") ? name.check(title) : name.grid(title);
    case "phase":
      return name.phase(title, view.phaseName(id));
    case "stakeholder":
      return name.department(title);
    case "result":
      return id === "verdict" ? name.verdict() : name["partner-action"]();
    case "expression":
    case "number":
      return name.part();
    default:
      return name[kind as "gate"](title);
  }
}

export function fullName(teller: Teller, ref: Ref): string {
  const id = askable(teller, ref);
  return id === null ? nameOf(teller, ref) : teller.words.withId(nameOf(teller, ref), id);
}

export const exact = ({ view }: Teller, x: number): string => printExact(view.words, x);

/** A figure on its own, without its unit. */
export function figureText(teller: Teller, { value, low, high, counts, tooLarge }: Figure): string {
  const { words } = teller;
  if (tooLarge) return words.value.tooLarge;
  if (counts === "fails") return words.value.notCounted;
  if (value !== null && counts === "holds") return exact(teller, value);
  if (low === null && high === null) return words.value.unknownFact;
  const range = rangeText(teller, { value, low, high });
  return counts === "open" ? words.value.maybe(words.value.open(range)) : words.value.open(range);
}

export function rangeText(teller: Teller, { low, high }: Interval): string {
  const [from, to] = [low, high].map(end => (end === null ? null : exact(teller, end)));
  return low === high && from ? from : teller.words.value.range(from ?? null, to ?? null);
}

/** What a node comes out as, in a few words. */
export function outcomeOf(teller: Teller, ref: Ref): string {
  const { view, words, nodes } = teller;
  const node = nodes.get(ref)!;
  const [kind, id] = splitRef(ref);
  const { how } = node;
  switch (how.by) {
    case "answers":
      return withAnswers(teller, how, levelText(teller, how, node.figure!));
    case "table":
      return countsText(teller, node);
    case "fact":
      return view.factText(id, how.given) ?? words.value.unknownFact;
    case "phase":
      if (how.here !== null) return words.value.here(view.hasStatus ? view.words.status[how.here] : null);
      return node.state === "holds" ? words.value.passedOver : words.value.reached[node.state!];
    case "step":
      return words.value.nextStep[node.state!];
    case "rule":
      return words.value.rule[node.state!];
    case "partner":
      return words.value.partner[node.state!];
    case "cap":
      return words.value.cap[node.state!];
    case "condition":
      return kind === "signal" ? words.value.signal[node.state!] : words.value.met[node.state!];
    case "action":
      return words.action.result(how.action);
    case "recorded":
      return recordedText(teller, node, how.of);
    case "capped":
      return cappedText(teller, id, node, how);
    case "part":
      return how.state === null ? words.value.openState : words.value.state(stateTitle(view, how.state));
    case "grid":
      return filledText(teller, how);
    case "check":
      return words.grid.held(figureText(teller, node.figure!), how.rows.length);
    case "department":
      return view.words.stakeholder[how.served];
    case "verdict":
      return verdictText(teller, how.verdict);
    default:
      return withUnit(view, kind, id, node.figure!, figureText(teller, node.figure!));
  }
}

/** Of a state of the profile. */
export const stateTitle = ({ questionnaire }: View, id: string): string =>
  questionnaire.profile?.states.find(one => one.id === id)?.title ?? id;

function filledText({ words }: Teller, { rows }: GridHow): string {
  const filled = rows.filter(({ state }) => state !== "unanswered");
  return words.grid.filled(filled.length, rows.length, rows.filter(({ state }) => state === "disputed").length);
}

/** What somebody answered, or why nothing is there. */
function recordedText(teller: Teller, node: Node, of: Ref): string {
  const from = teller.nodes.get(of)!;
  const answers = from.how.by === "table" ? teller.nodes.get(from.how.of)!.how : null;
  const isBlank = answers?.by === "answers" && ["unanswered", "unknown"].includes(answers.state);
  if (!isBlank || node.figure!.counts !== "fails") return outcomeOf(teller, of);
  return teller.words.value.missing(teller.words.value.answer[answers.state]);
}

function cappedText(teller: Teller, id: string, { figure }: Node, { of, caps }: CappedHow): string {
  const text = withUnit(teller.view, "measure", id, figure!, figureText(teller, figure!));
  if (!caps.some(cap => cap.binds)) return text;
  return teller.words.value.lowered(text, figureText(teller, teller.nodes.get(of)!.figure!));
}

function verdictText({ view, words }: Teller, { phase, status, provisional }: Evaluation["verdict"]): string {
  if (!view.questionnaire.phases) return words.verdict.unstaged(view.questionnaire.title);
  if (phase === null || status === null) return words.verdict.none;
  const named = words.name.phase(view.titles.title("phase", phase), view.phaseName(phase));
  const text = view.hasStatus ? words.line(named, view.words.status[status]) : named;
  return provisional ? words.verdict.provisional(text) : text;
}

/** Where there is a figure. */
function withUnit({ questionnaire }: View, kind: string, id: string, figure: Figure, text: string): string {
  if (figure.low === null && figure.high === null && figure.value === null) return text;
  const unit = ["measure", "uncapped"].includes(kind)
    ? questionnaire.measures?.find(one => one.id === id)?.unit
    : undefined;
  return unit === undefined ? text : `${text} ${unit}`;
}

function levelText(teller: Teller, how: AnswersHow, { value, low, high, counts }: Figure): string {
  const { words } = teller;
  const { highest, state } = how;
  if (counts === "fails") return words.value.answer[state];
  const range = low === high ? `${low}` : words.value.range(`${low}`, `${high}`);
  const said = state === "na" ? how.naLevel : how.answered;
  if (said === null) return words.value.openLevel(words.value.answer[state], range, counts === "open");
  const level = value === null ? words.value.level(range, highest) : saidLevel(teller, how, value, said);
  const text = state === "na" ? words.value.naCounts(level) : level;
  return value === null ? words.value.unsettled(text) : text;
}

function saidLevel({ words }: Teller, { options, state, highest }: AnswersHow, value: number, said: number): string {
  if (options.length > 0 && state === "answered") return words.value.chosen(`${value}`, highest);
  return value === said ? words.value.level(`${value}`, highest) : words.value.capped(`${value}`, `${said}`, highest);
}

/** With who said what in a few words, where the question gets no block of its own. */
function withAnswers(teller: Teller, how: AnswersHow, text: string): string {
  const { words, view } = teller;
  if (!teller.brief) return text;
  const roles = how.roles.filter(one => one.counts);
  const said = how.agreed
    ? [words.answers.shortAgreed]
    : roles.map(one => words.answers.shortRole(roleTitle(view, one.role), one.levels));
  return said.length === 0 ? text : words.answers.withShort(text, words.answers.short(said));
}

export const roleTitle = ({ titles }: View, role: string | null): string | null =>
  role === null ? null : titles.title("role", role);

/** A level and what it counts; the whole table where the levels do not count in equal steps. */
function countsText(teller: Teller, node: Node): string {
  const { words } = teller;
  if (node.how.by !== "table") return "";
  const { of, table } = node.how;
  const level = outcomeOf(teller, of);
  const isEven = table.every((figure, at) => Math.abs(figure - at * (table[1] ?? 0)) < 1e-9);
  const isLevel = isEven && (table[1] ?? 1) === 1;
  if (isLevel || node.figure!.counts === "fails") return level;
  const counted = words.figure.counts(level, rangeText(teller, node.figure!));
  const all = words.figure.table(table.map(figure => exact(teller, figure)));
  if (isEven || teller.told.has(all)) return counted;
  teller.told.add(all);
  return words.figure.withTable(counted, all);
}
