// A change, made in the text of an assessment. Rule kept: only the lines of what the change names differ; whatever cannot be edited in
// place is printed anew, and nothing is lost in either way.
import { isDeepStrictEqual } from "node:util";
import { parse, parseDocument } from "yaml";
import type { Path } from "../document.ts";
import { longForm, type Written } from "../model/assessment.ts";
import { applyChange, type Change } from "./change.ts";
import { block, type Writing } from "./scalar.ts";
import { isJson, type LineLayout, splice } from "./splice.ts";
import { own, unfold } from "./unfold.ts";

const plain: Writing = { json: false, flow: false, quotes: "plain" };

/** The text of a new assessment, ready to be answered. */
export function newText(
  questionnaire: { id: string; version: string; title: string },
  organization: string,
  { date, json = false }: { date?: string; json?: boolean } = {},
): string {
  const { id, version, title } = questionnaire;
  const empty = {
    questionnaire: id,
    version,
    ...(organization && { organization }),
    ...(date !== undefined && { date }),
  };
  if (json) return `${JSON.stringify(empty, null, 2)}\n`;
  const lines = block(empty, plain, "", "  ");
  return [
    `# ${title}: the answers of one organisation. With this file, cxm assess goes on where it was left.`,
    ...lines,
    "",
  ].join("\n");
}

export function editText(text: string, change: Change): string {
  const written: Written = parse(text, { schema: "core", uniqueKeys: false });
  const wanted = applyChange(longForm(written), change);
  if (isDeepStrictEqual(longForm(written), wanted)) return text;
  for (const lines of [() => text, () => laidOut(text)]) {
    const edited = edit(lines(), written, change);
    if (edited !== null && isDeepStrictEqual(longForm(readBack(edited)), wanted)) return edited;
  }
  return isJson(text) ? asJson(text, wanted) : `${block(wanted, plain, "", "  ").join("\n")}\n`;
}

function edit(text: string, written: Written, change: Change): string | null {
  const isSecond = change.kind === "respond" && written.answers !== undefined;
  return edits(written, change).reduce<string | null>(
    (made, { path, value, layout }) => made && splice(made, path, value, layout),
    isSecond ? unfold(text) : text,
  );
}

/** For whatever cannot be edited as it is written: comments and the order of keys stay, spacing does not. */
function laidOut(text: string): string {
  if (isJson(text)) return asJson(text, JSON.parse(text));
  return parseDocument(text, { schema: "core", uniqueKeys: false }).toString({ lineWidth: 0 });
}

const asJson = (text: string, value: unknown): string =>
  `${JSON.stringify(value, null, /^\{\s*\n([ \t]+)/.exec(text)?.[1] ?? 2)}\n`;

/** What does not read back at all is no edit. */
function readBack(text: string): Written {
  const document = parseDocument(text, { schema: "core", uniqueKeys: false });
  return document.errors.length > 0 ? ({} as Written) : document.toJS();
}

interface Edit {
  path: Path;
  value: unknown;
  layout: LineLayout;
}

/** Where in the file a change takes place. */
function edits(written: Written, change: Change): Edit[] {
  const { responses = [] } = longForm(written);
  const edit = (path: Path, value: unknown, layout: LineLayout = "lines"): Edit[] => [{ path, value, layout }];
  const response = (at: number): Path => (written.answers ? [] : ["responses", at]);
  switch (change.kind) {
    case "organization":
    case "lineOfBusiness":
      return edit([change.kind], change.value);
    case "fact":
      return edit(["facts", change.id], change.value, "line");
    case "respond": {
      const { respondent, role, date } = change;
      const given = Object.entries({ respondent, role, date }).filter(([, value]) => value !== undefined);
      return edit(["responses", responses.length], { ...Object.fromEntries(given), answers: {} });
    }
    case "leave":
      return written.answers
        ? own.flatMap(key => edit([key], undefined))
        : edit(["responses", change.response], undefined);
    case "rename":
      return edit([...response(change.response), "respondent"], change.respondent);
    case "role":
      return edit([...response(change.response), "role"], change.role);
    case "agree":
      return edit(["agreed", change.id], change.value);
    case "answer":
      return edit([...response(change.response), "answers", change.id], change.value);
    case "row":
      return edit([...response(change.response), "grids", change.grid, change.row], change.value, "line");
  }
}
