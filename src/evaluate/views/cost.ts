// The cost model: the questionnaire's own arithmetic, run at several scales, as things are and after the next step.
// Rule kept: only the user's own numbers; a fact that is missing is named, and nothing is computed without it.
import type { Run } from "../../calculate/cells.ts";
import { isTooLarge } from "../../calculate/sheet.ts";
import type { Cost } from "../../model/evaluation.ts";
import type { CostModel } from "../../model/questionnaire.ts";
import { createFrame, type Frame, type Inputs, orNull } from "../frame.ts";
import { standing } from "../grounds.ts";
import type { Program } from "../program.ts";

export function cost(program: Program, frame: Frame): Cost | null {
  const model = program.questionnaire.cost;
  if (!model || !program.costRun) return null;
  const { openBy } = standing(program, frame, program.cell("measure", model.total));
  const missing = openBy.filter(id => program.factIndex.has(id));
  if (missing.length > 0) return { missing, rows: [], saving: null, payback: null, breakEven: null };

  const at = createCalculator(program, program.costRun, model, frame.inputs);
  const today = frame.inputs.factLo[program.factIndex.get(model.scale)!]!;
  const rows = [...new Set([...model.at, today])]
    .sort((a, b) => a - b)
    .map(scale => ({ at: scale, now: at(scale, "now").figures, after: at(scale, "after").figures }));
  const gross = (scale: number) => at(scale, "now").total - at(scale, "after").total;
  const investment = known(program, frame, model.investment);
  const running = known(program, frame, model.running);
  const saving = gross(today) - (running ?? 0);
  if (at.tooLarge()) return { missing: [], tooLarge: true, rows, saving: null, payback: null, breakEven: null };
  return {
    missing: [],
    rows,
    saving: Number.isFinite(saving) ? saving : null,
    payback: investment !== null && running !== null && saving > 0 ? investment / saving : null,
    breakEven: running === null ? null : crossing(gross, today, running),
  };
}

function known(program: Program, frame: Frame, id: string | undefined): number | null {
  const index = id === undefined ? undefined : program.factIndex.get(id);
  return index === undefined || !frame.inputs.known[index] ? null : frame.inputs.factLo[index]!;
}

/** Where a saving that rises in a straight line reaches the running cost; null when it does not, or is not straight. */
function crossing(gross: (at: number) => number, today: number, running: number): number | null {
  const slope = (gross(today * 2) - gross(today)) / today;
  const start = gross(today) - slope * today;
  const straight = Math.abs(gross(today * 5) - (start + slope * today * 5)) <= 1e-9 * Math.abs(gross(today * 5));
  const at = (running - start) / slope;
  return straight && slope > 0 && Number.isFinite(at) && at >= 0 ? at : null;
}

interface Costs {
  figures: Record<string, number | null>;
  total: number;
}

/** What things cost at a scale, as they are or after the step: the measures, run in a frame of its own with some facts replaced. */
function createCalculator(program: Program, compute: Run<Frame>, model: CostModel, inputs: Inputs) {
  const own: Inputs = {
    ...inputs,
    factLo: inputs.factLo.slice(),
    factHi: inputs.factHi.slice(),
    known: inputs.known.slice(),
  };
  const frame = createFrame(own, program.size);
  const cells = model.figures.map(id => program.cell("measure", id));
  const total = program.cell("measure", model.total);
  const made = new Map<string, Costs>();
  let tooLarge = false;
  const set = (id: string, value: number) => {
    const index = program.factIndex.get(id)!;
    own.factLo[index] = own.factHi[index] = value;
    own.known[index] = 1;
  };
  const original = (id: string) => inputs.factLo[program.factIndex.get(id)!]!;
  function costs(scale: number, when: "now" | "after"): Costs {
    set(model.scale, scale);
    for (const [id, target] of Object.entries(model.after)) {
      const index = program.factIndex.get(target.fact)!;
      const goal = inputs.known[index] ? inputs.factLo[index]! : target.else;
      // After the step a fact falls to its target; one that is better already stays.
      set(id, when === "after" ? Math.min(goal, original(id)) : original(id));
    }
    compute(frame);
    tooLarge ||= isTooLarge(frame, total) || cells.some(cell => isTooLarge(frame, cell));
    const figures = model.figures.map((id, at) => [id, orNull(frame.value[cells[at]!]!)] as const);
    return { figures: Object.fromEntries(figures), total: frame.value[total]! };
  }
  const at = (scale: number, when: "now" | "after"): Costs => {
    const key = `${when} ${scale}`;
    const known = made.get(key) ?? costs(scale, when);
    made.set(key, known);
    return known;
  };
  /** Whether any figure so far was. */
  return Object.assign(at, { tooLarge: () => tooLarge });
}
