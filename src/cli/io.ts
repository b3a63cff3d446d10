// What a command may touch of the outside world: handed in by the launcher, and by tests.

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  rows?: number | undefined;
  on?(event: "resize" | "error", listener: () => void): unknown;
  off?(event: "resize" | "error", listener: () => void): unknown;
}

export interface Io {
  /** Data, for a file or the next program. */
  stdout: Output;
  /** Talk, for a person. */
  stderr: Output;
  /** Keys or lines from a person; only the interview reads. */
  stdin?: NodeJS.ReadStream;
  env: Record<string, string | undefined>;
  /** The local day, YYYY-MM-DD; tests hand in theirs. */
  today?: string;
}

export function todayOf({ today }: Io): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return today ?? `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const narrowest = 40;
const widest = 100;
const usual = 80;

/** Columns to wrap at: what a person reads well, within what the terminal has. */
export function widthOf(output: Output): number {
  return Math.min(widest, Math.max(narrowest, output.columns ?? usual));
}

/** Colour only where a person looks, unless the environment says otherwise (no-color.org). */
export function wantsColour({ isTTY }: Output, env: Io["env"]): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return !env.NO_COLOR && Boolean(isTTY) && env.TERM !== "dumb";
}

/** Whether somebody is there to answer a question. */
export const isAsked = ({ stdin, stderr }: Io): boolean => Boolean(stdin?.isTTY && stderr.isTTY);

/** How the reader can call this program: in a clone or a project it is not on the path, and npm finds it. */
export const commandName = ({ env }: Io): string => (env.npm_execpath === undefined ? "cxm" : "npx cxm");
