// The file of an interview. A change is written aside, flushed and renamed, so that a kill at any moment leaves the file before or
// after it, never torn; a file that somebody else changed meanwhile is left alone.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Point, writeWhole } from "../whole.ts";
import type { Change } from "./change.ts";
import { editText } from "./edit.ts";

export class ChangedMeanwhile extends Error {}

export interface Store {
  file: string;
  /** Writes the file with these changes in it; throws ChangedMeanwhile, or the system's error, and keeps them for the next time. */
  save(changes: readonly Change[]): void;
  /** The text as it should be, for a copy where the file cannot be written. */
  text(): string;
}

const hashOf = (text: string): string =>
  createHash("sha256")
    .update(text.replace(/^\ufeff/, ""))
    .digest("hex");

/** `text`: what the file holds, or is to hold when it does not exist yet. */
export function openStore(file: string, text: string, pass: (point: Point) => void = () => {}): Store {
  const json = isJson(text);
  let wanted = text;
  let written: string | null = existsSync(file) ? hashOf(text) : null;
  return {
    file,
    text: () => wanted,
    save: changes => {
      wanted = changes.reduce((text, change) => editText(text, change, json), wanted);
      const found = existsSync(file) ? hashOf(readFileSync(file, "utf8")) : null;
      if (found !== written) throw new ChangedMeanwhile();
      writeWhole(file, wanted, pass);
      written = hashOf(wanted);
    },
  };
}

/** By what it holds, not by its name: comments in a .json file are read as well, and then it is edited as YAML. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Removes what a process that was killed left beside the file. */
export function removeLeftovers(file: string): void {
  const folder = dirname(file);
  const start = `${basename(file)}.`;
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(start) ? /^(\d+)\.(?:tmp|probe)$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
