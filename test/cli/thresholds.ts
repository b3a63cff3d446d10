// The transcripts of thresholds: each met, not met, and not to be had. Figures are those of test/expected and of the fixtures.
import { doubtful, nordlicht, partly, run, type Transcript, valbruna } from "./runs.ts";

export const thresholds: Record<string, Transcript> = {
  "min-phase": {
    title: "--min-phase",
    runs: [
      run(`score ${nordlicht} --min-phase II`, 0, ["Phase II: "], { lines: 6, silent: ["not met"] }),
      run(`score ${nordlicht} --min-phase I`, 0, ["Phase II: "], { lines: 6, silent: ["not met"] }),
      run(
        `score ${valbruna} --min-phase II`,
        1,
        [
          `${valbruna}: --min-phase II is not met.`,
          // The criteria that fail its gates by hand (test/expected): entry, and de facto.
          ...["ow-sponsor", "ow-commitment", "of-rules", "of-realtime"],
        ],
        { lines: 6 },
      ),
      run(`score ${valbruna} --min-phase IX`, 2, ["`--min-phase` cannot be `IX`", "`0`, `I`, `II`, `III`"], {
        silent: ["Valbruna"],
      }),
      run(`${partly} --min-phase mild`, 0, ["Band mild"], { lines: 6, silent: ["not met"] }),
      run(`${partly} --min-phase moderate`, 1, ["self-worth (Self-worth)", "pace (Pace)"], {
        lines: 6,
        silent: ["joy (Joy)"],
      }),
    ],
  },
  "min-status": {
    title: "--min-status",
    runs: [
      run(`score ${nordlicht} --min-phase II --min-status established`, 0, ["(established)"], {
        lines: 6,
        silent: ["not met"],
      }),
      run(`score ${valbruna} --min-status entered`, 0, ["(entered)"], { lines: 6, silent: ["not met"] }),
      run(
        `score ${doubtful} --min-status established`,
        1,
        [`${doubtful}: --min-status established is not met.`, "of-rules ("],
        { lines: 6, silent: ["of-realtime ("] },
      ),
      // Phase I knows no second status: what is in the way is what keeps from the next phase, which does.
      run(
        `score ${valbruna} --min-status established`,
        1,
        [`${valbruna}: --min-status established is not met.`, "of-rules (", "of-realtime (", "ow-sponsor ("],
        { lines: 6, silent: ["of-hands-free ("] },
      ),
      run(`score ${valbruna} --min-status establish`, 2, ["--min-status", "entered, established"]),
    ],
  },
  "min-index": {
    title: "--min-index",
    runs: [
      run(`score ${valbruna} --min-index 23.24`, 0, ["23.2 of 100"], { lines: 14, silent: ["not met"] }),
      run(
        `score ${valbruna} --min-index 23.25`,
        1,
        [`${valbruna}: --min-index 23.25 is not met.`, /Too low: .*\(.*\)/],
        { lines: 14 },
      ),
      run(`${partly} --min-index 25.9`, 0, ["25.9 to 48.2"], { lines: 13, silent: ["not met"] }),
      run(`${partly} --min-index 26`, 1, ["--min-index 26 is not met", "self-worth (Self-worth)"], { lines: 13 }),
      run(`score ${valbruna} --min-index 101`, 2, ["a number from 0 to 100"]),
      run(`score ${valbruna} --min-index 0.9`, 2, ["0.9 of 100; did you mean 90?"]),
      run(`score ${valbruna} --min-index 0.001`, 2, ["0.001 of 100."]),
      run(`score ${valbruna} --min-index 0x10`, 2, ["It takes a number from 0 to 100."]),
      run(`score ${valbruna} --min-index 0.29`, 2, ["did you mean 29?"]),
      run(`score ${valbruna} --min-index 0`, 0, ["23.2 of 100"], { lines: 1 }),
      run(`score ${valbruna} --min-index much`, 2, ["a number from 0 to 100"]),
    ],
  },
  complete: {
    title: "--complete",
    runs: [
      run(`score ${valbruna} --complete`, 0, ["45 of 45"], { lines: 12, silent: ["not met"] }),
      run(
        `${partly} --complete`,
        1,
        ["--complete is not met", "self-worth (Self-worth)", "pace (Pace)", "daily (Daily tasks)"],
        { lines: 12, silent: ["joy (Joy)"] },
      ),
    ],
  },
};
