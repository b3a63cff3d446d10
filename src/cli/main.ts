// The program: arguments in, exit code out. Everything a command does to the world goes through `io`; nothing here ends the process.
import { Command, CommanderError } from "commander";
import { forgetInputs } from "../files.ts";
import { words } from "../locales/en/words.ts";
import { UserError } from "../problem.ts";
import { catalog } from "../questionnaire/catalog.ts";
import { cleanInPlace } from "../render/clean.ts";
import { hintsText } from "../render/fold.ts";
import { commands } from "./commands.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandName, type Io, widthOf } from "./io.ts";

export async function main(args: string[], io: Io, version: string): Promise<number> {
  let code: number = exitCodes.done;
  const program = createProgram(io, version, finished => {
    code = finished;
  });
  forgetInputs();
  try {
    if (args.length === 0) {
      io.stdout.write(hintsText(words.cli.greeting(commandName(io), catalog()[0]!.id), widthOf(io.stdout)));
      return exitCodes.done;
    }
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return report(error, io, version);
  }
}

/** The whole command line, also for the test that holds the README's lists to it. */
export function createProgram(io: Io, version: string, finish: (code: number) => void): Command {
  const program = new Command("cxm")
    .description(
      "Where an organisation stands on its customer-experience journey, its one next step, and the partner for it.",
    )
    .version(version, "-V, --version");
  for (const make of Object.values(commands)) program.addCommand(make(io, finish));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(cleanLines(text)),
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
    });
    command.showSuggestionAfterError();
    command.showHelpAfterError(`Try cxm ${command === program ? "" : `${command.name()} `}--help.`);
  }
  return program;
}

async function report(error: unknown, io: Io, version: string): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.cannot;
  if (error instanceof UserError) {
    const { printProblems } = await import("./report-problems.ts");
    const { styleFor } = await import("./view.ts");
    io.stderr.write(printProblems(error.problems, await styleFor(io.stderr, io.env), Boolean(io.stderr.isTTY)));
    return exitCodes.cannot;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`${words.cli.bug(version, cleanLines(trace))}\n`);
  return exitCodes.bug;
}

/** What was typed on the command line is quoted in what is said about it. */
const cleanLines = (text: string): string => text.split("\n").map(cleanInPlace).join("\n");
