// The file of an interview. A change is written aside, flushed and renamed, so that a kill at any moment leaves the file before or
// after it, never torn; a file that somebody else changed meanwhile is left alone.
import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Change } from "./change.ts";
import { editText } from "./edit.ts";

/** Where a test may end the process. */
export type Point = "opened" | "half-written" | "written" | "flushed" | "renamed";

export class ChangedMeanwhile extends Error {}

export interface Store {
  file: string;
  /** Writes the file with these changes in it; throws ChangedMeanwhile, or the system's error, and keeps them for the next time. */
  save(changes: readonly Change[]): void;
  /** The text as it should be, for a copy where the file cannot be written. */
  text(): string;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** `text`: what the file holds, or is to hold when it does not exist yet. */
export function openStore(file: string, text: string, pass: (point: Point) => void = () => {}): Store {
  const json = file.endsWith(".json");
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

/** Writes aside, flushes, renames, and flushes the folder, so that the name survives a power cut too. */
export function writeWhole(file: string, text: string, pass: (point: Point) => void = () => {}): void {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(aside, "w");
    try {
      pass("opened");
      const bytes = Buffer.from(text);
      const half = bytes.length >> 1;
      writeSync(descriptor, bytes, 0, half);
      pass("half-written");
      writeSync(descriptor, bytes, half);
      pass("written");
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    pass("flushed");
    renameSync(aside, file);
    pass("renamed");
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  const folder = openSync(dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
