// An explanation in print: a block for each figure and decision, with every fact on a line of its own and the id to ask for. What many
// rest on is a block once, and named where it is used. As JSON: the nodes with their titles.

import type { ExplainWords } from "../../locales/index.ts";
import type { Explanation, How, Node, Ref, Test } from "../../model/explanation.ts";
import { printJson } from "../json.ts";
import { splitRef } from "../titles.ts";
import { subjectOf, type View } from "../view.ts";
import { createWriter, type Writer } from "../writer.ts";
import {
  writeAction,
  writeDepartment,
  writePhase,
  writeProfilePart,
  writeRule,
  writeStep,
  writeVerdict,
} from "./decisions.ts";
import { writeAnswers, writeCapped, writeCount, writeFigure } from "./figures.ts";
import { writeCheck, writeGrid } from "./grids.ts";
import { exact, fullName, outcomeOf, type Teller, titleOf } from "./names.ts";
import { writeTest } from "./tests.ts";

/** More questions than this get a line each, with who said what in short. */
const mostQuestions = 12;

/** `command`: how the reader explains one thing of the same assessment, up to its id. */
export function explainText(view: View, words: ExplainWords, explanation: Explanation, command: string): string {
  const nodes = new Map(explanation.nodes.map(node => [node.ref, node]));
  const reached = blocksOf(nodes, explanation.subjects);
  const isSubject = (ref: Ref) => explanation.subjects.includes(ref);
  const questions = reached.filter(ref => ref.startsWith("criterion:"));
  const overview = explanation.subjects.some(ref => nodes.get(ref)!.how.by === "verdict");
  const brief = overview || questions.length > mostQuestions;
  const teller: Teller = { view, words, nodes, brief, told: new Set() };
  const blocks = reached.filter(ref => isSubject(ref) || !(brief && ref.startsWith("criterion:")));
  const writer = createWriter(view.style, view.width);
  writer.paragraph(subjectOf(view, explanation), { indent: "", mark: view.style.strong });
  const { title, version } = view.questionnaire;
  writer.paragraph(view.words.footer(title, version), { indent: "", mark: view.style.faint });
  for (const ref of blocks) {
    writer.section(words.line(fullName(teller, ref), outcomeOf(teller, ref)), () => {
      writeBlock(teller, writer, nodes.get(ref)!, isSubject(ref));
    });
  }
  const isMade = ({ how }: Node) => "members" in how;
  const hints = [
    ...(blocks.some(ref => isMade(nodes.get(ref)!)) ? [words.rounded] : []),
    ...(overview ? [words.more(`${command} ID`)] : brief ? [words.whoAnswered(`${command} ID`)] : []),
  ];
  if (hints.length > 0) writer.gap();
  for (const hint of hints) writer.paragraph(hint, { indent: "", mark: view.style.faint });
  return writer.text();
}

/** What gets a block, from the subjects down: not parts without a name, and facts only when asked for. */
function blocksOf(nodes: ReadonlyMap<Ref, Node>, subjects: Ref[]): Ref[] {
  const found = new Set<Ref>();
  const passed = new Set<Ref>();
  const visit = (ref: Ref): void => {
    if (passed.has(ref)) return;
    passed.add(ref);
    if (hasBlock(ref)) found.add(ref);
    below(nodes.get(ref)!.how).forEach(visit);
  };
  for (const ref of subjects) found.add(ref);
  subjects.forEach(visit);
  return [...found];
}

const inline = [
  "score",
  "share",
  "outside",
  "number",
  "expression",
  "fact",
  "uncapped",
  "record-score",
  "record-share",
];
const hasBlock = (ref: Ref): boolean => {
  const [kind, id] = splitRef(ref);
  return !inline.includes(kind) && !(isStated(kind) && id.includes(":"));
};

/** States are explained where their department or their part of the profile is. */
const isStated = (kind: string): boolean => ["stakeholder", "profile"].includes(kind);

/** What a block mentions and a reader wants to see next. */
function below(how: How): Ref[] {
  switch (how.by) {
    case "answers":
      return [...(how.visible ? readBy(how.visible) : []), ...how.caps.map(cap => cap.of)];
    case "count":
      return how.parts.flatMap(readBy);
    case "table":
    case "outside":
    case "recorded":
      return [how.of];
    case "capped":
      return [how.of, ...how.caps.map(cap => cap.of)];
    case "rule":
      return [how.when, ...how.about.flatMap(({ when }) => when ?? [])].flatMap(readBy);
    case "condition":
    case "cap":
      return readBy(how.when);
    case "phase":
      return [...readBy(how.entered), ...(how.established ? readBy(how.established) : [])];
    case "step":
      return how.when ? readBy(how.when) : [];
    case "partner":
      return how.step ? [how.step] : [];
    case "action":
      return how.rules.flatMap(({ when }) => readBy(when));
    case "department":
    case "part":
      return how.states.map(({ of }) => of);
    case "grid":
    case "check":
    case "fact":
    case "number":
    case "verdict":
      return [];
    default:
      return how.members.flatMap(({ of, weight }) => (typeof weight === "string" ? [of, weight] : [of]));
  }
}

function readBy(test: Test): Ref[] {
  if ("parts" in test) return test.parts.flatMap(readBy);
  if (test.by === "step") return [];
  if (test.by === "lowest") return test.among;
  const [kind, id] = splitRef(test.of);
  return isStated(kind) ? [`${kind}:${id.split(":")[0]}`] : [test.of];
}

function writeBlock(teller: Teller, writer: Writer, node: Node, isSubject: boolean): void {
  const { words } = teller;
  const { ref, how } = node;
  switch (how.by) {
    case "answers":
      return writeAnswers(teller, writer, ref, how);
    case "count":
      return writeCount(teller, writer, how);
    case "fact":
      writer.paragraph(words.answers.question(teller.view.titles.fact(splitRef(ref)[1]).question));
      if (how.giver !== null || how.date !== null) {
        writer.paragraph(words.answers.given(how.giver, how.date === null ? null : teller.view.words.date(how.date)));
      }
      if (how.note !== null) writer.paragraph(words.answers.note(how.note));
      return;
    case "condition":
      if (isSubject || node.state === "open") writer.paragraph(words.condition);
      return writeTest(teller, writer, how.when, "  ");
    case "rule":
      return writeRule(teller, writer, how);
    case "cap":
      return writeCap(teller, writer, how);
    case "capped":
      return writeCapped(teller, writer, how);
    case "part":
      return writeProfilePart(teller, writer, how);
    case "grid":
      return writeGrid(teller, writer, ref, how);
    case "check":
      return writeCheck(teller, writer, how);
    case "phase":
      return writePhase(teller, writer, how);
    case "step":
      return writeStep(teller, writer, how);
    case "partner":
      return writer.paragraph(how.step ? words.partner.follows(fullName(teller, how.step)) : words.partner.none);
    case "action":
      return writeAction(teller, writer, how);
    case "department":
      return writeDepartment(teller, writer, how);
    case "verdict":
      return writeVerdict(teller, writer, how);
    case "number":
    case "table":
    case "outside":
    case "recorded":
      return;
    default:
      return writeFigure(teller, writer, node, how);
  }
}

function writeCap(teller: Teller, writer: Writer, how: Extract<How, { by: "cap" }>): void {
  const { words, view } = teller;
  const [criteria, measures] = [how.criteria.map(view.titles.itemTitle), how.measures.map(view.titles.figureTitle)];
  const atMost = exact(teller, how.atMost);
  if (criteria.length > 0) writer.paragraph(words.cap.lowers(atMost, criteria));
  if (measures.length > 0) writer.paragraph(words.cap.limits(atMost, measures));
  writeTest(teller, writer, how.when, "  ");
}

export const explainJson = (view: View, { nodes, ...rest }: Explanation): string =>
  printJson({ ...rest, nodes: nodes.map(({ ref, ...node }) => ({ ref, title: titleOf(view, ref), ...node })) });
