// The leader's report as markdown: page one, a list of contents, the evidence, an appendix with every answer.
// A section is one function and one line here; one without blocks does not appear.
import type { Cover } from "../../model/assessment.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import { createBrief } from "../brief/index.ts";
import { cleanMarkdown as md } from "../clean.ts";
import { anchors, bullets, heading, paragraph, picture } from "../page.ts";
import type { View } from "../view.ts";
import { answers, facts } from "./answers.ts";
import { cost } from "./cost.ts";
import { first, money, next, partner, recommendations, where } from "./cover.ts";
import { doubts } from "./doubts.ts";
import { capabilities, departments, gates, grids, profile, reasons, scores } from "./evidence.ts";
import type { Material, Section } from "./material.ts";
import { glossary, method, sources } from "./method.ts";
import { advice, talk, warnings, work } from "./plan.ts";

const pageOne = { where, next, recommendations, partner, money, first } satisfies Record<string, Section>;
const others = {
  reasons,
  advice,
  gates,
  capabilities,
  profile,
  departments,
  grids,
  work,
  warnings,
  doubts,
  talk,
  scores,
  cost,
  facts,
  answers,
  method,
  glossary,
  sources,
} satisfies Record<string, Section>;

/** Sections on what the others say, which has to be there first. */
const onOthers: ReadonlySet<string> = new Set<keyof typeof others>(["glossary"]);

export type SectionName = keyof typeof pageOne | keyof typeof others;
export const sectionNames = [...Object.keys(pageOne), ...Object.keys(others)] as SectionName[];
export const briefSections = Object.keys(pageOne) as SectionName[];

export interface ReportOptions {
  sections: readonly SectionName[];
  cover?: Cover | undefined;
}

interface WrittenSection {
  name: SectionName;
  title: string;
  text: string;
}

export function renderReport(view: View, evaluation: Evaluation, { sections, cover }: ReportOptions): string {
  const { words } = view;
  const material: Material = { view, evaluation, brief: createBrief(view, evaluation) };
  const all: Record<SectionName, Section> = { ...pageOne, ...others };
  const write = (name: SectionName, told = ""): WrittenSection[] => {
    const title = words.report.heading[name === "gates" && evaluation.gates.length === 0 ? "ladder" : name];
    const blocks = all[name](material, told).filter(Boolean);
    return blocks.length > 0 ? [{ name, title, text: [heading(2, title), ...blocks].join("\n\n") }] : [];
  };
  const wanted = sectionNames.filter(name => sections.includes(name));
  const writeAll = (names: SectionName[]) => names.filter(name => !onOthers.has(name)).flatMap(name => write(name));
  const plain = writeAll(wanted);
  // Alone, the words are those of the whole report.
  const told = (plain.length > 0 ? plain : writeAll(sectionNames)).map(({ text }) => text).join("\n");
  const written = wanted.flatMap(name =>
    onOthers.has(name) ? write(name, told) : plain.filter(one => one.name === name),
  );
  const front = written.filter(({ name }) => name in pageOne).map(({ text }) => text);
  const back = written.filter(({ name }) => !(name in pageOne));
  const top = titleBlocks(material, cover);
  const contents = back.length > 1 ? contentsBlock(words.report.contents, [...top, ...front], back) : [];
  return `${[...top, ...front, ...contents, ...back.map(({ text }) => text)].join("\n\n")}\n`;
}

function titleBlocks({ view, evaluation, brief }: Material, cover: Cover = {}): string[] {
  const { report, date } = view.words;
  const { verdict, lineOfBusiness } = evaluation;
  const organization = evaluation.organization || view.words.unnamed;
  const { phase } = brief;
  const verdictText = phase ? report[verdict.provisional ? "provisional" : "certain"](phase.name, phase.status) : "";
  const about = [
    cover.title ? organization : "",
    lineOfBusiness === null ? "" : report.lineOfBusiness(lineOfBusiness),
    evaluation.date === null ? "" : date(evaluation.date),
    cover.preparedBy ? report.preparedBy(cover.preparedBy) : "",
    view.questionnaire.title,
  ];
  return [
    heading(1, md(report.title(cover.title ?? organization, verdictText))),
    ...(cover.logo ? [picture(md(report.logo(organization)), cover.logo)] : []),
    paragraph(md(about.filter(Boolean).join(" · "))),
  ];
}

/** Links to the sections after page one, by the anchors that their headings get. */
function contentsBlock(title: string, before: string[], back: WrittenSection[]): string[] {
  const headings = (texts: string[]) =>
    texts.flatMap(text => text.split("\n").filter(line => /^#{1,6} /.test(line))).map(plainHeading);
  const earlier = [...headings(before), title];
  const starts: number[] = [];
  const later = back.flatMap(({ text }) => {
    const own = headings([text]);
    starts.push(own.length);
    return own;
  });
  const all = anchors([...earlier, ...later]);
  let at = earlier.length;
  const links = back.map((section, index) => {
    const anchor = all[at];
    at += starts[index]!;
    return `[${section.title}](#${anchor})`;
  });
  return ["---", heading(2, title), bullets(links)];
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** The text of a heading line as a reader sees it. */
const plainHeading = (line: string): string =>
  line
    .replace(/^#+ /, "")
    .replace(/\\(.)/g, "$1")
    .replace(/&(?:lt|gt|amp);/g, entity => entities[entity]!);
