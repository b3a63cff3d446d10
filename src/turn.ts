// One writer at a time. In: a file and what to do with it. Out: what that returns. Rule kept: between reading a file and putting
// another in its place nobody else who asks does the same.
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./files.ts";

/** Milliseconds: a turn takes as long as a save does; who waits longer is told that the file is busy. */
const patience = 3_000;
const pause = 3;
/** Milliseconds after which the turn of a machine that cannot be asked is over. */
const longest = 30_000;

/** Of the file itself, by whatever link it is called. */
export const turnOf = (file: string): string => `${existsSync(file) ? realpathSync(file) : file}.turn`;

export function inTurn<T>(file: string, act: () => T): T {
  const turn = turnOf(file);
  const end = Date.now() + patience;
  while (!taken(turn)) {
    if (isOver(turn)) rmSync(turn, { force: true });
    else if (Date.now() > end) throw Object.assign(new Error("another process is writing"), { code: "EBUSY" });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  try {
    return act();
  } finally {
    rmSync(turn, { force: true });
  }
}

function taken(turn: string): boolean {
  try {
    const descriptor = openSync(turn, "wx", 0o600);
    try {
      writeFileSync(descriptor, `${process.pid} ${hostname()}`);
    } catch (error) {
      rmSync(turn, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Whether who had it is gone; one that does not say who was ended while it was taken. */
export function isOver(turn: string): boolean {
  try {
    const [pid = "", host] = readFileSync(turn, "utf8").split(" ");
    if (host === hostname()) return !isAlive(Number(pid));
    return Date.now() - statSync(turn).mtimeMs > (host === undefined ? patience / 2 : longest);
  } catch {
    return false;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
