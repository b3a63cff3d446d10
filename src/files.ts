// Bytes from the disk. In: a file's name. Out: its text, or one problem that says why there is none.
// Rules kept: the size is known before anything is read, and never more than the limit is read, whatever kind of file it is; and
// it is known what was read, whatever name it went by.
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { type Problem, problem, UserError } from "./problem.ts";

export const byteLimit = 8 * 1024 * 1024;

/** What reading needs of a disk; tests hand in another one. */
export interface Files {
  stat(file: string): { bytes: number; directory: boolean };
  /** At most `limit` bytes from the start. */
  read(file: string, limit: number): Uint8Array;
}

export const disk: Files = {
  stat(file) {
    const found = statSync(file);
    return { bytes: found.size, directory: found.isDirectory() };
  },
  read(file, limit) {
    const descriptor = openSync(file, "r");
    try {
      const chunks: Buffer[] = [];
      for (let total = 0; total < limit; ) {
        const chunk = Buffer.allocUnsafe(Math.min(65536, limit - total));
        const count = readSync(descriptor, chunk);
        if (count === 0) break;
        chunks.push(chunk.subarray(0, count));
        total += count;
      }
      return Buffer.concat(chunks);
    } finally {
      closeSync(descriptor);
    }
  },
};

/** The text of a file in UTF-8, without a byte order mark. */
export function readText(file: string, files: Files = disk): string {
  return decode(readBytes(file, files), file);
}

/** What the system calls an error, such as ENOSPC; null for any other. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && "code" in error ? String(error.code) : null;

export const isThere = (file: string): boolean => existsSync(file);

/** Device and inode of what this run has read: links and other spellings are the same file. */
let inputs = new Set<string>();

/** A new run has read nothing. */
export const forgetInputs = (): void => {
  inputs = new Set();
};

/** Stands for this run, for whoever keeps something as long as it lasts. */
export const thisRun = (): object => inputs;

/** The text of a file that the run works from, which no output may take the place of. */
export function readInput(file: string, files: Files = disk): string {
  const text = readText(file, files);
  const identity = identityOf(file);
  if (identity !== null) inputs.add(identity);
  return text;
}

export const wasRead = (file: string): boolean => inputs.has(identityOf(file) ?? "");

/** Null where there is no such file or can be none, and for devices and pipes, which a result may go to in any case. */
function identityOf(file: string): string | null {
  try {
    const found = statSync(file, { bigint: true });
    return found.isFile() ? `${found.dev}:${found.ino}` : null;
  } catch {
    return null;
  }
}

function readBytes(file: string, files: Files): Uint8Array {
  try {
    const { bytes, directory } = files.stat(file);
    if (directory) fail(problem("file-directory", { file }, {}));
    if (bytes > byteLimit) fail(problem("file-too-big", { file }, { bytes, limit: byteLimit }));
    // A pipe or a device tells no size: one byte more than allowed gives it away.
    const content = files.read(file, byteLimit + 1);
    if (content.length > byteLimit) fail(problem("file-too-big", { file }, { bytes: null, limit: byteLimit }));
    return content;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError([unreadable(file, error)]);
  }
}

function unreadable(file: string, error: unknown): Problem {
  const code = codeOf(error);
  if (code === null) throw error;
  if (file === "") return problem("file-unnamed", null, {});
  if (code === "ENOENT" || code === "ENOTDIR") return problem("file-missing", { file }, {});
  if (code === "EACCES" || code === "EPERM") return problem("file-forbidden", { file }, {});
  if (code === "EISDIR") return problem("file-directory", { file }, {});
  return problem("file-unreadable", { file }, { reason: code });
}

function decode(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (utf16 || bytes.subarray(0, 4096).includes(0)) fail(problem("file-encoding", { file }, { utf16: true }));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = new TextDecoder().decode(bytes).split("\uFFFD", 1)[0]!.split("\n");
    return fail(
      problem("file-encoding", { file, line: before.length, col: before.at(-1)!.length + 1 }, { utf16: false }),
    );
  }
}

function fail(found: Problem): never {
  throw new UserError([found]);
}
