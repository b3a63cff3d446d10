// The file of an interview. A change is written aside, flushed and renamed, so that a kill at any moment leaves the file before or
// after it, never torn; what somebody else wrote into it meanwhile is kept, too, or the file is left alone.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join as under } from "node:path";
import type { Assessment } from "../model/assessment.ts";
import { inTurn, isAlive, isOver, turnOf } from "../turn.ts";
import { type Point, writeWhole } from "../whole.ts";
import type { Change } from "./change.ts";
import { editText } from "./edit.ts";
import { type Joined, join } from "./join.ts";

export class ChangedMeanwhile extends Error {}

/** What the file holds after somebody else has written into it, too. */
export interface Shared {
  assessment: Assessment;
  indexOf: Joined["indexOf"];
}

export interface Store {
  file: string;
  /** Writes the file with these changes in it; throws ChangedMeanwhile, or the system's error, and keeps them for the next time. */
  save(changes: readonly Change[]): Shared | null;
  /** The text as it should be, for a copy where the file cannot be written. */
  text(): string;
}

export interface Opening {
  pass?: (point: Point) => void;
  /** The assessment in a text; null where it has a problem. Without it, a file that somebody else changed is left alone. */
  read?: (text: string) => Assessment | null;
}

const mark = "\ufeff";
/** What the file holds, and the mark before it; null where there is none. */
function contentOf(file: string): { start: string; text: string } | null {
  if (!existsSync(file)) return null;
  const whole = readFileSync(file, "utf8");
  const start = whole.startsWith(mark) ? mark : "";
  return { start, text: whole.slice(start.length) };
}

/** `text`: what the file holds, or is to hold when it does not exist yet. */
export function openStore(file: string, text: string, { pass = () => {}, read = () => null }: Opening = {}): Store {
  const before = contentOf(file);
  const start = before?.start ?? "";
  let saved = text;
  let wanted = text;
  /** Changes that no file holds yet. */
  let unsaved: Change[] = [];
  let isThere = before !== null;

  /** Ours put into what the other one wrote. */
  function joined(found: string): Shared {
    const [base, theirs] = [read(saved), read(found)];
    const both = base && theirs && join(base, theirs, unsaved);
    if (!both) throw new ChangedMeanwhile();
    const text = both.changes.reduce(editText, found);
    const assessment = read(text);
    if (!assessment) throw new ChangedMeanwhile();
    wanted = text;
    return { assessment, indexOf: both.indexOf };
  }

  return {
    file,
    text: () => wanted,
    save: changes => {
      unsaved = [...unsaved, ...changes];
      wanted = changes.reduce(editText, wanted);
      return inTurn(file, () => {
        const found = contentOf(file)?.text ?? null;
        const same = found === (isThere ? saved : null);
        if (!same && found === null) throw new ChangedMeanwhile();
        const shared = same ? null : joined(found!);
        writeWhole(file, start + wanted, { pass });
        [saved, unsaved, isThere] = [wanted, [], true];
        return shared;
      });
    },
  };
}

/** Removes what a process that was killed left beside the file. */
export function removeLeftovers(file: string): void {
  if (isOver(turnOf(file))) rmSync(turnOf(file), { force: true });
  const folder = dirname(file);
  const start = `${basename(file)}.`;
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(start) ? /^(\d+)\.[0-9a-f]+\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(under(folder, name), { force: true });
  }
}
