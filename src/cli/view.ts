// The view of a command: the language asked for, and colour and width where the result goes to a terminal.
import { type Language, languages } from "../locales/index.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { createView, plainStyle, type Style, type View } from "../render/view.ts";
import { type Io, type Output, wantsColour, widthOf } from "./io.ts";

export async function styleFor(output: Output, env: Io["env"]): Promise<Style> {
  if (!wantsColour(output, env)) return plainStyle;
  return (await import("../terminal/style.ts")).colourStyle;
}

export async function viewFor(
  io: Io,
  questionnaire: Questionnaire,
  lang: Language,
  toTerminal: boolean,
): Promise<View> {
  const style = toTerminal ? await styleFor(io.stdout, io.env) : plainStyle;
  return createView(questionnaire, await languages[lang].words(), style, widthOf(io.stdout));
}
