// Values as YAML or JSON writes them. Rule kept: what is written reads the same in YAML 1.1 and 1.2; whatever either takes for
// something else than a text (no, 1:30, 2026-11-27) stands in quotes.

export type Quotes = "plain" | "single" | "double";

/** How a place in a file is written. */
export interface Writing {
  /** Everything in double quotes. */
  json: boolean;
  /** Within brackets or braces, where a comma ends a text. */
  flow: boolean;
  /** Of a text: as its neighbours have it, where it can be. */
  quotes: Quotes;
}

const words = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
/** Begins with a letter and holds nothing that means something to YAML; a comma only where it ends nothing. */
const plainText = /^\p{L}(?:[\p{L}\p{M}\p{N} ,.'()/+_-]*[\p{L}\p{M}\p{N}.')/+_-])?$/u;

export function scalar(value: string | number | boolean | null, { json, flow, quotes }: Writing): string {
  if (typeof value !== "string") return String(value);
  const bare = !json && plainText.test(value) && !words.test(value) && !(flow && value.includes(","));
  if (bare && quotes === "plain") return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const simple = !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(value);
  if (!json && quotes === "single" && simple) return `'${value.replaceAll("'", "''")}'`;
  return quoted(value);
}

/** In double quotes, on one line; what nobody can see is written as its number. */
const quoted = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

type Value = unknown;

const isObject = (value: Value): value is Record<string, Value> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** On one line, in braces and brackets; `padded`: a space within the braces. */
export function inline(value: Value, style: Writing, padded = false): string {
  const inside: Writing = { ...style, flow: true };
  const space = padded ? " " : "";
  if (Array.isArray(value)) return `[${value.map(one => inline(one, inside, padded)).join(", ")}]`;
  if (!isObject(value)) return scalar(value as string, style);
  const pairs = Object.entries(value).map(([key, one]) => `${scalar(key, inside)}: ${inline(one, inside, padded)}`);
  return pairs.length > 0 ? `{${space}${pairs.join(", ")}${space}}` : "{}";
}

/** What follows a key and its colon: a space and a value on the same line, or lines below it. `depth`: how many levels of mappings and
 * lists get lines of their own. */
export function afterKey(value: Value, style: Writing, indent: string, step: string, depth = Infinity): string[] {
  const isSmall = !(isObject(value) || Array.isArray(value)) || Object.keys(value).length === 0;
  if (isSmall || depth <= 0) return [` ${inline(value, style)}`];
  return ["", ...block(value, style, indent + step, step, depth)];
}

/** Lines of a mapping or a list, each with its indent. */
export function block(value: object, style: Writing, indent: string, step: string, depth = Infinity): string[] {
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, one]) => {
      const [first = "", ...more] = afterKey(one, style, indent, step, depth - 1);
      return [`${indent}${scalar(key, style)}:${first}`, ...more];
    });
  }
  return value.flatMap(one => {
    if (!isObject(one)) return [`${indent}- ${inline(one, style)}`];
    const [first = "", ...more] = block(one, style, `${indent}  `, step, depth - 1);
    return [`${indent}- ${first.trimStart()}`, ...more];
  });
}
