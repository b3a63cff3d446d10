// The flagship's rules written by hand, as a program that knows only them: what the engine is measured against, and checked by. In: an
// assessment of manufacturer-cx-phases. Out: the answer in the form of the evaluation. It leaves out what explains the answer: reasons, what
// blocks and what is open, other possible verdicts, findings, the map of work, bounds of the index, and the runner-up.
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import { factValue } from "../../src/model/assessment.ts";
import type { Criterion, Questionnaire } from "../../src/model/questionnaire.ts";

type State = "answered" | "na" | "unknown" | "unanswered";
type Truth = 0 | 1 | 2;
const names = ["fails", "open", "holds"] as const;

interface Scored {
  state: State;
  level: number;
  lo: number;
  hi: number;
  /** Whether it is there to be counted: no, perhaps, yes. */
  there: Truth;
  spread: number | null;
}

const top = 4;
const lowest = (a: number, b: number): number => (a < b ? a : b);

/** What every run needs of the questionnaire, once. */
export function createScorer(questionnaire: Questionnaire) {
  const criteria = questionnaire.dimensions.flatMap(dimension => dimension.criteria);
  const outside = new Set(questionnaire.roles.flatMap(role => (role.outside ? role.id : [])));
  return (assessment: Assessment) => score(questionnaire, criteria, outside, assessment);
}

function score(questionnaire: Questionnaire, criteria: Criterion[], outside: Set<string>, assessment: Assessment) {
  const scored = consensus(criteria, outside, assessment);
  const at = (id: string) => scored.get(id)!;
  const atLeast = (id: string, level: number, na: Truth = 0): Truth => compared(at(id), level, na);
  const atMost = (id: string, level: number): Truth => {
    const { there, lo, hi } = at(id);
    if (there === 0) return 0;
    const truth = hi <= level ? 2 : lo > level ? 0 : 1;
    return there === 2 || truth === 0 ? truth : 1;
  };
  const all = (truths: Truth[]): Truth => truths.reduce<Truth>((least, one) => (one < least ? one : least), 2);
  const any = (truths: Truth[]): Truth => truths.reduce<Truth>((most, one) => (one > most ? one : most), 0);
  const fact = (id: string): string | number | undefined => factValue(assessment.facts?.[id]);
  const isOneOf = (id: string, ...choices: string[]): Truth => {
    const value = fact(id);
    return value === undefined ? 1 : choices.includes(value as string) ? 2 : 0;
  };

  const capability = (...ids: string[]) => ({
    lo: ids.map(id => at(id).lo).reduce(lowest),
    hi: ids.map(id => at(id).hi).reduce(lowest),
    there: (ids.some(id => at(id).there === 2) ? 2 : ids.some(id => at(id).there === 1) ? 1 : 0) as Truth,
  });
  // Of two one may not apply; then the other counts alone.
  const visibility = [at("ov-order-status"), at("ov-shipment-status")];
  const counted = visibility.filter(({ there }) => there > 0);
  const status = {
    lo: counted.map(({ lo }) => lo).reduce(lowest),
    hi: visibility
      .filter(({ there }) => there === 2)
      .map(({ hi }) => hi)
      .reduce(lowest),
    there: 2 as Truth,
  };
  const capabilities = {
    "erp-rules": capability("of-rules", "of-realtime"),
    prices: capability("pa-price"),
    inventory: capability("pa-atp"),
    status,
    credit: capability("cp-credit-status", "cp-open-invoices"),
    payments: capability("cp-self-pay"),
  };

  const gates: Record<string, Truth> = {
    g1: isOneOf("online-ordering", "pilot", "live"),
    "g2-entry": all([atLeast("ow-commitment", 3), atLeast("ow-sponsor", 3)]),
    "g2-de-facto": all([atLeast("of-realtime", 3), atLeast("of-rules", 3)]),
    "g2-capabilities": all(Object.values(capabilities).map(one => compared(one, 3, 0))),
    "g2-outcomes": all(
      ["of-hands-free", "of-errors", "bx-brand", "sw-value-add", "di-integrity"].map(id => atLeast(id, 3)),
    ),
    "g3-ready": all([atLeast("gv-enterprise-buyin", 3), atLeast("di-architecture", 3)]),
    "g3-entry": all([atLeast("so-enterprise-scope", 3), atLeast("gv-departments", 3)]),
    "g3-outcomes": all([
      ...["mg-traffic", "se-new-products", "se-upsell", "se-aov", "sw-value-add"].map(id => atLeast(id, 3)),
      ...["di-infra-control", "fc-dso", "cp-payment-types", "cp-credit-policy"].map(id => atLeast(id, 3)),
      ...["mg-leads", "di-bu-autonomy", "fc-pci"].map(id => atLeast(id, 3, 2)),
    ]),
    "g3-everywhere": atLeast("so-enterprise-scope", 4),
  };
  const signals: Record<string, Truth> = {
    rekeying: atMost("sw-rekey", 0),
    errors: atMost("of-errors", 1),
    callbacks: atMost("of-callbacks", 1),
    cost: atMost("sw-cost-per-order", 1),
    satisfaction: atMost("sw-satisfaction", 1),
    traffic: atMost("mg-traffic", 1),
  };
  const entered: Truth[] = [2, gates.g1!, any([gates["g2-entry"]!, gates["g2-de-facto"]!]), 0];
  const established: Truth[] = [0, 0, all([entered[2]!, gates["g2-capabilities"]!, gates["g2-outcomes"]!]), 0];
  entered[3] = all([established[2]!, gates["g3-ready"]!, gates["g3-entry"]!]);
  established[3] = all([entered[3], gates["g3-outcomes"]!, gates["g3-everywhere"]!]);

  // The headline grants only what is certain.
  const phase = entered.lastIndexOf(2);
  const isEstablished = established[phase] === 2;
  const reachedII = phase > 2 || (phase === 2 && isEstablished);
  const passed = (gate: string) => gates[gate] === 2;
  const present = Object.values(signals).filter(one => one === 2).length;
  const ordering = fact("online-ordering");
  const revenue = fact("online-revenue") as number | undefined;
  const value = fact("average-order-value") as number | undefined;
  const enough = revenue === undefined || value === undefined || revenue / value >= 1000;
  const needed = revenue === undefined ? 2 : revenue <= 1e6 ? 3 : revenue <= 3e6 ? 2 : 1;
  const step = (() => {
    if (phase === 3) return isEstablished ? "sustain-III" : "complete-III";
    if (reachedII) return passed("g3-ready") ? "move-to-III" : "scale-out-II";
    if (phase === 2) return "complete-II";
    if (phase === 1 && enough && present >= needed) return "move-to-II";
    if (phase === 1) return revenue === undefined || revenue > 1e6 ? "prepare-II" : "prove";
    return ordering === "edi-only" ? "prepare-II" : "start-I";
  })();

  const narrow = new Set(["prove", "start-I"]);
  const wide = new Set(["sustain-III", "complete-III", "move-to-III"]);
  const type = narrow.has(step) ? "marketing-led" : wide.has(step) ? "enterprise" : "erp-integration";
  const current = fact("current-partner") as string | undefined;
  const lines = fact("lines-of-business") as number | undefined;
  const breadth: Record<string, number> = { "marketing-led": 1, "erp-integration": 2, enterprise: 3 };
  const action = (() => {
    if (current === undefined) return null;
    if (current === "none" || (current === "marketing-led" && step === "prepare-II")) return "find";
    if (current === "internal") return "build";
    if (lines !== undefined && lines <= 1 && current === "erp-integration" && wide.has(step)) return "check";
    if (current === type) return "keep";
    const own = breadth[current];
    return own === undefined ? null : own < breadth[type]! ? "change" : "check";
  })();

  const departments = served(questionnaire, scored, criteria);
  const leftOut = (role: string) => departments.find(one => one.role === role)!.state === "left-out";
  const outgrown =
    fact("target-phase") === "III" || (atLeast("so-enterprise-scope", 3) === 2 && (lines === undefined || lines > 1));
  const warnings = [
    ...(phase === 1 && outgrown ? ["jump-I-III"] : []),
    ...(phase === 2 && (!reachedII || !passed("g3-ready")) && outgrown ? ["jump-II-III"] : []),
    ...(passed("g2-de-facto") && atMost("ow-sponsor", 2) === 2 ? ["sponsor-mismatch"] : []),
    ...(action === "change" ? ["wrong-partner"] : []),
    ...((phase === 1 && ["marketing", "sales", "customer-service", "it", "finance"].filter(leftOut).length >= 2) ||
    (phase === 2 && ["marketing", "customer-service", "it"].some(leftOut))
      ? ["fiefdoms"]
      : []),
    ...(signals.cost === 2 ? ["cost-scales"] : []),
    ...(signals.traffic === 2 ? ["traffic-brake"] : []),
  ];

  return {
    phase: ["0", "I", "II", "III"][phase]!,
    status: isEstablished ? "established" : "entered",
    step,
    partner: { id: type, action, current: current ?? null },
    warnings,
    signals: Object.entries(signals).map(([id, truth]) => ({ id, state: names[truth] })),
    gates: Object.entries(gates).map(([id, truth]) => ({ id, state: names[truth] })),
    phases: entered.map((truth, index) => ({
      entered: names[truth],
      established: index < 2 ? null : names[established[index]!],
    })),
    capabilities: Object.entries(capabilities).map(([id, { lo, hi }]) => ({ id, low: lo, high: hi })),
    criteria: criteria.map(({ id }) => {
      const { state, level, spread } = at(id);
      return { id, state, answeredLevel: state === "answered" ? level : null, spread };
    }),
    index: indexOf(questionnaire, scored),
    stakeholders: departments,
    coverage: coverageOf(scored),
  };
}

function compared({ there, lo, hi }: { there: Truth; lo: number; hi: number }, level: number, na: Truth): Truth {
  if (there === 0) return na;
  const truth = lo >= level ? 2 : hi < level ? 0 : 1;
  return there === 2 || truth === na ? truth : 1;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[(values.length - 1) >> 1]!;

/** The lower median of each role, then of the roles that the criterion lists, of all where none of those answered. */
function consensus(criteria: Criterion[], outside: Set<string>, { responses = [], agreed = {} }: Assessment) {
  const inside = responses.filter(({ role }) => role === undefined || !outside.has(role));
  const scored = new Map<string, Scored>();
  for (const { id, roles, na } of criteria) {
    const levels = new Map<string, number[]>();
    let [answered, unknown, notApplicable] = [false, false, false];
    let [least, most] = [Infinity, -Infinity];
    let isListed = false;
    const settled = agreed[id];
    for (const { role = "", answers } of inside) {
      const answer = answers[id];
      if (answer === undefined) continue;
      const level = levelOf(answer);
      if (level === null) {
        if (isUnknown(answer)) unknown = true;
        else notApplicable = true;
        continue;
      }
      answered = true;
      least = Math.min(least, level);
      most = Math.max(most, level);
      const own = levels.get(role);
      if (own) own.push(level);
      else levels.set(role, [level]);
      isListed ||= roles.includes(role);
    }
    if (settled) [answered, unknown, notApplicable] = ["level" in settled, false, "na" in settled];
    const state = answered ? "answered" : unknown ? "unknown" : notApplicable ? "na" : "unanswered";
    const counted = [...levels].flatMap(([role, own]) => (!isListed || roles.includes(role) ? median(own) : []));
    const level = settled && "level" in settled ? settled.level : answered ? median(counted) : Number.NaN;
    scored.set(id, {
      state,
      level,
      lo: answered ? level : 0,
      hi: answered ? level : top,
      there: state === "na" ? 0 : answered || na === undefined ? 2 : 1,
      spread: most >= least ? most - least : null,
    });
  }
  return scored;
}

function levelOf(answer: Answer): number | null {
  if (typeof answer === "number") return answer;
  return typeof answer === "object" && "level" in answer ? answer.level : null;
}

const isUnknown = (answer: Answer): boolean =>
  answer === "unknown" || (typeof answer === "object" && "unknown" in answer);

/** The mean of the dimensions' percentages; null while anything is open. */
function indexOf({ dimensions }: Questionnaire, scored: Map<string, Scored>): number | null {
  let [total, weights] = [0, 0];
  for (const { weight: own = 1, criteria } of dimensions) {
    let [sum, weight] = [0, 0];
    for (const { id, weight: one = 1 } of criteria) {
      const { state, level } = scored.get(id)!;
      if (state === "na") continue;
      if (state !== "answered") return null;
      sum += one * (level / top) * 100;
      weight += one;
    }
    if (weight === 0) continue;
    total += (own as number) * (sum / weight);
    weights += own as number;
  }
  return weights === 0 ? null : total / weights;
}

/** Who is served: by the core and full criteria of each department, three-valued. */
function served({ stakeholders }: Questionnaire, scored: Map<string, Scored>, criteria: Criterion[]) {
  const { served, partly, departments } = stakeholders!;
  const weightOf = new Map(criteria.map(({ id, weight = 1 }) => [id, weight]));
  const least = (ids: string[]) => {
    const some = ids.map(id => scored.get(id)!).filter(({ there }) => there > 0);
    const sure = some.filter(({ there }) => there === 2);
    return {
      lo: some.map(({ lo }) => lo).reduce(lowest, Infinity),
      hi: sure.map(({ hi }) => hi).reduce(lowest, sure.length > 0 ? Infinity : top),
      there: (sure.length > 0 ? 2 : some.length > 0 ? 1 : 0) as Truth,
    };
  };
  return departments.map(({ role, core, full }) => {
    const [whole, cores] = [least([...core, ...full]), least(core)];
    const everything = compared(whole, served, 0);
    const main = compared(cores, served, 0);
    const partial = compared(mean(core.length > 0 ? core : full, scored, weightOf), partly, 0);
    const state = (() => {
      if (everything === 2) return "fully-served";
      if (main === 2 && everything === 0) return "served";
      if (partial === 2 && everything === 0 && main === 0) return "partly";
      if (whole.there === 2 && everything === 0 && main === 0 && partial === 0) return "left-out";
      return "open";
    })();
    return { role, state };
  });
}

/** Bounds of a weighted mean of which some members may leave: tried one by one, since a department has few. */
function mean(ids: string[], scored: Map<string, Scored>, weightOf: Map<string, number>) {
  const some = ids.map(id => ({ ...scored.get(id)!, weight: weightOf.get(id)! })).filter(({ there }) => there > 0);
  const loose = some.filter(({ there }) => there === 1);
  let [lo, hi] = [Infinity, -Infinity];
  for (let choice = 0; choice < 1 << loose.length; choice++) {
    let [low, high, weight] = [0, 0, 0];
    for (const one of some) {
      if (one.there === 1 && !(choice & (1 << loose.indexOf(one)))) continue;
      low += one.lo * one.weight;
      high += one.hi * one.weight;
      weight += one.weight;
    }
    if (weight === 0) continue;
    lo = Math.min(lo, low / weight);
    hi = Math.max(hi, high / weight);
  }
  return { lo, hi, there: (loose.length < some.length ? 2 : some.length > 0 ? 1 : 0) as Truth };
}

function coverageOf(scored: Map<string, Scored>) {
  const counts = { answered: 0, unknown: 0, na: 0, unanswered: 0 };
  for (const { state } of scored.values()) counts[state]++;
  return counts;
}
