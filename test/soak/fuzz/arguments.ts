// Command lines that nobody would type. In: a tape. Out: arguments. Rule kept: nothing outside the folder of the run is written.
import { commands } from "../../../src/cli/commands.ts";
import type { Tape } from "../../properties/random/tape.ts";

const options = [
  ...[
    "-q",
    "--questionnaire",
    "--format",
    "--lang",
    "--example",
    "--min-phase",
    "--min-status",
    "--min-index",
    "--complete",
    "--role",
  ],
  ...[
    "--respondent",
    "--linear",
    "--brief",
    "--sections",
    "--redact-respondents",
    "--witnesses",
    "--from",
    "--force",
    "--help",
    "-V",
  ],
  ...[
    "--",
    "-",
    "-x",
    "--no-such",
    "--format=json",
    "--format=",
    "--min-index=",
    "-q=",
    "--example=valbruna-pumps",
    "--lang=xx",
    "---",
  ],
];
const values = [
  ...[
    "",
    " ",
    "json",
    "text",
    "markdown",
    "six-pillars",
    "manufacturer-cx-phases",
    "valbruna-pumps",
    "II",
    "entered",
    "0.9",
    "90",
    "-1",
    "1e999",
  ],
  ...[
    "NaN",
    "en",
    "index",
    "gate:x",
    "phase:II",
    "sections",
    "answers,method",
    ",,,",
    "__proto__",
    "constructor",
    "\0",
    "a\nb",
    "\u001b[31m",
    "x".repeat(5000),
  ],
  ...["\uD800", "\u202E", "sales", "Ann", "%s", "$HOME", "*"],
];
const files = [
  ...[
    "",
    ".",
    "..",
    "/",
    "/dev/null",
    "none.yaml",
    "fuzz.yaml",
    "of.yaml",
    "a\0b",
    "x".repeat(300),
    "file:///x",
    "\uD800.yaml",
  ],
  ...["six-pillars", "no/such/file.yaml", "/proc/self/mem", "/dev/full", "-"],
];
/** Only here may anything be written. */
const outputs = ["", ".", "out.txt", "no/such/out.txt", "-", "fuzz.yaml", "of.yaml", "out\0.txt", "/dev/full"];

export function argumentsOf(tape: Tape): string[] {
  const command = tape.chance(92)
    ? tape.pick(Object.keys(commands))
    : tape.pick(["", "scroe", "--help", "help", "-V", "__proto__"]);
  const rest = tape.times(0, 6, () => {
    if (tape.chance(10)) return [tape.pick(["-o", "--output"]), tape.pick(outputs)];
    if (tape.chance(45)) return [tape.pick(options), ...(tape.chance(60) ? [tape.pick(values)] : [])];
    return [tape.pick(tape.chance(60) ? files : values)];
  });
  return [command, ...rest.flat()];
}
