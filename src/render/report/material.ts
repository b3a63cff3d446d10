// What every section of the report is given, and what a section is.
import type { Evaluation } from "../../model/evaluation.ts";
import type { Brief } from "../brief/index.ts";
import type { View } from "../view.ts";

export interface Material {
  view: View;
  evaluation: Evaluation;
  /** The sentences of page one. */
  brief: Brief;
}

/** Blocks of markdown; none when there is nothing to say. `told`: what the other sections say. */
export type Section = (material: Material, told: string) => string[];
