// A markdown table that also reads raw. In: cells whose texts are escaped already. Out: columns padded to the same width.

/** From `rightFrom` on the columns are figures, set right. */
export function padded(head: string[], rows: string[][], rightFrom = head.length): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map(row => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column >= rightFrom ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column >= rightFrom ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
