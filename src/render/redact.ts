// An evaluation without the names of people: their roles instead, also where a remark or an address mentions a name.
import type { Assessment, Evidence } from "../model/assessment.ts";
import type { Evaluation, ResponseView } from "../model/evaluation.ts";
import { sameName } from "../model/person.ts";
import { replaceNames } from "./names.ts";
import type { View } from "./view.ts";

export interface Told {
  evaluation: Evaluation;
  cover: Assessment["report"];
}

export function redact({ titles, words }: View, { evaluation, cover }: Told): Told {
  const { voice, nobody } = words.report.answer;
  const heard = new Map<string | null, string[]>();
  const voices = [
    ...evaluation.criteria.flatMap(({ responses }) => responses),
    ...evaluation.grids.flatMap(({ rows }) => rows.flatMap(({ answers }) => answers)),
  ];
  for (const { respondent, role } of voices) {
    const known = heard.get(role) ?? [];
    if (respondent !== null && !known.some(name => sameName(name, respondent))) known.push(respondent);
    heard.set(role, known);
  }
  const roleOf = (role: string | null) => (role === null ? nobody : titles.title("role", role));
  const givers = evaluation.facts.flatMap(({ by }) => (by === null ? [] : { name: by, shown: nobody }));
  const people = [...heard].flatMap(([role, names]) => names.map(name => ({ name, shown: roleOf(role) })));
  const without = replaceNames([...people, ...givers]);
  /** Who it was is told only as far as it takes to tell several people of a role apart. */
  const anonymous = (respondent: string | null, role: string | null): string | null => {
    const people = heard.get(role)!;
    if (respondent === null || people.length < 2) return null;
    return voice(people.findIndex(name => sameName(name, respondent)) + 1);
  };
  const seen = ({ text, url, ...one }: Evidence): Evidence => ({
    ...one,
    ...(text !== undefined && { text: without(text) }),
    ...(url !== undefined && without(readable(url)) === readable(url) && { url }),
  });
  const hide = ({ respondent, role, note, reason, evidence, ...rest }: ResponseView): ResponseView => ({
    ...rest,
    role,
    respondent: anonymous(respondent, role),
    ...(reason !== undefined && { reason: without(reason) }),
    ...(note !== undefined && { note: without(note) }),
    ...(evidence && { evidence: evidence.map(seen) }),
  });
  return {
    cover: cover && {
      ...cover,
      ...(cover.title !== undefined && { title: without(cover.title) }),
      ...(cover.preparedBy !== undefined && { preparedBy: without(cover.preparedBy) }),
    },
    evaluation: {
      ...evaluation,
      findings: evaluation.findings.map(one =>
        one.kind === "same-name" ? { ...one, respondent: without(one.respondent) } : one,
      ),
      facts: evaluation.facts.map(fact => ({
        ...fact,
        by: fact.by && without(fact.by),
        note: fact.note && without(fact.note),
      })),
      criteria: evaluation.criteria.map(criterion => ({
        ...criterion,
        agreed: criterion.agreed && {
          ...criterion.agreed,
          because: without(criterion.agreed.because),
        },
        responses: criterion.responses.map(hide),
      })),
      grids: evaluation.grids.map(grid => ({
        ...grid,
        rows: grid.rows.map(row => ({
          ...row,
          answers: row.answers.map(answer => ({ ...answer, respondent: anonymous(answer.respondent, answer.role) })),
        })),
      })),
    },
  };
}

/** An address as a person reads it: its escapes undone where they can be, a plus for the space that it stands for. */
const readable = (url: string): string =>
  url.replaceAll("+", " ").replace(/(?:%[0-9a-f]{2})+/gi, escaped => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
