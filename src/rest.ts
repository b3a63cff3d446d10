// What is left of an ill-formed document. In: the document, its validator, its problems so far, and what each problem rests on. Out: the document without
// the parts at which its schema finds problems, so that its meaning can be checked in the same round; null where too little is left.
// Rules kept: what is left is what the schema allows, and nothing is said of it that the parts left out could make untrue.
import type { ErrorObject, ValidateFunction } from "ajv";
import type { Document, Path } from "./document.ts";
import type { Found } from "./found.ts";
import { nearest } from "./nearest.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { pathOf, valueAt } from "./validate.ts";

/** A part left out, by its path in the whole document. */
export interface Hole {
  path: Path;
  /** Of a key that nobody knows: those that are not there, of which it may be one misspelt. */
  meant: string[];
  /** Ids that it should give cannot be read. */
  lost: boolean;
}

/** Whether a problem may come from a part that was left out; of a code that is not listed, any hole may be the reason. */
export type RestsOn = Partial<Record<ProblemCode, (hole: Hole, found: Found) => boolean>>;

export const alone = (): boolean => false;
export const inside = (hole: Hole, { path }: Found): boolean => isWithin(hole.path, path);
export const beside = (hole: Hole, { path }: Found): boolean => isWithin(hole.path, path.slice(0, -1));

export const isWithin = (path: Path, part: Path): boolean => part.every((step, i) => String(step) === String(path[i]));

/** A part leaves a hole in what it is required by, which is left out next: deep in a text of parts that require each other, never mind. */
const mostRounds = 20;
/** So many are mended before anybody looks at the rest. */
const mostErrors = 100;

export function restOf(
  document: Document,
  validate: ValidateFunction,
  misshapen: readonly Problem[],
  restsOn: RestsOn,
): Document | null {
  if (misshapen.length > mostErrors || misshapen.some(({ code }) => code === "wrong-kind")) return null;
  const cuts = newCut();
  const holes: Hole[] = [];
  const given = new Set<unknown>();
  for (let round = 0; round < mostRounds; round++) {
    const kept = new WeakMap<object, number[]>();
    const value = cutOut(document.value, cuts, kept);
    const original = (path: Path) => originalOf(path, value, kept);
    validate(value);
    const errors = (validate.errors ?? []).filter(error => !isSettled(error, cuts));
    if (errors.length === 0) {
      const known = { holes, given, restsOn };
      return {
        ...document,
        value,
        place: (path, on) => document.place(original(path), on),
        written: path => document.written(original(path)),
        holds: found => holdsBeside(known, { ...found, path: original(found.path) }),
      };
    }
    if (errors.length > mostErrors) return null;
    for (const error of errors) {
      const path = original(pathOf(error.instancePath));
      const key: string | undefined = error.params.missingProperty ?? error.params.additionalProperty;
      const at = key === undefined ? path : [...path, key];
      const isMissing = error.keyword === "required";
      const hole = {
        path: at,
        meant: meantBy(error),
        lost: round === 0 && hidesIds(error, at),
      };
      const instead = isMissing ? standIn(error, at) : undefined;
      if (instead !== undefined) Object.assign(cutAt(cuts, at), { gone: false, instead });
      if (instead === text) holes.splice(0, holes.length, ...holes.filter(({ path }) => !isWithin(path, at)));
      else if (instead !== undefined) holes.push(hole);
      else {
        const gone = isMissing ? path : at;
        if (gone.length === 0) return null;
        cutAt(cuts, gone).gone = true;
        holes.push({ ...hole, path: gone });
        given.add(String(gone.at(-1)));
        collectIds(valueAt(document.value, gone), given);
      }
    }
  }
  return null;
}

/** A part of the document that is gone, that has something else in its place, or that such parts are in. */
interface Cut {
  gone: boolean;
  instead?: unknown;
  inside: Map<string, Cut>;
}

const newCut = (): Cut => ({ gone: false, inside: new Map() });

function cutAt(cuts: Cut, path: Path): Cut {
  return path.reduce<Cut>((cut, step) => {
    const next = cut.inside.get(String(step)) ?? newCut();
    cut.inside.set(String(step), next);
    return next;
  }, cuts);
}

/** Shares with the whole what nothing is cut out of. `kept`: of a list, where its items stand in the whole one. */
function cutOut(value: unknown, cut: Cut | undefined, kept: WeakMap<object, number[]>): unknown {
  if (cut === undefined || typeof value !== "object" || value === null) return value;
  const of = (key: string | number) => cut.inside.get(String(key));
  if (Array.isArray(value)) {
    const left = [...value.keys()].filter(i => !of(i)?.gone);
    const list = left.map(i => cutOut(value[i], of(i), kept));
    kept.set(list, left);
    return list;
  }
  const left = Object.entries(value).filter(([key]) => !of(key)?.gone);
  const added = [...cut.inside].filter(([, { instead }]) => instead !== undefined);
  return Object.fromEntries([
    ...left.map(([key, part]) => [key, cutOut(part, of(key), kept)]),
    ...added.map(([key, { instead }]) => [key, instead]),
  ]);
}

function originalOf(path: Path, value: unknown, kept: WeakMap<object, number[]>): (string | number)[] {
  let part = value;
  return path.map(step => {
    const here = part;
    part = valueAt(here, [step]);
    return Array.isArray(here) ? (kept.get(here)?.[Number(step)] ?? step) : step;
  });
}

/** No check reads a text that has to be there, so any will do. */
const text = "?";

/** What stands for a key that has to be there: a text where there is more beside it, or a list that the checks begin from. */
function standIn(error: ErrorObject, { length }: Path): unknown {
  const schema = schemaOf(error, error.params.missingProperty);
  if (Object.keys(error.data as object).length === 0 && length > 1) return undefined;
  if (schema.pattern === "\\S") return text;
  return length === 1 && schema.type === "array" ? [] : undefined;
}

/** Nothing is cut out for it: a level that is no whole number is told by the checks, and they do without what a file has to say first. */
function isSettled(error: ErrorObject, cuts: Cut): boolean {
  const { keyword, instancePath, params } = error;
  if (keyword === "multipleOf") return true;
  if (keyword === "required") return instancePath === "" && schemaOf(error, params.missingProperty).type === "string";
  const [first, second] = pathOf(instancePath);
  return second === undefined && cuts.inside.get(String(first))?.instead !== undefined;
}

interface AnySchema {
  type?: string | string[];
  pattern?: string;
  enum?: unknown[];
}

const schemaOf = (error: ErrorObject, key: string | null): AnySchema =>
  (key === null ? undefined : error.parentSchema?.properties?.[key]) ?? {};

/** Keys that give an id. */
const giving = ["id", "role", "dimension"];

const isScalar = ({ type, enum: allowed }: AnySchema): boolean =>
  allowed !== undefined || (type !== undefined && ![type].flat().some(one => one === "array" || one === "object"));

function meantBy({ keyword, parentSchema, data }: ErrorObject): string[] {
  if (keyword !== "additionalProperties") return [];
  return Object.keys(parentSchema?.properties ?? {}).filter(key => !Object.hasOwn(data as object, key));
}

/** Whether ids that others name may have stood there, or should. */
function hidesIds(error: ErrorObject, path: Path): boolean {
  const key = path.at(-1);
  if (error.keyword === "required") return !isScalar(schemaOf(error, String(key))) || giving.includes(String(key));
  if (error.keyword === "additionalProperties") {
    if (typeof valueAt(error.data, [key!]) === "object" && valueAt(error.data, [key!]) !== null) return false;
    const meant = nearest(String(key), meantBy(error));
    return meant === null || !isScalar(schemaOf(error, meant)) || giving.includes(meant);
  }
  const isShort = error.keyword === "minItems" || error.keyword === "minProperties";
  return (
    giving.includes(String(key)) || isShort || (error.keyword === "type" && !isScalar({ type: error.params.type }))
  );
}

function collectIds(value: unknown, ids: Set<unknown>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (!Array.isArray(value)) ids.add(key);
    if (giving.includes(key)) ids.add(part);
    collectIds(part, ids);
  }
}

interface Known {
  holes: Hole[];
  given: Set<unknown>;
  restsOn: RestsOn;
}

/** Whether something is so in the whole document, too, whatever stands there in place of the holes. */
function holdsBeside({ holes, given, restsOn }: Known, found: Found): boolean {
  const { path, problem } = found;
  if (problem.severity === "warning") return false;
  if (naming.some(key => given.has((problem as unknown as Record<string, unknown>)[key]))) return false;
  const rests = restsOn[problem.code];
  return !holes.some(hole => isWithin(path, hole.path) || (rests?.(hole, found) ?? true));
}

/** What problems call the ids that they are about. */
const naming = ["id", "criterion", "fact", "choice", "reached"];
