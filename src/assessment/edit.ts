// A change, made in the text of an assessment. Rule kept: comments, order and the way scalars are written stay as they are; only
// what the change names is touched.
import { Document, isMap, parseDocument, YAMLMap } from "yaml";
import type { Assessment, Response } from "../model/assessment.ts";
import { applyChange, type Change } from "./change.ts";

/** The text of a new assessment, ready to be answered. */
export function newText(
  questionnaire: { id: string; version: string; title: string },
  organization: string,
  date?: string,
): string {
  const document = new Document({
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    organization,
    ...(date !== undefined && { date }),
  });
  document.commentBefore = ` ${questionnaire.title}: the answers of one organisation. Continue with: cxm assess THIS-FILE`;
  return document.toString(style);
}

/** Lines are never folded: a note stays one line, and a diff shows just what changed. */
const style = { lineWidth: 0 } as const;

export function editText(text: string, change: Change, json: boolean): string {
  if (json) return `${JSON.stringify(applyChange(withResponses(JSON.parse(text)), change), null, 2)}\n`;
  const document = parseDocument(text, { schema: "core" });
  const set = (path: (string | number)[], value: unknown) => {
    if (path.length > 1) loosen(document, path.slice(0, -1));
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value));
  };
  const alone = document.has("answers");
  switch (change.kind) {
    case "organization":
    case "lineOfBusiness":
      set([change.kind], change.value);
      break;
    case "fact":
      set(["facts", change.id], change.value);
      break;
    case "respond": {
      if (alone) unfold(document);
      const { respondent, role, date } = change;
      const entries = Object.entries({ respondent, role, date }).filter(([, value]) => value !== undefined);
      if (!document.has("responses")) document.set("responses", document.createNode([]));
      document.addIn(["responses"], document.createNode({ ...Object.fromEntries(entries), answers: {} }));
      break;
    }
    case "answer":
      set(alone ? ["answers", change.id] : ["responses", change.response, "answers", change.id], change.value);
  }
  return document.toString(style);
}

type Tree = ReturnType<typeof parseDocument>;

/** Answers of one person at the top level become the first response, so that a second one has a place. */
function unfold(document: Tree): void {
  const speaker = new YAMLMap();
  for (const key of ["respondent", "role", "answers"]) {
    if (!document.has(key)) continue;
    speaker.set(key, document.get(key, true));
    document.delete(key);
  }
  const responses = document.createNode([]);
  document.set("responses", responses);
  document.addIn(["responses"], speaker);
}

function withResponses(written: Assessment & Partial<Response>): Assessment {
  const { answers, respondent, role, ...rest } = written;
  if (!answers) return rest;
  return { ...rest, responses: [{ ...(respondent && { respondent }), ...(role && { role }), answers }] };
}

/** An empty map is written `{}` and would keep growing on that line. */
function loosen(document: Tree, path: (string | number)[]): void {
  const node = document.getIn(path, true);
  if (isMap(node) && node.items.length === 0) node.flow = false;
}
