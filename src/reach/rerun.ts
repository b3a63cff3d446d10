// Brings a frame up to date after one answer has changed. In: the answer's slot. Out: what that cost; the cells of the reading are as
// if all had been run. Rule kept: a cell is run again only if something that it reads came out otherwise.
import type { Run } from "../calculate/cells.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import type { Net } from "./net.ts";
import type { Reading } from "./reading.ts";
import type { Slot } from "./slots.ts";

interface Stage {
  cell: number;
  run: Run<Frame>;
  readers: number[];
}

export type Rerun = (slot: Slot) => number;

export function createRerun(program: Program, net: Net, frame: Frame, { within }: Reading): Rerun {
  const known = new Map<Slot, Stage[]>();
  const stale = new Uint8Array(program.size);
  const made = new Map<number, Stage>();
  function stepOf(cell: number): Stage {
    const readers = made.get(cell)?.readers ?? net.readers[cell]!.filter(reader => within.has(reader));
    const step = made.get(cell) ?? { cell, run: program.pass([cell]), readers };
    made.set(cell, step);
    return step;
  }

  function stepsOf(slot: Slot): Stage[] {
    const found = new Set(slot.cells.filter(cell => within.has(cell)));
    for (const cell of found) for (const reader of stepOf(cell).readers) found.add(reader);
    const steps = [...found].sort((a, b) => net.place[a]! - net.place[b]!).map(stepOf);
    known.set(slot, steps);
    return steps;
  }

  /** Whether it came out otherwise. */
  function runs({ cell, run }: Stage): boolean {
    const { lo, hi, value, absent, truth } = frame;
    const [oldLo, oldHi, oldValue] = [lo[cell], hi[cell], value[cell]];
    const [oldAbsent, oldTruth] = [absent[cell], truth[cell]];
    run(frame);
    return !(
      oldTruth === truth[cell] &&
      oldAbsent === absent[cell] &&
      Object.is(oldLo, lo[cell]) &&
      Object.is(oldHi, hi[cell]) &&
      Object.is(oldValue, value[cell])
    );
  }

  return slot => {
    const steps = known.get(slot) ?? stepsOf(slot);
    let work = steps.length;
    // What reads an answer may ask for more of it than its figure: by whom or what it is shown, or that it is there.
    const own = new Set(slot.cells);
    for (const cell of own) stale[cell] = 1;
    for (const step of steps) {
      if (stale[step.cell] === 0) continue;
      stale[step.cell] = 0;
      work += net.cost[step.cell]!;
      if (runs(step) || own.has(step.cell)) for (const reader of step.readers) stale[reader] = 1;
    }
    return work;
  };
}
