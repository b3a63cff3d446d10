// The program run as a person runs it: in this process through `main` with a terminal made up here, or as a process of its own.
import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "../../src/cli/main.ts";

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export const root = path("");
export const goldenFolder = path("test/golden");
export const goldenFile = (name: string): string => join(goldenFolder, name);
export const fixture = (name: string): string => path(`test/fixtures/${name}`);
export const exampleFile = (name: string): string =>
  path(`questionnaires/manufacturer-cx-phases/examples/${name}.yaml`);

/** What the program is told of its surroundings; no terminal and an empty environment unless said otherwise. */
export interface Surroundings {
  columns?: number;
  isTTY?: boolean;
  env?: Record<string, string>;
}

export interface Ran {
  args: string[];
  stdout: string;
  stderr: string;
  code: number;
}

/** Version 0.0.0, so that no golden changes with a release. */
export async function cxm(args: string[], { columns, isTTY, env = {} }: Surroundings = {}): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY,
    columns,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await main(args, { stdout: output("stdout"), stderr: output("stderr"), env }, "0.0.0");
  return { args, code, ...written };
}

/** One run as a reader sees it; escape sequences are made visible. */
export function transcript({ args, stdout, stderr, code }: Ran, lines = Number.POSITIVE_INFINITY): string {
  const shell = args.map(arg => (/[^\w./=-]/.test(arg) ? `'${arg}'` : arg));
  const block = (name: string, text: string) => {
    if (text === "") return [];
    const shown = text.replaceAll("\u001b", "\\e").split("\n");
    const cut = shown.length > lines ? [...shown.slice(0, lines), "...", ""] : shown;
    return [`${name}:`, `\`\`\`text\n${cut.join("\n")}\`\`\``];
  };
  return [
    `    $ cxm ${shell.join(" ")}`.trimEnd(),
    ...block("stdout", stdout),
    ...block("stderr", stderr),
    `exit ${code}`,
  ]
    .join("\n\n")
    .concat("\n");
}

/** A new folder with the examples and fixtures in it, and how to remove it. */
export function workFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "cxm-test-"));
  cpSync(path("questionnaires/manufacturer-cx-phases/examples"), folder, { recursive: true });
  cpSync(path("test/fixtures"), folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Builds when nothing is built (`npm test` builds before); of several test files at once, one does and the others wait. */
export function ensureBuilt(): void {
  const built = path("dist/licences.txt");
  const lock = path("node_modules/.building");
  if (existsSync(built)) return;
  try {
    mkdirSync(lock);
  } catch {
    for (let i = 0; i < 600 && existsSync(lock); i++) Atomics.wait(pause, 0, 0, 100);
    return;
  }
  try {
    execFileSync("npm", ["run", "build"], { cwd: root, stdio: "pipe" });
  } finally {
    rmSync(lock, { recursive: true });
  }
}

/** `node bin/cxm.js`, waited for; killed when it takes longer than it may. */
export function spawnCxm(
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path("bin/cxm.js"), ...args], spawnOptions(options));
}

/** A line for bash in which `$CXM` is the program; fails when any part of a pipe does. */
export function bash(
  line: string,
  options: { cwd?: string; env?: Record<string, string> } = {},
): SpawnSyncReturns<string> {
  const env = { CXM: `${process.execPath} ${path("bin/cxm.js")}`, ...options.env };
  return spawnSync("bash", ["-o", "pipefail", "-c", line], spawnOptions({ ...options, env }));
}

const spawnOptions = ({ cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> }) => {
  const { NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  return {
    cwd,
    env: { ...inherited, ...env },
    encoding: "utf8" as const,
    timeout: 20_000,
    maxBuffer: 64 * 1024 * 1024,
  };
};
