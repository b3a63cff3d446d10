// An evaluation without the names of people: their roles instead, also where a remark mentions a name.
import type { Evaluation, ResponseView } from "../model/evaluation.ts";
import type { View } from "./view.ts";

export function redact({ titles, words }: View, evaluation: Evaluation): Evaluation {
  const { voice, nobody } = words.report.answer;
  const heard = new Map<string | null, string[]>();
  for (const { respondent, role } of evaluation.criteria.flatMap(({ responses }) => responses)) {
    const known = heard.get(role) ?? [];
    if (respondent !== null && !known.includes(respondent)) known.push(respondent);
    heard.set(role, known);
  }
  const roleOf = (role: string | null) => (role === null ? nobody : titles.title("role", role));
  const replacements = [...heard]
    .flatMap(([role, names]) => names.map(name => ({ name, shown: roleOf(role) })))
    .sort((a, b) => b.name.length - a.name.length)
    .map(({ name, shown }) => ({ pattern: wholeWords(name), shown }));
  const without = (text: string): string =>
    replacements.reduce((kept, { pattern, shown }) => kept.replace(pattern, () => shown), text);
  /** Who it was is told only as far as it takes to tell several people of a role apart. */
  const anonymous = (respondent: string | null, role: string | null): string | null => {
    const people = heard.get(role)!;
    return respondent === null || people.length < 2 ? null : voice(people.indexOf(respondent) + 1);
  };
  const hide = ({ respondent, role, note, reason, evidence, ...rest }: ResponseView): ResponseView => ({
    ...rest,
    role,
    respondent: anonymous(respondent, role),
    ...(reason !== undefined && { reason: without(reason) }),
    ...(note !== undefined && { note: without(note) }),
    ...(evidence && {
      evidence: evidence.map(({ text, url, ...one }) => ({
        ...one,
        ...(text !== undefined && { text: without(text) }),
        ...(url !== undefined && without(readable(url)) === readable(url) && { url }),
      })),
    }),
  });
  return {
    ...evaluation,
    criteria: evaluation.criteria.map(criterion => ({
      ...criterion,
      agreed: criterion.agreed && { ...criterion.agreed, because: without(criterion.agreed.because) },
      responses: criterion.responses.map(hide),
    })),
  };
}

/** An address with its escapes undone, where they can be. */
function readable(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A name however its words are joined: in a sentence, or in an address. */
function wholeWords(name: string): RegExp {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const pattern = parts.length > 0 ? parts.join("[^\\p{L}\\p{N}]*") : name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "giu");
}
