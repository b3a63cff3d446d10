// Colour in a terminal: the 16 colours of the user's own palette, so that light and dark terminals both stay readable.
import { Chalk } from "chalk";
import type { Style } from "../render/view.ts";

const chalk = new Chalk({ level: 1 });

export const colourStyle: Style = {
  heading: text => chalk.bold(text),
  strong: text => chalk.bold(text),
  faint: text => chalk.dim(text),
  good: text => chalk.green(text),
  warn: text => chalk.yellow(text),
};
