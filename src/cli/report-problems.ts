// Problems in print: `file:line:col  code  what is wrong`, what to do under it, and in a terminal the line itself with a caret.
import { readFileSync } from "node:fs";
import type { ProblemWords } from "../locales/index.ts";
import type { Place, Problem } from "../problem.ts";
import { clean, cleanInPlace } from "../render/clean.ts";
import { plainStyle, type Style } from "../render/view.ts";

export interface SaidProblem {
  what: string;
  advice: string;
}

export function say(words: ProblemWords, problem: Problem): SaidProblem {
  const { what, advice } = sentenceOf(words, problem);
  return { what: clean(what), advice: clean(advice) };
}

/** Each sentence takes the problems of its own code, which no table can say to the compiler. */
const sentenceOf = ({ sentences }: ProblemWords, problem: Problem): SaidProblem =>
  (sentences[problem.code] as (problem: Problem) => SaidProblem)(problem);

const order = ({ place }: Problem) => [place?.file ?? "", place?.line ?? 0, place?.col ?? 0] as const;

/** In reading order: by file, line, column. */
export function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => {
    const [fileA, lineA, colA] = order(a);
    const [fileB, lineB, colB] = order(b);
    return (fileA < fileB ? -1 : fileA > fileB ? 1 : 0) || lineA - lineB || colA - colB;
  });
}

/** Nobody mends more at once, and what comes first is often what the others come from. */
const mostPrinted = 100;

export function printProblems(
  words: ProblemWords,
  problems: readonly Problem[],
  style: Style = plainStyle,
  frames = false,
): string {
  const ordered = sorted(problems);
  // Of too many the errors come first.
  const chosen =
    ordered.length > mostPrinted
      ? [...ordered]
          .sort((a, b) => Number(a.severity !== "error") - Number(b.severity !== "error"))
          .slice(0, mostPrinted)
      : ordered;
  const lines = chosen.flatMap(problem => {
    const { what, advice } = say(words, problem);
    const where = placeText(problem.place);
    return [
      `${where ? `${style.strong(where)}  ` : ""}${style.warn(problem.code)}  ${what}`,
      ...(frames && problem.place ? frame(problem.place).map(line => style.faint(line)) : []),
      ...(advice ? [`  ${advice}`] : []),
    ];
  });
  if (ordered.length > chosen.length) lines.push(words.more(ordered.length - chosen.length));
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

function placeText(place: Place | null): string {
  if (!place) return "";
  return [cleanInPlace(place.file), place.line, place.col].filter(part => part !== undefined).join(":");
}

const longestLine = 200;

/** The line at fault and a caret under it; nothing where the file cannot be read as lines. */
function frame({ file, line, col }: Place): string[] {
  if (line === undefined || col === undefined) return [];
  try {
    const text = readFileSync(file, "utf8").split(/\r?\n/)[line - 1];
    if (text === undefined || text.length > longestLine) return [];
    const label = `  ${line} | `;
    return [`${label}${text.replace(/[^\P{C}]/gu, " ")}`, `${" ".repeat(label.length + col - 1)}^`];
  } catch {
    return [];
  }
}
