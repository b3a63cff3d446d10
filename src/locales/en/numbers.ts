// Numbers, lists and dates as English writes them. A language takes these from Intl; English has them by hand because the first use
// of Intl is a noticeable part of a short run. A test holds them to what Intl says.

/** Digits in threes. */
export const number = (x: number, digits = 0): string =>
  x.toFixed(digits).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");

/** Decimals that a figure needs, at most two. */
export const decimalsOf = (x: number): number =>
  Number.isInteger(x) ? 0 : Number.isInteger(Number((x * 10).toPrecision(15))) ? 1 : 2;

/** Whether the singular is used. */
export const one = (n: number): boolean => n === 1;

export const count = (n: number, singular: string, plural: string): string =>
  `${number(n)} ${one(n) ? singular : plural}`;

const joined = (items: string[], last: string) =>
  items.length < 3 ? items.join(` ${last} `) : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
export const and = (items: string[]): string => joined(items, "and");
export const or = (items: string[]): string => joined(items, "or");

export const quote = (text: string): string => `“${text}”`;

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** An ISO date as a reader writes it. */
export function date(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  return `${day} ${months[month - 1]} ${year}`;
}
