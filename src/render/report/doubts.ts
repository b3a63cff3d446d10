// What is not certain about the answers: who disagrees, who was not heard, what nobody could say and whom to ask, what is old.
import type { Evaluation, Finding, Interval } from "../../model/evaluation.ts";
import { naDecides } from "../brief/sure.ts";
import { cleanMarkdown as md } from "../clean.ts";
import { digitsOf, printInterval } from "../figures.ts";
import { bullets, heading } from "../page.ts";
import type { View } from "../view.ts";
import type { Material } from "./material.ts";

export function doubts({ view, evaluation }: Material): string[] {
  const { findings } = evaluation;
  const { doubt } = view.words.report;
  const part = (title: string, items: string[]) =>
    items.length > 0 ? [heading(3, title), bullets(items.map(md))] : [];
  const own = findings.flatMap(finding => sentence(view, evaluation, finding));
  return [
    ...part(doubt.disagree, [...own, ...uncorroborated(view, findings)]),
    ...part(doubt.unheard, unheard(view, findings)),
    ...part(doubt.ask, toAsk(view, evaluation)),
  ];
}

/** A finding that stands on its own; those of a kind that comes in crowds are told together. */
function sentence(view: View, evaluation: Evaluation, found: Finding): string[] {
  const { criteria, measures } = evaluation;
  const { titles, words } = view;
  const { finding } = words.report;
  const title = found.refs[0] === undefined ? "" : titles.figureTitle(found.refs[0]);
  const agreed = criteria.find(({ id }) => id === found.refs[0])?.agreed;
  const roleTitle = (role: string | null) => (role === null ? finding.noRole : titles.title("role", role));
  switch (found.kind) {
    case "disagreement": {
      const said = [...new Set(found.answers.map(({ role, level }) => finding.said(roleTitle(role), level)))];
      return [agreed ? finding.settled(title, said, agreed.because) : finding.disagreement(title, said)];
    }
    case "straddle":
      return agreed ? [] : [finding.straddle(title, titles.title("gate", found.gate), found.needs)];
    case "na-disputed":
      return [finding.disputed(title, found.roles.map(roleTitle))];
    case "na-decides":
      return naDecides(view, evaluation, found.refs.length);
    case "same-name":
      return [finding.isSameName(found.respondent, titles.roles(found.roles))];
    case "odd-date":
      return [finding.oddDate(found.of, found.date, found.odd, found.refs[0] === undefined ? null : title)];
    case "na-heavy":
      return [finding.heavy(found.refs.map(titles.itemTitle))];
    case "stale-evidence":
      return [finding.stale(title, found.dates.map(words.date))];
    case "capped": {
      const caps = found.by.map(cap => titles.title("cap", cap));
      const figure = measures.find(({ id }) => id === found.refs[0]);
      if (!figure?.uncapped) return [finding.capped(title, found.answered, found.counted, caps)];
      const printed = (one: Interval) => printInterval(words, one, digitsOf(one));
      return [finding.lowered(title, printed(figure.uncapped), printed(figure), caps)];
    }
    case "say-do-gap":
      return [finding.gap(title, found.inside, found.outside)];
    default:
      return [];
  }
}

function uncorroborated({ titles, words }: View, findings: Finding[]): string[] {
  const alone = findings.flatMap(({ kind, refs }) => (kind === "uncorroborated" ? refs : []));
  return alone.length > 0 ? [words.report.finding.uncorroborated(alone.map(titles.itemTitle))] : [];
}

/** One sentence a role: on how many questions it was not heard, and which of them decide. */
function unheard({ titles, words, questionnaire }: View, findings: Finding[]): string[] {
  const { finding } = words.report;
  const missing = findings.flatMap(one => (one.kind === "missing-voice" ? [one] : []));
  return questionnaire.roles.flatMap(({ id, title }) => {
    const own = missing.filter(({ roles }) => roles.includes(id));
    const deciding = own.filter(({ gate }) => gate);
    if (own.length === 0) return [];
    if (deciding.length === 0) return [finding.unheardCount(title, own.length)];
    const best = own.filter(({ bestPlaced, roles }) => bestPlaced && roles[0] === id).length;
    const names = deciding.flatMap(({ refs }) => refs.map(titles.itemTitle));
    return [finding.unheardMany(title, own.length, names, best)];
  });
}

/** What was asked and nobody could say; what nobody was asked yet, by the roles to ask; the facts that are missing. */
function toAsk(view: View, { roadmap, criteria, facts }: Evaluation): string[] {
  const { titles, words } = view;
  const { finding } = words.report;
  const named = (roles: string[]) => titles.roles(roles);
  const heard = (id: string) =>
    criteria
      .find(one => one.id === id)!
      .responses.flatMap(({ role, outside }) => (role === null || outside ? [] : role));
  const unsaid = roadmap.ask.filter(id => heard(id).length > 0);
  const blank = facts.filter(({ value }) => value === null).map(({ id }) => id);
  return [
    ...unsaid.map(id => {
      const asked = [...new Set(heard(id))];
      return finding.unsaid(
        titles.itemTitle(id),
        named(asked),
        named(titles.rolesOf(id).filter(role => !asked.includes(role))),
      );
    }),
    ...byRoles(
      view,
      roadmap.ask.filter(id => !unsaid.includes(id)),
    ).map(([roles, titles]) => finding.ask(named(roles), titles)),
    ...byRoles(view, blank).map(([roles, titles]) => finding.factsToAsk(named(roles), titles)),
  ];
}

/** The titles of what the same roles can say, together. */
function byRoles({ titles }: View, ids: string[]): [string[], string[]][] {
  const groups = new Map<string, [string[], string[]]>();
  for (const id of ids) {
    const roles = titles.rolesOf(id);
    const group = groups.get(roles.join(" ")) ?? [roles, []];
    group[1].push(titles.itemTitle(id));
    groups.set(roles.join(" "), group);
  }
  return [...groups.values()];
}
