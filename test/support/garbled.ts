// Good data made bad in one place or more. In: data and a tape. Out: what changed it, each change by itself, so that any of them can be
// left out again. Rule kept: a change moves nothing else to another path.
import type { Tape } from "../properties/random/tape.ts";

export type Step = string | number;

export interface Change {
  path: Step[];
  /** Null: the key is gone. */
  to: { value: unknown; key: Step } | null;
}

/** Every part by its path. */
function* partsOf(value: unknown, path: Step[] = []): Generator<{ path: Step[]; value: unknown }> {
  if (path.length > 0) yield { path, value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value))
    yield* partsOf(part, [...path, Array.isArray(value) ? Number(key) : key]);
}

const isText = (value: unknown): boolean => typeof value === "string" && /[\s.?]/.test(value);

const odd: unknown[] = [
  5,
  null,
  {},
  [],
  "",
  " ",
  "the one",
  "x",
  true,
  -1,
  0.5,
  99,
  [null],
  { note: "x" },
  [{}],
  ["x", "x"],
];

export function changesOf(data: unknown, tape: Tape, count: number): Change[] {
  const parts = [...partsOf(data)];
  // Most of a file are texts, of which there is little to say.
  const telling = parts.filter(({ value }) => !isText(value));
  // Another whole part would take the ids along that this one gave.
  const single = telling.map(({ value }) => value).filter(value => typeof value !== "object");
  const words = telling.map(({ value }) => value).filter(value => typeof value === "string");
  return Array.from({ length: count }, () => {
    const { path, value } = tape.pick(tape.chance(15) ? parts : telling);
    const key = path.at(-1)!;
    const kinds = ["type", "type", "word", ...(typeof key === "string" ? ["drop", "key"] : ["twin"])];
    if (typeof key === "string" && path.length > 1) kinds.push("known");
    const kind = tape.pick(kinds);
    if (kind === "drop") return { path, to: null };
    if (kind === "key") return { path, to: { key: `${key}${tape.pick(["x", "", " x", "-1"])}` || "x", value } };
    if (kind === "known")
      return { path, to: { key: String(tape.pick(telling).path.findLast(step => typeof step === "string")), value } };
    if (kind === "word" && words.length > 0) return { path, to: { key, value: tape.pick(words) } };
    if (kind === "twin") return { path, to: { key, value: tape.pick(single) } };
    return { path, to: { key, value: tape.pick([...odd, [value], String(value)]) } };
  });
}

/** A change whose place another one took away changes nothing. */
export function changed(data: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((before, { path, to }) => at(before, path, to), data);
}

function at(value: unknown, [step, ...rest]: Step[], to: Change["to"]): unknown {
  if (typeof value !== "object" || value === null || step === undefined || !Object.hasOwn(value, step)) return value;
  const inside = (value as Record<Step, unknown>)[step];
  const put = rest.length > 0 ? { key: step, value: at(inside, rest, to) } : to;
  if (Array.isArray(value)) return typeof put?.key === "number" ? value.with(Number(step), put.value) : value;
  if (put && put.key !== step && Object.hasOwn(value, put.key)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (key !== step ? [[key, part]] : put ? [[put.key, put.value]] : [])),
  );
}
