// Where a result goes: the standard output, or a file written whole.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { problem, UserError } from "../problem.ts";
import type { Io } from "./io.ts";

export function emit(io: Io, text: string, file?: string): void {
  if (file === undefined || file === "-") io.stdout.write(text);
  else writeWhole(file, text);
}

/** Writes beside the file and renames, so that nobody reads half of it. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    const reason = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new UserError([problem("output-unwritable", { file }, { reason })]);
  }
}
