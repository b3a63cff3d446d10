// Numbers, lists and dates as English writes them. A language takes these from Intl; English has them by hand because the first use
// of Intl is a noticeable part of a short run. A test holds them to what Intl says.

/** From here on a number has no more digits that mean something. */
const long = 1e15;

/** Digits in threes; a very long number by its size, one that has none in words. */
export function number(x: number, digits = 0): string {
  if (Number.isNaN(x)) return "no number";
  if (!Number.isFinite(x)) return tooLarge;
  return Math.abs(x) >= long ? bySize(x) : inThrees(x, digits);
}

export const tooLarge = "too large to calculate with";

/** "1.23 × 10^20", cut and not rounded. */
function bySize(x: number): string {
  const [figure = "", power = ""] = x.toExponential(14).split("e+");
  return `${figure.slice(0, figure.indexOf(".") + 3)} × 10^${power}`;
}

const inThrees = (x: number, digits: number): string =>
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
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** An ISO date as a reader writes it. */
export function date(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  return `${day} ${months[month - 1]} ${year}`;
}
