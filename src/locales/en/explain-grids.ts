// What an explanation says of a grid, in English: how its rows were filled in, and what is looked for in them.
import { and, count, or, quote } from "./numbers.ts";

export const grid = {
  asked: (question: string) => `Asked: ${question}`,
  filled: (filled: number, rows: number, disputed: number) =>
    `${filled} of ${count(rows, "row", "rows")} filled in${disputed > 0 ? `, ${disputed} of them differently` : ""}`,
  held: (figure: string, rows: number) => `${figure} of ${count(rows, "row", "rows")}`,
  row: (title: string, said: string) => `${quote(title)}: ${said}`,
  party: (title: string, mark: string) => `${title} ${mark}`,
  marks: (parties: string[]) => (parties.length === 0 ? "nobody" : parties.join(", ")),
  by: (marks: string, who: string[]) => `${marks} [${who.join(", ")}]`,
  disputed: "filled in differently",
  unanswered: "not filled in",
  checks: "What is looked for, and where it is found",
  counted: (marks: string[], columns: string[] | null, limit: string) =>
    `Holds where the number of parties with the mark ${or(marks.map(quote))}${columns ? `, of ${or(columns)},` : ""} is ${limit}.`,
  apart: (holder: string, marks: string[], sections: string[]) =>
    `Holds where the one party with the mark ${quote(holder)} has the mark ${or(marks.map(quote))} nowhere else in ${or(sections.map(quote))}.`,
  found: (title: string, parties: string[], open: boolean) =>
    `${quote(title)}${parties.length > 0 ? ` (${and(parties)})` : ""}${open ? ", as far as the rows are filled in" : ""}`,
  rowsOf: (grid: string) => `How the rows were filled in: ${grid}`,
};
