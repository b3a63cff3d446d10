// Numbers as people write them. In: a text. Out: every number that it may mean.

/** None is no number. One to three digits, a point or comma and three digits are two: thousands first, then decimals. */
export function readingsOf(text: string): number[] {
  const [, sign = "", plain = ""] = /^([+-]?)(.*)$/su.exec(text.replace("\u2212", "-")) ?? [];
  const spaced = plain.replace(/[ \u00a0\u2009\u202f'\u2019_]/g, "_");
  const value = (whole: string, part = ""): number => Number(`${sign}${whole || "0"}.${part || "0"}`);
  const grouped = /^(\d{1,3}(?:_\d{3})+)(?:[.,](\d+))?$/.exec(spaced);
  if (grouped) return [value(grouped[1]!.replaceAll("_", ""), grouped[2])];
  const both = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?!\2)[.,](\d+)$/.exec(plain);
  if (both) return [value(both[1]!.replaceAll(both[2]!, ""), both[3])];
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(plain)) return [value(plain.replace(/[.,]/g, ""))];
  const one = /^(\d*)[.,](\d+)$/.exec(plain);
  if (one) {
    const [, whole = "", part = ""] = one;
    const decimal = value(whole, part);
    return part.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? [value(whole + part), decimal] : [decimal];
  }
  return /^\d+$/.test(plain) ? [value(plain)] : [];
}
