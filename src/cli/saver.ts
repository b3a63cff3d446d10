// Keeps an interview's file up with its state, and never lets a failure cost an answer.
import { closeSync, existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { ChangedMeanwhile, type Shared, type Store } from "../assessment/store.ts";
import { codeOf } from "../files.ts";
import type { State } from "../interview/state.ts";
import { problem, UserError } from "../problem.ts";
import { obstacleTo, openAside, writeWhole } from "../whole.ts";

export interface Saver {
  /** Saves what is new in a state; where it cannot, the state says so, and the next one tries again. */
  keep(state: State): State;
  /** Throws when something is not in the file, after putting all of it in another one. */
  finish(): void;
}

export function createSaver(store: Store): Saver {
  let told = 0;
  let trouble: "conflict" | string | null = null;
  return {
    keep: state => {
      const fresh = state.log.slice(told);
      if (fresh.length === 0 && trouble === null) return state;
      told = state.log.length;
      try {
        const shared = store.save(fresh);
        trouble = null;
        return shared === null ? state : together(state, shared);
      } catch (error) {
        if (error instanceof ChangedMeanwhile) {
          trouble = "conflict";
          return { ...state, ended: "quit" };
        }
        trouble = reasonOf(error);
        return { ...state, message: { code: "not-saved", reason: trouble } };
      }
    },
    finish: () => {
      if (trouble === null) return;
      const { file } = store;
      const copy = copyOf(file, trouble === "conflict" ? null : tmpdir());
      writeWhole(copy, store.text());
      const place = { file };
      throw new UserError([
        trouble === "conflict"
          ? problem("changed-meanwhile", place, { copy })
          : problem("not-saved", place, { copy, reason: trouble }),
      ]);
    },
  };
}

/** The same interview in a file that holds the answers of somebody else, too: whoever came first keeps their place in it. */
const together = (state: State, { assessment, indexOf }: Shared): State => ({
  ...state,
  assessment,
  response: state.response === null ? null : indexOf(state.response),
  message: state.message ?? { code: "joined" },
});

const reasonOf = (error: unknown): string => codeOf(error) ?? String(error);

/** A free name beside the file, or in another folder. */
function copyOf(file: string, folder: string | null): string {
  const ending = extname(file);
  const stem = folder === null ? file.slice(0, file.length - ending.length) : join(folder, basename(file, ending));
  let name = `${stem}.mine${ending}`;
  for (let at = 2; existsSync(name); at++) name = `${stem}.mine-${at}${ending}`;
  return name;
}

/** Said before the first question, not after the last: whether the file can be saved, and as what it is. */
export function assertWritable(file: string): void {
  const place = { file };
  try {
    const obstacle = obstacleTo(file);
    if (obstacle) throw new UserError([problem(obstacle, place, {})]);
    const { descriptor, aside } = openAside(file);
    closeSync(descriptor);
    rmSync(aside);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError([problem("output-unwritable", place, { reason: reasonOf(error) })]);
  }
}
