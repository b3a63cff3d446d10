// A terminal for the drawn interview without a process: reads in, and every write counted.

import { EventEmitter } from "node:events";
import type { Key } from "../../src/interview/press.ts";
import { press } from "../../src/interview/press.ts";
import type { State } from "../../src/interview/state.ts";
import { interview as words } from "../../src/locales/en/interview.ts";
import { plainStyle } from "../../src/render/view.ts";
import { converse } from "../../src/terminal/interview.ts";
import { drawScreen } from "../../src/terminal/screen.ts";

const progress = {
  answered: 0,
  na: 0,
  total: 0,
  dimension: null,
  section: null,
  mine: [],
  others: [],
  unheard: { refs: [], roles: [], canChange: false },
  left: { facts: 0, questions: 0 },
};

export class FakeTerminal {
  readonly input = Object.assign(new EventEmitter(), {
    isTTY: true,
    setRawMode: (raw: boolean) => this.modes.push(raw),
    pause: () => {},
    resume: () => {},
  });
  readonly output = Object.assign(new EventEmitter(), {
    columns: 80,
    rows: 24,
    write: (text: string) => this.writes.push(text),
  });
  readonly modes: boolean[] = [];
  readonly writes: string[] = [];
  readonly keys: Key[] = [];
  readonly ended: Promise<State>;
  readonly #hangUp = new AbortController();
  state: State;

  constructor(state: State, pressed: typeof press = press) {
    this.state = state;
    const conversation = {
      state,
      press: (at: State, key: Key) => {
        this.keys.push(key);
        this.state = pressed(at, key);
        return this.state;
      },
      draw: (at: State, typed: string) =>
        drawScreen(at, progress, typed, { columns: 80, rows: 24, style: plainStyle, words }),
    };
    this.ended = converse(conversation, this.input, this.output, this.#hangUp.signal);
  }

  /** One read after the other; in how many writes the screen was drawn. */
  read(...chunks: (string | Buffer)[]): number {
    const before = this.writes.length;
    for (const chunk of chunks) this.input.emit("data", Buffer.from(chunk));
    return this.writes.length - before;
  }

  /** What is on the screen that is drawn last, without what moves the cursor. */
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is told
  screen = (): string => (this.writes.at(-1) ?? "").replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "");

  hangUp = () => this.#hangUp.abort();
}
