// What a terminal is put into while an interview lasts: keys one by one, pastes marked. Rule kept: it is put back at every end, also
// when the program is stopped (Ctrl-Z) or breaks down; and what a terminal that is gone answers to that is no error.

export interface Keys {
  isTTY?: boolean | undefined;
  setRawMode?: (raw: boolean) => unknown;
  on(event: "error", listener: () => void): unknown;
}

export interface Hold {
  /** Stops the program as Ctrl-Z does, until the shell goes on with it. */
  stop(): void;
  release(): void;
}

interface TerminalWish {
  /** Keys one by one and unseen; otherwise lines, as the terminal edits them. */
  raw: boolean;
  /** Marks round what is pasted, which a terminal that knows no sequences would print. */
  marked: boolean;
  /** Before it stops, and after it goes on. */
  stops(): void;
  goesOn(): void;
}

const marksOn = "\u001b[?2004h";
const marksOff = "\u001b[?2004l";
const showCursor = "\u001b[?25h";
/** Nobody stops a program that no shell watches: then it goes on by itself. */
const notStopped = 200;
const canStop = process.platform !== "win32";

export function holdTerminal(input: Keys, write: (text: string) => unknown, wish: TerminalWish): Hold {
  const { raw, marked } = wish;
  let stopped: NodeJS.Timeout | null = null;
  // For good: putting back the mode of a terminal that is gone is one more error.
  input.on("error", () => {});
  const take = () => {
    // Twice: whoever had the terminal meanwhile left it in another mode, and the same one again is not set.
    if (raw) for (const mode of [false, true]) input.setRawMode?.(mode);
    if (marked) write(marksOn);
  };
  const giveBack = () => {
    if (raw) input.setRawMode?.(false);
    write(`${marked ? marksOff : ""}${raw ? showCursor : ""}`);
  };
  const stop = () => {
    if (stopped || !canStop) return;
    wish.stops();
    giveBack();
    process.off("SIGTSTP", stop);
    stopped = setTimeout(goOn, notStopped);
    // All of the job: a shell waits for npx too.
    process.kill(0, "SIGTSTP");
  };
  const goOn = () => {
    if (stopped) {
      clearTimeout(stopped);
      stopped = null;
      process.on("SIGTSTP", stop);
    }
    take();
    wish.goesOn();
  };
  take();
  process.on("exit", giveBack);
  if (canStop) {
    process.on("SIGTSTP", stop);
    process.on("SIGCONT", goOn);
  }
  return {
    stop,
    release: () => {
      if (stopped) clearTimeout(stopped);
      process.off("exit", giveBack);
      process.off("SIGTSTP", stop);
      process.off("SIGCONT", goOn);
      giveBack();
    },
  };
}
