// What a record itself has under a key. Rule kept: an id may be called like something every object has, such as "constructor".
export const ownValue = <Value>(record: Record<string, Value> | undefined, key: string): Value | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
