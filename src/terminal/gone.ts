// A terminal that is gone when the program ends. Rule kept: that is no error. Node puts the modes of its standard streams back at the
// very end, and aborts with a stack where that fails for any reason but two; a stream that was closed is one of them.
import { closeSync } from "node:fs";
import { isatty } from "node:tty";

const standard = [0, 1, 2];

export function forgetTerminalIfGone(): void {
  const terminals = standard.filter(isatty);
  process.on("exit", () => {
    for (const descriptor of terminals) if (!isatty(descriptor)) closeSync(descriptor);
  });
}
