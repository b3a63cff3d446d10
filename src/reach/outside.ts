// What voices from outside may say of the criteria that a goal reads them of. In: a reading. Out: whole sets of what they say. Rule
// kept: nobody outside is a set of its own; with a set fixed, bounds hold for every answer inside.

import type { Inputs } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import { highestOf } from "../questionnaire/outline.ts";
import type { Net } from "./net.ts";
import type { Reading } from "./reading.ts";

/** Levels by the index of the criterion. */
export type Outside = ReadonlyMap<number, number>;

export const nobody: Outside = new Map();

const mostSets = 256;

export function outsideSets(program: Program, net: Net, { order }: Reading): { sets: Outside[]; complete: boolean } {
  const { questionnaire } = program;
  const read = order.flatMap(cell => {
    const input = net.inputs[cell];
    return input?.kind === "outside" ? [input.index] : [];
  });
  if (read.length === 0 || !questionnaire.roles.some(role => role.outside)) return { sets: [nobody], complete: true };
  const tops = read.map(index => highestOf(questionnaire, program.criteria[index]!));
  const all = (level: (top: number, at: number) => number): Outside =>
    new Map(read.map((index, at) => [index, level(tops[at]!, at)]));
  if (tops.reduce((product, top) => product * (top + 2), 1) <= mostSets) {
    const sets = read.reduce<[number, number][][]>(
      (sets, index, at) =>
        sets.flatMap(set => [
          set,
          ...Array.from({ length: tops[at]! + 1 }, (_, level) => [...set, [index, level] as [number, number]]),
        ]),
      [[]],
    );
    return { sets: sets.map(set => new Map(set)), complete: true };
  }
  const mixed = [all((top, at) => (at % 2 === 0 ? top : 0)), all((top, at) => (at % 2 === 0 ? 0 : top))];
  return { sets: [nobody, all(() => 0), all(top => top), all(top => top >> 1), ...mixed], complete: false };
}

export function hear(inputs: Inputs, outside: Outside): void {
  inputs.outside.fill(Number.NaN);
  for (const [index, level] of outside) inputs.outside[index] = level;
}
