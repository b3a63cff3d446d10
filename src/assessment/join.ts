// Two people who answer in the same file at once. In: the assessment as it was when both began, as the other one left it, and the
// changes of this one. Out: these changes as they fit the other's file; null where both changed the same thing, so that a person has
// to decide. Rule kept: nothing is lost, and the last one does not win.
import { isDeepStrictEqual } from "node:util";
import type { Assessment, Response } from "../model/assessment.ts";
import { sameKey } from "../model/names.ts";
import type { Change } from "./change.ts";

export interface Joined {
  changes: Change[];
  /** Where a response of this side stands in the joined file. */
  indexOf(response: number): number;
}

const identityOf = ({ respondent, role }: { respondent?: string | undefined; role?: string | undefined }): string =>
  JSON.stringify([respondent === undefined ? null : sameKey(respondent), role ?? null]);

/** The place of the only response of somebody; -1 where there is none, or where it is not clear which one it is. */
function placeOf(list: Response[], identity: string): number {
  const places = list.flatMap((one, at) => (identityOf(one) === identity ? [at] : []));
  return places.length === 1 ? places[0]! : -1;
}

export function join(base: Assessment, theirs: Assessment, ours: readonly Change[]): Joined | null {
  const [before, now] = [base.responses ?? [], theirs.responses ?? []];
  const places = new Map(before.map((one, at) => [at, placeOf(now, identityOf(one))]));
  /** The other side left this response as it was. */
  const isOurs = (at: number): boolean => {
    const place = places.get(at) ?? -1;
    return place >= 0 && (at >= before.length || isDeepStrictEqual(before[at], now[place]));
  };
  let [mine, count] = [before.length, now.length];
  const changes: Change[] = [];
  for (const change of ours) {
    switch (change.kind) {
      case "organization":
      case "lineOfBusiness":
        if (base[change.kind] !== theirs[change.kind]) return null;
        changes.push(change);
        break;
      case "fact":
        if (!isDeepStrictEqual(base.facts?.[change.id], theirs.facts?.[change.id])) return null;
        changes.push(change);
        break;
      case "agree":
        if (!isDeepStrictEqual(base.agreed?.[change.id], theirs.agreed?.[change.id])) return null;
        changes.push(change);
        break;
      case "respond":
        if (now.some(one => identityOf(one) === identityOf(change))) return null;
        places.set(mine++, count++);
        changes.push(change);
        break;
      case "rename":
      case "role": {
        if (!isOurs(change.response)) return null;
        const place = places.get(change.response)!;
        const said = change.kind === "role" ? { role: change.role } : { respondent: change.respondent };
        const identity = identityOf({ ...now[place], ...said });
        if (now.some((one, at) => at !== place && identityOf(one) === identity)) return null;
        changes.push({ ...change, response: place });
        break;
      }
      case "leave": {
        if (!isOurs(change.response)) return null;
        const place = places.get(change.response)!;
        changes.push({ ...change, response: place });
        for (const [at, other] of [...places]) {
          if (at > change.response) places.set(at - 1, other > place ? other - 1 : other);
        }
        places.delete(--mine);
        count--;
        break;
      }
      default:
        if (!isOurs(change.response)) return null;
        changes.push({ ...change, response: places.get(change.response)! });
    }
  }
  return { changes, indexOf: at => places.get(at) ?? at };
}
