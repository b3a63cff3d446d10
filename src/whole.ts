// Files that nobody ever reads half of. In: a name and a text. Out: the file as it was or as it is to be, whatever happens between;
// with the owner, group and rights that it had.

import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** Where a test may end the process. */
export type Point = "opened" | "half-written" | "written" | "flushed" | "renamed";

/** Why a file cannot be written and stay what it is. */
export type Obstacle = "link-dangling" | "file-read-only" | "file-linked" | "file-owner";

/** What keeps a file from being saved as what it is: it is put in place of the old one, which must not be felt. */
export function obstacleTo(name: string): Obstacle | null {
  if (isDangling(name)) return "link-dangling";
  const known = statSync(name, { throwIfNoEntry: false });
  if (!known?.isFile()) return null;
  // The owner of everything may write what nobody may: what counts is what the file says.
  if ((known.mode & 0o222) === 0) return "file-read-only";
  if (known.nlink > 1) return "file-linked";
  return canKeepOwner(name, known) ? null : "file-owner";
}

const isDangling = (name: string): boolean =>
  lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink() === true && !existsSync(name);

/** Tried on an empty file beside it, which tells that the folder takes one, too; throws the system's error where it does not. */
function canKeepOwner(name: string, { uid, gid }: Stats): boolean {
  const { descriptor, aside } = openAside(realpathSync(name));
  try {
    fchownSync(descriptor, uid, gid);
    return true;
  } catch {
    return false;
  } finally {
    closeSync(descriptor);
    rmSync(aside, { force: true });
  }
}

/** A new file that nobody can have put there before, under a name that nobody can guess. */
export function openAside(file: string): { descriptor: number; aside: string } {
  const aside = `${file}.${process.pid}.${randomBytes(6).toString("hex")}.tmp`;
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
  return { descriptor: openSync(aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666), aside };
}

/** Writes aside, flushes, renames, and flushes the folder, so that the name survives a power cut too. */
export function writeWhole(
  name: string,
  text: string,
  { pass = () => {} }: { pass?: (point: Point) => void } = {},
): void {
  if (isDangling(name)) throw Object.assign(new Error("a link to nothing"), { code: "ENOENT" });
  // Through a link to the file itself, which keeps its owner and rights: answers may be for few eyes.
  const known = existsSync(name) ? statSync(name) : null;
  const file = known ? realpathSync(name) : name;
  const { descriptor, aside } = openAside(file);
  try {
    try {
      if (known) keep(descriptor, known);
      pass("opened");
      const bytes = Buffer.from(text);
      const half = bytes.length >> 1;
      // Not writeSync: on a disk that is almost full it writes less than it is given, and says nothing.
      writeFileSync(descriptor, bytes.subarray(0, half));
      pass("half-written");
      writeFileSync(descriptor, bytes.subarray(half));
      pass("written");
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    pass("flushed");
    renameSync(aside, file);
  } catch (error) {
    try {
      rmSync(aside, { force: true });
    } catch {
      // What went wrong first is what has to be told.
    }
    throw error;
  }
  pass("renamed");
  flushFolder(dirname(file));
}

/** Owner and group first: giving a file away takes rights from it. A result may lose its owner; answers are asked about before. */
function keep(descriptor: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Not ours to give.
  }
  fchmodSync(descriptor, mode & 0o7777);
}

/** The file is whole and in its place by now: a system that cannot flush a folder costs nothing but this. */
function flushFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Nothing to be told: see above.
  }
}
