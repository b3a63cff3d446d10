// What show does: lays a whole questionnaire out for a reader, or for those who fill it in on paper.
import { languages, usualLanguage } from "../locales/index.ts";
import { printJson } from "../render/json.ts";
import type { View } from "../render/view.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { openQuestionnaire } from "./open.ts";
import { openOutput } from "./output.ts";
import type { ShowOptions } from "./show.ts";
import { viewFor } from "./view.ts";

export async function runShow(io: Io, name: string, options: ShowOptions): Promise<number> {
  const { format, output } = options;
  const questionnaire = await openQuestionnaire(name);
  const write = await openOutput(io, options);
  const view = await viewFor(io, questionnaire, usualLanguage, output === undefined && format === "text");
  write(await printed[format](view));
  return exitCodes.done;
}

const printed = {
  text: async (view: View) => (await import("../render/overview.ts")).overview(view),
  markdown: async (view: View) => {
    // Only here: no other command needs the hand-out or its words.
    const { handout } = await import("../render/handout.ts");
    return handout(view, await languages[usualLanguage].handout());
  },
  json: ({ questionnaire }: View) => printJson(questionnaire),
} satisfies Record<ShowOptions["format"], (view: View) => string | Promise<string>>;
