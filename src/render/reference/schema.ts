// What a JSON Schema may hold, as far as a reader of the file is told, and how its parts are found. In: a schema. Out: its parts.

export interface Schema {
  $ref?: string;
  $comment?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema | Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  definitions?: Record<string, Schema>;
  $defs?: Record<string, Schema>;
}

/** What a part is called in the schema; an object written in place has the name of its key. */
export interface SchemaPart {
  name: string | null;
  schema: Schema;
}

/** The definition that a reference names. */
export function resolve(root: Schema, reference: string): SchemaPart {
  const name = reference.split("/").at(-1)!;
  const schema = root.definitions?.[name] ?? root.$defs?.[name];
  if (reference === "#") return { name: null, schema: root };
  if (!schema) throw new Error(`the schema has no ${reference}`);
  return { name, schema };
}

const isSchema = (part: Schema | boolean | undefined): part is Schema => typeof part === "object";

/** Alternatives and additions that stand in place of one schema. */
export const branches = ({ oneOf = [], anyOf = [], allOf = [] }: Schema): Schema[] => [...oneOf, ...anyOf, ...allOf];

/** What stands in the values of an object or list that is no object with keys of its own. */
const values = ({ items, additionalProperties, patternProperties = {} }: Schema): Schema[] => [
  ...(Array.isArray(items) ? items : [items]).filter(isSchema),
  ...[additionalProperties].filter(isSchema),
  ...Object.values(patternProperties),
];

/** The parts with a section of their own that a schema leads to at once: definitions, and objects written in place. */
export function partsOf(root: Schema, schema: Schema): SchemaPart[] {
  if (schema.$ref !== undefined) return [resolve(root, schema.$ref)];
  if (schema.properties) return [{ name: null, schema }];
  return [...values(schema), ...branches(schema)].flatMap(inner => partsOf(root, inner));
}

/** The keys of an object, those of its alternatives among them. */
export const keysOf = (schema: Schema): [string, Schema][] => [
  ...Object.entries(schema.properties ?? {}),
  ...branches(schema).flatMap(keysOf),
];

/** Everything a schema leads to at once, with the key under which it stands; null for any name or entry. */
export const leadsTo = (root: Schema, schema: Schema): { key: string | null; part: SchemaPart }[] => [
  ...keysOf(schema).flatMap(([key, inner]) => partsOf(root, inner).map(part => ({ key, part }))),
  ...[...values(schema), ...branches(schema).filter(({ $ref }) => $ref !== undefined)].flatMap(inner =>
    partsOf(root, inner).map(part => ({ key: null, part })),
  ),
];
