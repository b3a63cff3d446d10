// What assess does: opens or begins the file, holds the conversation, saves after every answer, and ends with the verdict.

import { existsSync } from "node:fs";
import { extname } from "node:path";
import { newText } from "../assessment/edit.ts";
import { openStore, removeLeftovers } from "../assessment/store.ts";
import { readDocument } from "../document.ts";
import { evaluate, outlookOn } from "../evaluate/evaluate.ts";
import { compile, type Program } from "../evaluate/program.ts";
import { press } from "../interview/press.ts";
import { progressOf } from "../interview/progress.ts";
import { type State, start } from "../interview/state.ts";
import { type InterviewWords, languages } from "../locales/index.ts";
import { type Assessment, isPath } from "../model/assessment.ts";
import type { Hints } from "../model/hints.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { nearest } from "../nearest.ts";
import { problem, UserError } from "../problem.ts";
import { catalog } from "../questionnaire/catalog.ts";
import { clean } from "../render/clean.ts";
import { hintsText } from "../render/fold.ts";
import { renderText } from "../render/text.ts";
import { forgetTerminalIfGone } from "../terminal/gone.ts";
import { type Conversation, converse, usualColumns, usualRows } from "../terminal/interview.ts";
import { converseByLine } from "../terminal/linear.ts";
import { drawRemark, drawScreen } from "../terminal/screen.ts";
import type { AssessOptions } from "./assess.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandName, type Io, todayOf, widthOf } from "./io.ts";
import { openAssessment, openQuestionnaire, readAssessment, rememberedAs } from "./open.ts";
import { assertWritable, createSaver } from "./saver.ts";
import { styleFor, viewFor } from "./view.ts";

export async function runAssess(io: Io, file: string, options: AssessOptions): Promise<number> {
  const linear = options.linear === true || io.env.TERM === "dumb";
  if (!linear && !(io.stdin?.isTTY && io.stdout.isTTY)) throw new UserError([problem("not-a-terminal", null, {})]);
  const today = todayOf(io);
  const { questionnaire, assessment, text } = await begin(file, today, options.questionnaire);
  assertRole(questionnaire, options.role);
  assertWritable(file);
  removeLeftovers(file);
  const program = compile(questionnaire);
  const read = (found: string) => readAssessment(found, file, questionnaire);
  const saver = createSaver(openStore(file, text, { read }));
  const style = await styleFor(io.stdout, io.env);
  const words = await languages[options.lang].interview();
  const { role, respondent } = options;
  const terminal = () => {
    const { columns = usualColumns, rows = usualRows } = io.stdout;
    return { columns, rows: linear ? Number.POSITIVE_INFINITY : rows, style, words, linear };
  };
  const progress = ofLast((state: State) => progressOf(program, state));
  const { verdict } = outlookOn(program, assessment);
  const deciding = verdict.decidedBy.flatMap(({ fact }) => fact ?? []);
  const conversation: Conversation = {
    state: saver.keep(start({ questionnaire, assessment, role, respondent, today, deciding })),
    press: (state, key) => saver.keep(press(state, key)),
    draw: (state, typed) => drawScreen(state, progress(state), typed, terminal()),
    ...(linear && { remark: (state: State) => drawRemark(state, terminal()) }),
  };
  const last = await hold(io, conversation, linear);
  saver.finish();
  return part(io, words, file, program, last, options);
}

/** Remembers the last result: a text is drawn with every key, and only the end of it changes the state. */
function ofLast<In, Out>(make: (value: In) => Out): (value: In) => Out {
  let last: { value: In; made: Out } | null = null;
  return value => {
    if (last?.value !== value) last = { value, made: make(value) };
    return last.made;
  };
}

async function begin(
  file: string,
  today: string,
  wanted?: string,
): Promise<{ questionnaire: Questionnaire; assessment: Assessment; text: string }> {
  if (existsSync(file)) {
    const document = readDocument(file);
    return { ...(await openAssessment(document, wanted)), text: document.text };
  }
  const questionnaire = await openQuestionnaire(wanted ?? catalog()[0]!.id);
  const id = rememberedAs(file, questionnaire, wanted);
  const { version } = questionnaire;
  const organization = "";
  const assessment = { questionnaire: id, version, organization, date: today };
  const text = newText({ ...questionnaire, id }, organization, { date: today, json: extname(file) === ".json" });
  return { questionnaire, assessment, text };
}

function assertRole(questionnaire: Questionnaire, role: string | undefined): void {
  const known = questionnaire.roles.map(({ id }) => id);
  if (role === undefined || known.includes(role)) return;
  throw new UserError([
    problem("option-value", null, { option: "--role", value: role, known, suggestion: nearest(role, known) }),
  ]);
}

/** Holds the conversation to its end; a closed terminal or a signal ends it like "save and quit". */
async function hold(io: Io, conversation: Conversation, linear: boolean): Promise<State> {
  const { state } = conversation;
  if (state.ended) return state;
  const hangUp = new AbortController();
  const { signal } = hangUp;
  const stop = () => hangUp.abort();
  const signals = ["SIGHUP", "SIGINT", "SIGTERM", "SIGQUIT"];
  for (const name of signals) process.on(name, stop);
  forgetTerminalIfGone();
  try {
    const input = io.stdin ?? process.stdin;
    if (!linear) return await converse(conversation, input, io.stdout, signal);
    const marked = io.stdout.isTTY === true && io.env.TERM !== "dumb";
    return await converseByLine(conversation, input, io.stdout, { signal, marked });
  } finally {
    for (const name of signals) process.off(name, stop);
  }
}

async function part(
  io: Io,
  words: InterviewWords,
  file: string,
  program: Program,
  last: State,
  options: AssessOptions,
): Promise<number> {
  const cxm = commandName(io);
  if (last.ended === "quit") {
    const resume = resumeCommand(cxm, file, last, options.questionnaire);
    tell(io, existsSync(file) ? words.saved(clean(file), resume) : words.nothingYet(resume));
    return exitCodes.cancelled;
  }
  const view = await viewFor(io, last.questionnaire, options.lang, true);
  io.stdout.write(renderText(view, evaluate(program, last.assessment)));
  io.stdout.write("\n");
  tell(io, words.finished(cxm, clean(file), [quote(file), ...ownOf(last, file, options.questionnaire)].join(" ")));
  return exitCodes.done;
}

const tell = (io: Io, hints: Hints) => io.stdout.write(hintsText(hints, widthOf(io.stdout)));

/** The command that goes on exactly where this respondent stopped. */
function resumeCommand(cxm: string, file: string, state: State, asked: string | undefined): string {
  const { respondent, role, response } = state;
  const who =
    response === null
      ? []
      : [...(respondent ? ["--respondent", quote(respondent)] : []), ...(role ? ["--role", role] : [])];
  return [cxm, "assess", quote(file), ...who, ...ownOf(state, file, asked)].join(" ");
}

/** What the file does not say yet, or never did, has to be named again, as it was named now. */
function ownOf({ assessment, questionnaire }: State, file: string, asked: string | undefined): string[] {
  const named = assessment.questionnaire;
  const isFound = existsSync(file) && (isPath(named) || (named === asked && questionnaire.id === named));
  return asked === undefined || isFound ? [] : ["-q", quote(asked)];
}

const quote = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
