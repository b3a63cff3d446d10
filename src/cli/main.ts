// The program: arguments in, exit code out. Everything a command does to the world goes through `io`; nothing here ends the process.
import { Command, CommanderError } from "commander";
import { forgetInputs } from "../files.ts";
import { type CommandWords, languages, usualLanguage } from "../locales/index.ts";
import { UserError } from "../problem.ts";
import { catalog } from "../questionnaire/catalog.ts";
import { cleanInPlace } from "../render/clean.ts";
import { hintsText } from "../render/fold.ts";
import { commands } from "./commands.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandName, type Io, isAsked, widthOf } from "./io.ts";

export async function main(args: string[], io: Io, version: string): Promise<number> {
  let code: number = exitCodes.done;
  const program = createProgram(io, version, await languages[usualLanguage].commands(), finished => {
    code = finished;
  });
  forgetInputs();
  try {
    const wanted = args.length > 0 ? args : await greet(io);
    if (wanted === null) return exitCodes.cancelled;
    if (wanted.length > 0) await program.parseAsync(wanted, { from: "user" });
    return code;
  } catch (error) {
    return report(error, io, version);
  }
}

/** Tells what there is; where somebody is there, asks what to begin with. Out: arguments; null where they leave. */
async function greet(io: Io): Promise<string[] | null> {
  const { greeting, menu } = (await languages[usualLanguage].words()).cli;
  io.stdout.write(hintsText(greeting(commandName(io), catalog()[0]!.id), widthOf(io.stdout)));
  if (!isAsked(io) || !io.stdout.isTTY) return [];
  io.stdout.write("\n");
  const { askText, choose } = await import("../terminal/ask.ts");
  const chosen = await choose(
    menu.question,
    menuEntries.map(value => ({ name: menu[value], value })),
  );
  if (chosen === "example") return ["score", "--example"];
  if (chosen === "assess") {
    const file = await askText(menu.file, menu.usualFile, text => text.trim() !== "" || menu.fileNeeded);
    return file === null ? null : ["assess", file.trim()];
  }
  return chosen === null ? null : chosen === "nothing" ? [] : [chosen];
}

const menuEntries = ["example", "assess", "list", "new", "nothing"] as const;

/** The whole command line, also for the test that holds the README's lists to it. */
export function createProgram(io: Io, version: string, words: CommandWords, finish: (code: number) => void): Command {
  const program = new Command("cxm").description(words.program).version(version, "-V, --version");
  for (const make of Object.values(commands)) program.addCommand(make(io, finish, words));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(cleanLines(text)),
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
    });
    command.showSuggestionAfterError();
    command.showHelpAfterError(words.tryHelp(command === program ? "" : command.name()));
  }
  return program;
}

async function report(error: unknown, io: Io, version: string): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.cannot;
  if (error instanceof UserError) {
    const { printProblems } = await import("./report-problems.ts");
    const { styleFor } = await import("./view.ts");
    const words = await languages[usualLanguage].problems();
    io.stderr.write(printProblems(words, error.problems, await styleFor(io.stderr, io.env), Boolean(io.stderr.isTTY)));
    return exitCodes.cannot;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const words = await languages[usualLanguage].words();
  io.stderr.write(`${words.cli.bug(version, cleanLines(trace))}\n`);
  return exitCodes.bug;
}

/** What was typed on the command line is quoted in what is said about it. */
const cleanLines = (text: string): string => text.split("\n").map(cleanInPlace).join("\n");
