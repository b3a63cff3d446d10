// Examples as an author would write them in YAML. In: a value of JSON. Out: YAML that reads as the same value.

/** What needs no quotes: it begins with a letter, and nothing in it ends it early or begins something else. */
const plain = /^\p{L}(?:(?!: | #)[^\n])*$/u;
const plainInFlow = /^\p{L}[^,[\]{}]*$/u;
/** What YAML, old or new, reads as something else than a text. */
const otherwise = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

const isPlain = (text: string): boolean => plain.test(text) && !/[\s:]$/.test(text) && !otherwise.test(text);
const scalar = (value: unknown): string =>
  typeof value === "string" && isPlain(value) ? value : JSON.stringify(value);

/** On one line, also within another value. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${flow(key)}: ${flow(inner)}`);
    return `{${pairs.join(", ")}}`;
  }
  return typeof value === "string" && !plainInFlow.test(value) ? JSON.stringify(value) : scalar(value);
}

/** On one line of its own, where a text needs fewer quotes. */
export const inLine = (value: unknown): string => (typeof value === "string" ? scalar(value) : flow(value));

const lineWidth = 96;

/** A line for each key or entry; what fits on its line stays there. */
export function block(value: unknown, indent = ""): string[] {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) {
    return [`${indent}${inLine(value)}`];
  }
  if (Array.isArray(value)) return value.flatMap(entry => hung(`${indent}- `, entry));
  return Object.entries(value).flatMap(([key, inner]) => {
    const start = `${indent}${flow(key)}:`;
    const line = `${start} ${inLine(inner)}`;
    if (line.length <= lineWidth || typeof inner !== "object" || inner === null) return [line];
    return [start, ...block(inner, `${indent}  `)];
  });
}

/** An entry of a list behind its dash. */
function hung(dash: string, entry: unknown): string[] {
  const line = `${dash}${inLine(entry)}`;
  if (line.length <= lineWidth) return [line];
  const [first, ...others] = block(entry, " ".repeat(dash.length));
  return [`${dash}${first!.trimStart()}`, ...others];
}
