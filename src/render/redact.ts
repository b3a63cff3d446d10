// An evaluation and its cover without the names of people: their roles instead, also where a remark, a link or a fact names one. In: both.
// Out: the same without names. Rule kept: an address that names somebody is dropped, since half of one leads nowhere.
import { domainToUnicode } from "node:url";
import type { Agreed, Cover } from "../model/assessment.ts";
import type { Evaluation, GridView, ResponseView } from "../model/evaluation.ts";
import { sameKey } from "../model/names.ts";
import { peopleFinder, readableAddress, wordKey } from "./people-in-text.ts";
import type { View } from "./view.ts";

export interface Redactable {
  evaluation: Evaluation;
  cover: Cover | undefined;
}

interface Spoken {
  name: string;
  role: string | null;
}

export function redact(view: View, { evaluation, cover }: Redactable): Redactable {
  const { titles, words, questionnaire } = view;
  const { voice, nobody } = words.report.answer;
  const roleOf = (role: string | null) => (role === null ? nobody : titles.title("role", role));
  const heard = peopleIn(evaluation);
  const first = new Map(heard.map(({ name, role }) => [wordKey(name), role] as const).toReversed());
  const people = [...heard, ...evaluation.facts.flatMap(({ by }) => (by === null ? [] : { name: by, role: null }))];
  const shownFor = (name: string) => roleOf(first.get(wordKey(name)) ?? null);
  const unique = [...new Map(people.map(({ name }) => [name, { name, shown: shownFor(name) }])).values()];
  const vocabulary = { roles: questionnaire.roles.map(({ title }) => title), texts: textsIn(questionnaire) };
  const { hide, names } = peopleFinder(unique, vocabulary, nobody);
  const isNamedIn = (address: string) =>
    names(readableAddress(address).replace(/\bxn--[a-z0-9-]+/gi, label => domainToUnicode(label)));

  const anonymous = anonymousIn(heard, voice);
  const hidden = <Key extends string>(part: { [K in Key]?: string | null }, ...keys: Key[]) =>
    Object.fromEntries(keys.flatMap(key => (part[key] == null ? [] : [[key, hide(part[key])]])));
  const response = (one: ResponseView): ResponseView => ({
    ...one,
    respondent: anonymous(one.respondent, one.role),
    ...hidden(one, "reason", "note"),
    ...(one.evidence && {
      evidence: one.evidence.map(({ url, ...rest }) => ({
        ...rest,
        ...hidden(rest, "text"),
        ...(url !== undefined && !isNamedIn(url) && { url }),
      })),
    }),
  });
  const agreed = (one: Agreed): Agreed => ({
    ...one,
    ...hidden(one, "because"),
    ...("na" in one && hidden(one, "na")),
  });
  const { logo, ...texts } = cover ?? {};
  return {
    evaluation: {
      ...evaluation,
      facts: evaluation.facts.map(fact => ({
        ...fact,
        ...(titles.fact(fact.id).type === "text" && typeof fact.value === "string" && { value: hide(fact.value) }),
        by: fact.by === null ? null : shownFor(fact.by),
        ...hidden(fact, "note"),
      })),
      criteria: evaluation.criteria.map(criterion => ({
        ...criterion,
        agreed: criterion.agreed && agreed(criterion.agreed),
        responses: criterion.responses.map(response),
      })),
      findings: evaluation.findings.map(one => (one.kind === "same-name" ? { ...one, respondent: nobody } : one)),
      grids: evaluation.grids.map(grid => gridWith(grid, anonymous)),
    },
    cover: cover && {
      ...texts,
      ...hidden(texts, "title", "preparedBy"),
      ...(logo !== undefined && !isNamedIn(logo) && { logo }),
    },
  };
}

/** Who it was is told only as far as it takes to tell several people of a role apart. */
function anonymousIn(heard: Spoken[], voice: (number: number) => string) {
  const ofRoles = new Map<string | null, string[]>();
  for (const { name, role } of heard) {
    const keys = ofRoles.get(role) ?? [];
    ofRoles.set(role, keys.includes(sameKey(name)) ? keys : [...keys, sameKey(name)]);
  }
  return (respondent: string | null, role: string | null): string | null => {
    const keys = ofRoles.get(role) ?? [];
    return respondent === null || keys.length < 2 ? null : voice(keys.indexOf(sameKey(respondent)) + 1);
  };
}

const gridWith = (grid: GridView, name: ReturnType<typeof anonymousIn>): GridView => ({
  ...grid,
  rows: grid.rows.map(row => ({
    ...row,
    answers: row.answers.map(one => ({ ...one, respondent: name(one.respondent, one.role) })),
  })),
});

/** Everybody who answered, role by role, each once. */
function peopleIn({ criteria, grids }: Evaluation): Spoken[] {
  const answers = [
    ...criteria.flatMap(({ responses }) => responses),
    ...grids.flatMap(({ rows }) => rows.flatMap(row => row.answers)),
  ];
  const named = answers.flatMap(({ respondent, role }) => (respondent === null ? [] : { name: respondent, role }));
  return [...new Map(named.map(one => [JSON.stringify([one.role, one.name]), one])).values()];
}

function textsIn(part: unknown): string[] {
  if (typeof part === "string") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(textsIn) : [];
}
