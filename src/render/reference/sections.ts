// The sections of a reference page: one for each object of the schema, in the order in which a file holds them; what contains itself
// is a small language of its own and comes last. In: a schema. Out: the sections, each with the places where it stands.
import { leadsTo, type Schema } from "./schema.ts";

export interface SchemaPlace {
  /** Null where any name may stand. */
  key: string | null;
  /** Null at the top of the file. */
  owner: Schema | null;
}

export interface ReferenceSection {
  name: string;
  schema: Schema;
  /** 2 where it stands at the top of the file, 3 inside of something. */
  depth: 2 | 3;
  places: SchemaPlace[];
  /** Written where it stands, without a name of its own. */
  inPlace: boolean;
  /** It can contain itself, as conditions do. */
  isLanguage: boolean;
}

export function sectionsOf(root: Schema): ReferenceSection[] {
  const found = new Map<Schema, ReferenceSection>();
  const languages: Schema[] = [];
  const visit = (schema: Schema): void => {
    for (const { key, part } of leadsTo(root, schema)) {
      const place = { key, owner: schema === root ? null : schema };
      const known = found.get(part.schema);
      if (known) {
        if (part.schema !== schema) known.places.push(place);
        continue;
      }
      const isLanguage = containsItself(root, part.schema);
      const section: ReferenceSection = {
        name: part.name ?? key ?? "",
        schema: part.schema,
        depth: schema === root || isLanguage ? 2 : 3,
        places: [place],
        inPlace: part.name === null,
        isLanguage,
      };
      found.set(part.schema, section);
      if (isLanguage) languages.push(part.schema);
      else visit(part.schema);
    }
  };
  visit(root);
  // A language met inside of another one joins the end of this list while it is walked.
  for (const schema of languages) visit(schema);
  const all = [...found.values()];
  return [...all.filter(({ isLanguage }) => !isLanguage), ...all.filter(({ isLanguage }) => isLanguage)];
}

function containsItself(root: Schema, schema: Schema): boolean {
  const seen = new Set<Schema>();
  const reaches = (from: Schema): boolean =>
    leadsTo(root, from).some(({ part }) => {
      if (part.schema === schema) return true;
      if (seen.has(part.schema)) return false;
      seen.add(part.schema);
      return reaches(part.schema);
    });
  return reaches(schema);
}

/** In how many places the same key has to mean the same before it is told once for all. */
const many = 5;

/** The keys that mean the same in many objects. */
export function commonKeys(schemas: Schema[]): [string, Schema][] {
  const all = schemas.flatMap(({ properties = {} }) => Object.entries(properties));
  const times = new Map<string, number>();
  for (const one of all) times.set(JSON.stringify(one), (times.get(JSON.stringify(one)) ?? 0) + 1);
  const common = [...times].flatMap(([text, count]) => (count >= many ? [text] : []));
  return common.map(text => JSON.parse(text));
}

export const isCommon = (common: [string, Schema][], one: [string, Schema]): boolean =>
  common.some(([key, schema]) => key === one[0] && JSON.stringify(schema) === JSON.stringify(one[1]));
