// Schema errors in the user's terms. In: a validator made by ajv (allErrors, verbose) and a document. Out: problems, each at
// the place to mend. The schemas hold no unions, so every error stands for itself; what keys have to do with each other is
// the business of the checks.
import type { ErrorObject, ValidateFunction } from "ajv";
import type { Document, Path } from "./document.ts";
import { nearest } from "./nearest.ts";
import { type Expectation, type Problem, problem, type SchemaType } from "./problem.ts";

/** Problems of a document that should be of one kind; a file of the other kind is told as such, not key by key. */
export function schemaProblems(validate: ValidateFunction, document: Document, wanted: FileKind): Problem[] {
  if (validate(document.value)) return [];
  const kind = kindOf(document.value);
  if (kind && kind !== wanted)
    return [problem("wrong-kind", document.place([tellingKey[kind]], "key"), { found: kind })];
  const problems = (validate.errors ?? []).flatMap((error, at) => translate(error, document, at < mostSuggested));
  return [...new Map(problems.map(found => [JSON.stringify(found), found])).values()];
}

/** For more, a key that is nearest is not sought: it takes longer than all else, and nobody reads so many. */
const mostSuggested = 1000;

export type FileKind = "questionnaire" | "assessment";

/** The key that only one kind of file has. */
const tellingKey = { questionnaire: "dimensions", assessment: "questionnaire" } satisfies Record<FileKind, string>;

/** What a document looks like; an evaluation, which describes its questionnaire, is neither. */
export function kindOf(value: unknown): FileKind | null {
  const has = (key: string) => typeof value === "object" && value !== null && Object.hasOwn(value, key);
  if (has(tellingKey.questionnaire) === has(tellingKey.assessment)) return null;
  return has(tellingKey.questionnaire) ? "questionnaire" : "assessment";
}

function translate(error: ErrorObject, document: Document, suggests: boolean): Problem[] {
  const { keyword, params } = error;
  const path = pathOf(error.instancePath);
  const value = valueAt(document.value, path);
  const key = String(path.findLast(step => typeof step === "string") ?? "");
  const expected = expectations[keyword]?.(params);
  if (expected) return [problem("schema-value", document.place(path), { key, expected })];
  switch (keyword) {
    // A level that is no whole number is told with the levels that there are.
    case "multipleOf":
      return [];
    case "additionalProperties": {
      const unknown: string = params.additionalProperty;
      const known = Object.keys(error.parentSchema?.properties ?? {}).filter(name => name !== "$schema");
      const free = known.filter(name => !Object.hasOwn(value as object, name));
      const place = document.place([...path, unknown], "key");
      const suggestion = suggests ? nearest(unknown, free) : null;
      return [problem("schema-unknown-key", place, { key: unknown, suggestion })];
    }
    case "required":
      return [problem("schema-missing-key", document.place(path, "key"), { key: params.missingProperty })];
    case "type":
      return [typeProblem([params.type].flat(), value, key, path, document, (error.parentSchema ?? {}) as Allowed)];
    default:
      return [problem("schema-value", document.place(path), { key, expected: { form: "other" } })];
  }
}

interface Allowed {
  pattern?: string;
  enum?: unknown[];
  multipleOf?: number;
}

function typeProblem(
  expected: SchemaType[],
  value: unknown,
  key: string,
  path: Path,
  document: Document,
  { pattern, enum: allowed, multipleOf }: Allowed,
): Problem {
  const place = document.place(path);
  const written = document.written(path);
  const found = written || String(value);
  if (!expected.includes("string") || (typeof value === "object" && value !== null)) {
    const wanted = expected.map(type => (type === "number" && multipleOf === 1 ? "integer" : type));
    return problem("schema-type", place, { key, expected: wanted, found: typeOf(value), written: written || null });
  }
  // Quotes are the cure only where what stands in them is allowed.
  const isMeant = allowed ? allowed.includes(found) : value !== null && new RegExp(pattern ?? "", "u").test(found);
  if (isMeant) return problem("schema-unquoted", place, { key, found });
  if (allowed) return problem("schema-value", place, { key, expected: { oneOf: allowed.map(String) } });
  if (pattern && value !== null)
    return problem("schema-value", place, { key, expected: { form: forms[pattern] ?? "other" } });
  return problem("schema-type", place, { key, expected, found: typeOf(value), written: written || null });
}

const forms: Record<string, Extract<Expectation, { form: unknown }>["form"]> = {
  "^[A-Za-z0-9][A-Za-z0-9-]*$": "id",
  "^(?:[A-Za-z0-9][A-Za-z0-9-]*|.*/.*|.*\\.(?:yaml|yml|json))$": "questionnaire",
  "\\S": "text",
  "^\\d{4}-\\d{2}-\\d{2}$": "date",
  "^\\d+\\.\\d+\\.\\d+$": "version",
  "^unknown$": "answer",
  "^all$": "all",
  "^[A-Za-z0-9]$": "mark",
};

const expectations: Record<string, (params: ErrorObject["params"]) => Expectation> = {
  enum: ({ allowedValues }) => ({ oneOf: allowedValues.map(String) }),
  minimum: ({ limit }) => ({ min: limit }),
  maximum: ({ limit }) => ({ max: limit }),
  minItems: ({ limit }) => ({ fewest: limit }),
  maxItems: ({ limit }) => ({ most: limit }),
  minProperties: ({ limit }) => ({ fewest: limit }),
  maxLength: ({ limit }) => ({ longest: limit }),
  pattern: ({ pattern }) => ({ form: forms[pattern] ?? "other" }),
};

function typeOf(value: unknown): SchemaType {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as SchemaType;
}

/** A JSON pointer as a path; digits stay text where the data has a mapping. */
export function pathOf(pointer: string): (string | number)[] {
  const steps = pointer.split("/").slice(1);
  return steps.map(step => (/^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")));
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, step) => (inside as Record<string | number, unknown> | undefined)?.[step],
    value,
  );
}
