// Figures of the record as it is: a criterion that nobody answered is not there. In: the usual cells of figures. Out: cells beside
// them, made where a measure with `blanks: missing` reads them. Rule kept: completions may go beyond such a figure, so that
// nothing that has to be certain reads it (`cxm check`).
import { type Builder, weightOf } from "./builder.ts";
import { type Frame, setAbsent, setFigure, UNANSWERED, UNKNOWN } from "./frame.ts";

const means = { dimension: "score", percent: "share" } as const;

export type RecordedKind = "score" | "share" | keyof typeof means;

/** The cell of a criterion's or a dimension's figure in the record, for the cell being defined to read. */
export function recorded(builder: Builder, kind: RecordedKind, id: string): number {
  const { questionnaire, cells, criterionIndex, mean } = builder;
  const key = `record-${kind}:${id}`;
  if (cells.has(key)) return cells.use(key);
  if (kind === "dimension" || kind === "percent") {
    const { criteria } = questionnaire.dimensions.find(dimension => dimension.id === id)!;
    for (const criterion of criteria) recorded(builder, means[kind], criterion.id);
    const keys = criteria.map(criterion => `record-${means[kind]}:${criterion.id}`);
    mean(key, keys, criteria.map(weightOf));
    return cells.use(key);
  }
  cells.define(key, cell => {
    const from = cells.use(`${kind}:${id}`);
    const index = criterionIndex.get(id)!;
    // Its state is read beside its figure, which may stay the same.
    cells.use(`criterion:${id}`);
    const run = (frame: Frame): void => {
      const state = frame.inputs.state[index];
      if (state === UNKNOWN || state === UNANSWERED) return setAbsent(frame, cell);
      setFigure(frame, cell, frame.lo[from]!, frame.hi[from]!, frame.value[from]!, frame.absent[from]!);
    };
    return { run, recipe: { operator: "level", members: [from], clauses: [] } };
  });
  return cells.use(key);
}
