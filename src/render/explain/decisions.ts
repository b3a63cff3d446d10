// A decision in an explanation: its tests, what it was preferred to, and for the verdict the way from the gates to the advice.
import type { Evaluation } from "../../model/evaluation.ts";
import type { How, Node, Ref, Test } from "../../model/explanation.ts";
import type { Writer } from "../writer.ts";
import { fullName, nameOf, outcomeOf, roleTitle, stateTitle, type Teller } from "./names.ts";
import { deciding, writeMarked, writeTest } from "./tests.ts";

type HowBy<By extends How["by"]> = Extract<How, { by: By }>;

export function writePhase(teller: Teller, writer: Writer, how: HowBy<"phase">): void {
  const { phase } = teller.words;
  if ("parts" in how.entered && how.entered.parts.length === 0) writer.paragraph(phase.always);
  else {
    writer.paragraph(phase.entered);
    writeTest(teller, writer, how.entered, "    ");
  }
  if (!how.established) writer.paragraph(phase.oneStatus);
  else {
    writer.paragraph(phase.established);
    writeTest(teller, writer, besides(how.established), "    ");
  }
  if (how.later.length === 0) return writer.paragraph(phase.noLater);
  writer.paragraph(phase.later);
  for (const ref of how.later) writer.paragraph(laterText(teller, ref), { indent: "    ", hanging: "      " });
}

/** Established asks for entered first, which stands above. */
const besides = (established: Test): Test => ("parts" in established ? established.parts.at(-1)! : established);

function laterText(teller: Teller, ref: Ref): string {
  const { words, nodes } = teller;
  const { how, state } = nodes.get(ref)!;
  const because = how.by === "phase" && state !== "holds" ? deciding(teller, how.entered) : [];
  const [name, reached] = [fullName(teller, ref), words.value.reached[state!]];
  return because.length > 0 ? words.phase.laterBecause(name, reached, because) : words.phase.laterLine(name, reached);
}

export function writeStep(teller: Teller, writer: Writer, how: HowBy<"step">): void {
  const { step } = teller.words;
  writer.paragraph(step.rule);
  writer.paragraph(how.when ? step.condition : step.always);
  if (how.when) writeTest(teller, writer, how.when, "    ");
  if (how.earlier.length > 0) writer.paragraph(step.earlier);
  for (const ref of how.earlier) writeTried(teller, writer, ref, "    ");
  if (how.partner) writer.paragraph(step.partner(fullName(teller, how.partner)));
}

/** A step that was tried, with why its condition does not hold. */
function writeTried(teller: Teller, writer: Writer, ref: Ref, indent: string): void {
  const { how } = teller.nodes.get(ref)!;
  if (how.by !== "step" || !how.when) return;
  const text = teller.words.step.earlierLine(fullName(teller, ref), deciding(teller, how.when));
  writeMarked(teller, writer, how.when.state, text, indent);
}

export function writeAction(teller: Teller, writer: Writer, how: HowBy<"action">): void {
  const { action } = teller.words;
  if (how.wanted) writer.paragraph(action.wanted(fullName(teller, how.wanted.of)));
  if (how.fact) writer.paragraph(action.current(fullName(teller, how.fact), outcomeOf(teller, how.fact)));
  if (how.ground === "breadths") {
    writer.paragraph(action.breadths(how.current!.breadth!, how.wanted!.breadth!, how.action!));
  } else writer.paragraph(action[how.ground]);
  if (how.rules.length > 0) writer.paragraph(action.rules);
  for (const { action: advice, when } of how.rules) {
    writer.paragraph(action.ruleLine(advice), { indent: "    " });
    writeTest(teller, writer, when, "      ");
  }
}

export function writeDepartment(teller: Teller, writer: Writer, how: HowBy<"department">): void {
  const { department } = teller.words;
  writer.paragraph(department.rule);
  for (const { served, of } of how.states) {
    const state = teller.nodes.get(of)!.how;
    writer.paragraph(department.state(served), { indent: "    " });
    if (state.by === "condition") writeTest(teller, writer, state.when, "      ");
  }
}

/** Each state by its own condition; that the better ones must fail is said once. */
export function writeProfilePart(teller: Teller, writer: Writer, { states }: HowBy<"part">): void {
  const { part } = teller.words;
  writer.paragraph(part.rule);
  for (const { state, of } of states) {
    const { how } = teller.nodes.get(of)!;
    const title = stateTitle(teller.view, state);
    if (how.by !== "condition" || !("parts" in how.when)) continue;
    if (state === states.at(-1)!.state) writer.paragraph(part.otherwise(title), { indent: "    " });
    else {
      writer.paragraph(part.state(title), { indent: "    " });
      writeTest(teller, writer, how.when.parts[0]!, "      ");
    }
  }
}

export function writeRule(teller: Teller, writer: Writer, { when, about }: HowBy<"rule">): void {
  writer.paragraph(teller.words.rule);
  writeTest(teller, writer, when, "  ");
  if (about.length > 0) writer.paragraph(teller.words.about);
  for (const part of about) {
    const text = teller.words.line(fullName(teller, part.of), outcomeOf(teller, part.of));
    writeMarked(teller, writer, part.when?.state ?? "holds", text, "  ");
    if (part.when) writeTest(teller, writer, part.when, "       ");
  }
}

/** From the gates, with the questions that decide them, to phase, step and partner; then what could still change it. */
export function writeVerdict(teller: Teller, writer: Writer, how: HowBy<"verdict">): void {
  const { words, nodes, view } = teller;
  const { verdict } = words;
  if (how.phases.length > 0) {
    const { words: own } = view.questionnaire;
    writer.section(verdict.phases(own?.phases ?? view.words.cli.phases), () => {
      for (const ref of how.phases) writeVerdictPhase(teller, writer, nodes.get(ref)!);
    });
  }
  if (how.step) {
    writer.section(verdict.step(fullName(teller, how.step)), () => writeChosen(teller, writer, nodes.get(how.step!)!));
  } else if (view.questionnaire.steps) writer.section(verdict.noStep, () => {});
  if (how.partner) writer.section(verdict.partner(fullName(teller, how.partner)), () => {});
  if (how.action && how.partner) {
    const { how: action } = nodes.get(how.action)!;
    writer.section(verdict.action(outcomeOf(teller, how.action)), () => {
      if (action.by === "action") writeAction(teller, writer, { ...action, rules: action.rules.filter(holds) });
    });
  }
  writeLines(teller, writer, view.questionnaire.profile?.title ?? "", how.profile);
  writeLines(
    teller,
    writer,
    verdict.grids,
    how.grids.flatMap(ref => [ref, ...checksOf(nodes.get(ref)!)]),
  );
  writeRules(teller, writer, how.rules);
  writeLines(teller, writer, verdict.figures, how.figures);
  if (how.phases.length === 0 && how.step === null) return;
  writer.section(verdict.open, () => {
    for (const text of openTexts(teller, how.verdict)) writer.paragraph(text, { hanging: "    " });
  });
}

/** The recommendations and warnings that apply, with the reasons. */
function writeRules(teller: Teller, writer: Writer, refs: Ref[]): void {
  const applying = refs.map(ref => teller.nodes.get(ref)!).filter(node => node.state === "holds");
  if (applying.length === 0) return;
  writer.section(teller.words.verdict.rules, () => {
    for (const { ref, how } of applying) {
      if (how.by !== "rule") continue;
      const names = how.about
        .filter(({ when }) => !when || when.state === "holds")
        .map(({ of }) => fullName(teller, of));
      const about = names.length > 0 ? [teller.words.verdict.about(names)] : [];
      const text = teller.words.step.earlierLine(fullName(teller, ref), [...deciding(teller, how.when), ...about]);
      writer.paragraph(text, { hanging: "    " });
    }
  });
}

const checksOf = ({ how }: Node): Ref[] => (how.by === "grid" ? how.checks : []);

function writeLines(teller: Teller, writer: Writer, title: string, refs: Ref[]): void {
  if (refs.length === 0) return;
  writer.section(title, () => {
    for (const ref of refs) writeLine(teller, writer, ref);
  });
}

const writeLine = (teller: Teller, writer: Writer, ref: Ref): void =>
  writer.paragraph(teller.words.line(fullName(teller, ref), outcomeOf(teller, ref)), { hanging: "    " });

const holds = ({ when }: { when: Test }): boolean => when.state === "holds";

function writeVerdictPhase(teller: Teller, writer: Writer, { ref, how, state }: Node): void {
  if (how.by !== "phase") return;
  const { words } = teller;
  const inside = (test: Test, indent: string) => writeGate(teller, writer, test, indent);
  const write = (test: Test) => writeTest(teller, writer, test, "    ", { telling: true, inside });
  writer.paragraph(words.verdict.phaseLine(fullName(teller, ref), outcomeOf(teller, ref)));
  // Of a phase that a later one passes over nothing depends any more.
  if (state === "holds" && how.here === null) return;
  if (!("parts" in how.entered && how.entered.parts.length === 0)) write(how.entered);
  if (how.here === null || !how.established) return;
  writer.paragraph(words.phase.established);
  write(besides(how.established));
}

/** Under a gate or a named condition the questions and figures that decide it. */
function writeGate(teller: Teller, writer: Writer, test: Test, indent: string): void {
  if (test.by !== "passed") return;
  const { how } = teller.nodes.get(test.of)!;
  if (how.by !== "condition") return;
  const inside = (part: Test, deeper: string) => writeGate(teller, writer, part, deeper);
  writeTest(teller, writer, how.when, indent, { telling: true, inside });
}

function writeChosen(teller: Teller, writer: Writer, { how }: Node): void {
  if (how.by !== "step") return;
  const { step } = teller.words;
  writer.paragraph(step.rule);
  for (const ref of how.earlier) writeTried(teller, writer, ref, "  ");
  writer.paragraph(how.when ? step.condition : step.always);
  if (how.when) writeTest(teller, writer, how.when, "    ", { telling: true });
}

function openTexts(teller: Teller, verdict: Evaluation["verdict"]): string[] {
  const { words, view, nodes } = teller;
  const { possible, provisional, decidedBy } = verdict;
  if (!provisional) return [words.verdict.nothingOpen];
  const asked = decidedBy.map(({ criterion, fact, grid, roles }) => {
    const ref = criterion ? `criterion:${criterion}` : fact ? `fact:${fact}` : `grid:${grid}`;
    const name = nodes.has(ref) ? fullName(teller, ref) : nameOf(teller, ref);
    return words.verdict.decides(
      name,
      roles.map(role => roleTitle(view, role)!),
    );
  });
  return [
    ...(possible.phases.length > 1 ? [words.verdict.couldBe(possible.phases.map(view.phaseName))] : []),
    ...(possible.steps.length > 1
      ? [words.verdict.stepCouldBe(possible.steps.map(id => view.titles.title("step", id)))]
      : []),
    ...asked,
  ];
}
