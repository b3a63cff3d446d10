// Where a result goes: the standard output, or a file that nobody ever reads half of.
import { existsSync, statSync, writeFileSync } from "node:fs";
import { problem, UserError } from "../problem.ts";
import { writeWhole } from "../whole.ts";
import type { Io } from "./io.ts";

export function emit(io: Io, text: string, file?: string): void {
  if (file === undefined || file === "-") io.stdout.write(text);
  else writeResult(file, text);
}

/** A device or a pipe takes the text as it is; a folder is refused by both ways of writing. */
function writeResult(file: string, text: string): void {
  try {
    if (existsSync(file) && !statSync(file).isFile()) writeFileSync(file, text);
    else writeWhole(file, text);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new UserError([problem("output-unwritable", { file }, { reason })]);
  }
}
