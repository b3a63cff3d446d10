// A real pseudo-terminal (util-linux `script`) with a real screen (xterm without a window): keys in, the screen as people see it out.
// Nothing waits for a time: every wait is for a text on the screen, or for the end of the program.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import xterm from "@xterm/headless";

export const bin = fileURLToPath(new URL("../../bin/cxm.js", import.meta.url));
const patience = 10_000;

export interface Size {
  columns: number;
  rows: number;
}

interface Options extends Partial<Size> {
  env?: Record<string, string>;
  /** The folder it runs in. */
  folder: string;
  /** The commands of a shell, round the command of the program. */
  within?: (program: string) => string;
}

export const keys = {
  enter: "\r",
  up: "\u001b[A",
  down: "\u001b[B",
  escape: "\u001b",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
  ctrlZ: "\u001a",
};

/** As a terminal sends what was pasted, to a program that asked for marks round it. */
export const marked = (text: string): string => `\u001b[200~${text}\u001b[201~`;

/** A text without the day on which it was made. */
export const undated = (text: string): string =>
  text.replace(/\d{4}-\d{2}-\d{2}/g, "YYYY-MM-DD").replace(/\b\d{1,2} \p{Lu}\p{Ll}+ \d{4}\b/gu, "D MONTH YYYY");

const exec = (program: string): string => `exec ${program}`;

export class TestTerminal {
  /** Every byte that was written to the terminal. */
  raw = "";
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  readonly #child: ChildProcess;
  readonly #pidFile: string;
  readonly #ttyFile: string;
  #rows: number;
  #changed = () => {};
  #code: number | null = null;

  constructor(args: string[], { columns = 80, rows = 24, env = {}, folder, within = exec }: Options) {
    const own = mkdtempSync(join(tmpdir(), "cxm-terminal-"));
    this.#pidFile = join(own, "pid");
    this.#ttyFile = join(own, "tty");
    this.#rows = rows;
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5000 });
    const quoted = [process.execPath, bin, ...args].map(one => `'${one.replaceAll("'", "'\\''")}'`).join(" ");
    const told = `stty cols ${columns} rows ${rows}; echo $$ >'${this.#pidFile}'; tty >'${this.#ttyFile}'`;
    const command = `${told}; ${within(quoted)}`;
    const { npm_execpath: _, NO_COLOR: __, FORCE_COLOR: ___, ...inherited } = process.env;
    this.#child = spawn("script", ["-qfec", command, "/dev/null"], {
      cwd: folder,
      env: { ...inherited, TERM: "xterm-256color", SHELL: "/bin/sh", ...env },
    });
    this.#child.on("error", () => {
      this.#fail(
        "These tests need a pseudo-terminal: install `script` of util-linux (package bsdutils or util-linux).",
      );
    });
    this.#child.on("exit", code => {
      this.#code = code;
      rmSync(own, { recursive: true, force: true });
      this.#changed();
    });
    this.#child.stdin?.on("error", () => {});
    this.#child.stdout?.on("data", (bytes: Buffer) => {
      this.#screen.write(bytes, () => {
        this.raw += bytes.toString();
        this.#changed();
      });
    });
  }

  #failure: Error | null = null;
  #fail(text: string) {
    this.#failure = new Error(text);
    this.#changed();
  }

  /** What is on the screen now, without blank lines at its end. */
  text(): string {
    const { buffer } = this.#screen;
    const from = buffer.active.viewportY;
    return Array.from(
      { length: this.#rows },
      (_, at) => buffer.active.getLine(from + at)?.translateToString(true) ?? "",
    )
      .join("\n")
      .trimEnd();
  }

  /** Everything, with what has scrolled away. */
  history(): string {
    const { active } = this.#screen.buffer;
    return Array.from({ length: active.length }, (_, at) => active.getLine(at)?.translateToString(true) ?? "")
      .join("\n")
      .trimEnd();
  }

  /** Whether this can be read, wherever the lines break. */
  shows = (text: string): boolean => this.text().replace(/\s/g, "").includes(text.replace(/\s/g, ""));

  press(...strokes: string[]): void {
    for (const one of strokes) this.#child.stdin?.write(one);
  }

  /** A frame ends with the cursor; a part of one may have come. */
  #isWhole(): boolean {
    const [line, ...cursors] = ["\u001b[K", "\u001b[?25h", "\u001b[?25l"].map(code => this.raw.lastIndexOf(code));
    return line! <= Math.max(...cursors);
  }

  /** Until all of these are on the screen, wherever the lines break. */
  async see(...texts: string[]): Promise<string> {
    await this.#until(
      () => this.#isWhole() && texts.every(text => this.shows(text)),
      `waited for ${JSON.stringify(texts)}`,
    );
    return this.text();
  }

  async end(): Promise<number> {
    await this.#until(() => this.#code !== null, "waited for the end");
    await new Promise<void>(done => this.#screen.write("", done));
    return this.#code!;
  }

  async #until(met: () => boolean, what: string): Promise<void> {
    const late = setTimeout(() => this.#fail(`${what}; on the screen was:\n${this.text()}`), patience);
    try {
      while (!met()) {
        if (this.#failure) throw this.#failure;
        if (this.#code !== null && what !== "waited for the end")
          throw new Error(`${what}; it ended with ${this.#code}:\n${this.history()}`);
        await new Promise<void>(done => {
          this.#changed = done;
        });
      }
    } finally {
      clearTimeout(late);
    }
  }

  /** The window gets another size. */
  resize(columns: number, rows: number): void {
    this.#rows = rows;
    this.#screen.resize(columns, rows);
    const tty = readFileSync(this.#ttyFile, "utf8").trim();
    execFileSync("stty", ["-F", tty, "cols", String(columns), "rows", String(rows)]);
  }

  /** The program itself, not the terminal around it. */
  pid = (): number => Number(readFileSync(this.#pidFile, "utf8"));

  kill(signal: NodeJS.Signals): void {
    process.kill(this.pid(), signal);
  }

  /** The window is closed: the pseudo-terminal goes away, and its programs hear about it. */
  close(): number {
    const pid = this.pid();
    this.#child.kill("SIGKILL");
    return pid;
  }

  [Symbol.dispose](): void {
    if (this.#code !== null) return;
    try {
      if (existsSync(this.#pidFile)) this.kill("SIGKILL");
    } catch {
      // It has ended by itself meanwhile.
    }
    this.#child.kill("SIGKILL");
  }
}
