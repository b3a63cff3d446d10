// Files that nobody ever reads half of. In: a name and a text. Out: the file as it was or as it is to be, whatever happens between.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** Where a test may end the process. */
export type Point = "opened" | "half-written" | "written" | "flushed" | "renamed";

/** Writes aside, flushes, renames, and flushes the folder, so that the name survives a power cut too. */
export function writeWhole(name: string, text: string, pass: (point: Point) => void = () => {}): void {
  // Through a link to the file itself, which keeps its permissions: answers may be for few eyes.
  const known = existsSync(name);
  const file = known ? realpathSync(name) : name;
  const aside = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(aside, "w");
    try {
      if (known) chmodSync(aside, statSync(file).mode);
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
