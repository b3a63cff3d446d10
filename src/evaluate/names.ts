// What the cells of a program are called, and the same as a text: the references that an explanation publishes ("gate:g2-entry",
// "profile:service:weak").
import type { Name } from "../calculate/cells.ts";
import type { Ref } from "../model/explanation.ts";

type AnsweredKind = "fact" | "criterion" | "grid";
type FiguredKind = "score" | "share" | "dimension" | "percent";
type DecidedKind = "cap" | "condition" | "entered" | "established" | "gate" | "profile" | "signal" | "stakeholder";

export type CellKind =
  | AnsweredKind
  | FiguredKind
  | DecidedKind
  | ("outside" | "measure" | "uncapped" | "number" | "expression")
  /** A figure of the record as it is. */
  | `record-${FiguredKind}`
  /** What the state of a department is made of. */
  | `department-${"mean" | "core" | "all"}`;

export type CellName = Name<CellKind>;

/** What people answer, which nothing stands behind. */
const answered: ReadonlySet<CellKind> = new Set<AnsweredKind>(["fact", "criterion", "grid"]);
export const isAnswered = ({ kind }: CellName): boolean => answered.has(kind);

const decided: ReadonlySet<CellKind> = new Set<DecidedKind>([
  "cap",
  "condition",
  "entered",
  "established",
  "gate",
  "profile",
  "signal",
  "stakeholder",
]);
/** Cells of which the truth counts, and not a figure. */
export const isDecided = ({ kind }: CellName): boolean => decided.has(kind);

export const refOf = ({ kind, id, part }: CellName): Ref => [kind, id, ...(part === undefined ? [] : [part])].join(":");

/** No id has a colon in it. */
export function nameOf(ref: Ref): Name<string> {
  const [kind = "", id = "", part] = ref.split(":");
  return { kind, id, ...(part !== undefined && { part }) };
}

interface Celled {
  cell(kind: CellKind, id: string, part?: string): number;
}

/** The cell of a reference to one. */
export function cellOf(program: Celled, ref: Ref): number {
  const { kind, id, part } = nameOf(ref);
  return program.cell(kind as CellKind, id, part);
}
