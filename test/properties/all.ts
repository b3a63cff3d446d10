// Every property, by what it is about.
import { additions } from "./additions.ts";
import { consensus } from "./consensus.ts";
import { flagshipProperties } from "./flagship.ts";
import { gridProperties } from "./grids.ts";
import { headline } from "./headline.ts";
import { oneRound } from "./one-round.ts";
import type { Property } from "./property.ts";
import { reaching } from "./reach.ts";
import { runnerUps } from "./runner-up.ts";
import { soundness } from "./soundness.ts";
import { unheard } from "./unheard.ts";
import { validity } from "./validity.ts";
import { weighing } from "./weighing.ts";

export const groups: Record<string, Property[]> = {
  "random questionnaires": validity,
  consensus,
  soundness,
  unheard,
  grids: gridProperties,
  weighing,
  additions,
  "one round": oneRound,
  headline,
  "runner-up": runnerUps,
  reach: reaching,
  flagship: flagshipProperties,
};
