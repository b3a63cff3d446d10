// Days as ISO dates, YYYY-MM-DD, which sort as text.

/** A day of the calendar in this form. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Outside these a day is most likely a slip of the hand. */
const [earliest, latest] = ["1990-01-01", "2100-12-31"];

export type OddDate = "unlikely" | "later";

/** What is odd about a day, without a clock: beyond all likelihood, or after the day that it should not be after. */
export function oddity(date: string, end: string | null): OddDate | null {
  if (date < earliest || date > latest) return "unlikely";
  return end !== null && date > end ? "later" : null;
}

/** The later of two days; none where the assessment has no day. */
export const lastDay = (assessment: string | undefined, response: string | undefined): string | undefined =>
  assessment !== undefined && response !== undefined && response > assessment ? response : assessment;
