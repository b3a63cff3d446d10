// Figures of the record as it is: a criterion that nobody answered is not there. In: the usual cells of figures. Out: cells beside
// them, made where a measure with `blanks: missing` reads them. Rule kept: completions may go beyond such a figure, so that
// nothing that has to be certain reads it (`cxm check`).
import { setAbsent, setFigure } from "../calculate/sheet.ts";
import { type Builder, defineMean } from "./builder.ts";
import { type Frame, UNANSWERED, UNKNOWN } from "./frame.ts";

const parts = { dimension: "score", percent: "share" } as const;

export type RecordedKind = "score" | "share" | keyof typeof parts;

/** The cell of a criterion's or a dimension's figure in the record, for the cell being defined to read. */
export function recorded(builder: Builder, kind: RecordedKind, id: string): number {
  const { cells } = builder;
  const name = { kind: `record-${kind}`, id } as const;
  if (!cells.has(name)) {
    if (kind === "score" || kind === "share") defineRecorded(builder, kind, id);
    else {
      const { criteria } = builder.questionnaire.dimensions.find(dimension => dimension.id === id)!;
      for (const criterion of criteria) recorded(builder, parts[kind], criterion.id);
      defineMean(builder, name, `record-${parts[kind]}`, criteria);
    }
  }
  return cells.use(name.kind, id);
}

function defineRecorded({ cells, criterionIndex }: Builder, kind: "score" | "share", id: string): void {
  cells.define({ kind: `record-${kind}`, id }, cell => {
    const from = cells.use(kind, id);
    const index = criterionIndex.get(id)!;
    // Its state is read beside its figure, which may stay the same.
    cells.use("criterion", id);
    const run = (frame: Frame): void => {
      const state = frame.inputs.state[index];
      if (state === UNKNOWN || state === UNANSWERED) return setAbsent(frame, cell);
      setFigure(frame, cell, frame.lo[from]!, frame.hi[from]!, frame.value[from]!, frame.absent[from]!);
    };
    return { run, recipe: { operator: "level", members: [from], clauses: [] } };
  });
}
