// The heavy halves of the commands, behind one door: `--help` and the like start without them, and the rest loads one file.
export { printProblems } from "./report-problems.ts";
export { runCheck } from "./run-check.ts";
export { runExplain } from "./run-explain.ts";
export { runReport } from "./run-report.ts";
export { runScore } from "./run-score.ts";
export { runShow } from "./run-show.ts";
export { styleFor } from "./view.ts";
