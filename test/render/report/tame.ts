// The same assessment with a harmless word for every text that somebody typed: a report has to be built alike for both, so that
// whatever differs was made by a text that acts.
import type { Answer, Assessment, Evidence } from "../../../src/model/assessment.ts";
import { type Node, readPage } from "../../support/page.ts";

const blank = /^[\p{Z}\p{C}]*$/u;
const word = (text: string): string => (blank.test(text) ? text : "Word");
const address = (url: string): string =>
  /^(https?|mailto):/i.test(url) && URL.canParse(url) ? "https://tame.example/" : "Address";

const tameEvidence = ({ text, url, date }: Evidence): Evidence => ({
  ...(text !== undefined && { text: word(text) }),
  ...(url !== undefined && { url: address(url) }),
  ...(date !== undefined && { date }),
});

function tameAnswer(answer: Answer): Answer {
  if (typeof answer !== "object" || Array.isArray(answer)) return answer;
  return {
    ...answer,
    ...("na" in answer && { na: word(answer.na) }),
    ...(answer.note !== undefined && { note: word(answer.note) }),
    ...(answer.evidence && { evidence: answer.evidence.map(tameEvidence) }),
  };
}

const mapped = <Value, Result>(
  record: Record<string, Value>,
  change: (value: Value) => Result,
): Record<string, Result> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

export function tamed({ responses = [], agreed = {}, report, ...assessment }: Assessment): Assessment {
  const { lineOfBusiness } = assessment;
  return {
    ...assessment,
    organization: "Word",
    ...(lineOfBusiness !== undefined && { lineOfBusiness: word(lineOfBusiness) }),
    ...(report && { report: { ...mapped({ ...report }, word), ...(report.logo && { logo: "logo.png" }) } }),
    responses: responses.map(({ respondent, answers, ...response }, at) => ({
      ...response,
      ...(respondent !== undefined && { respondent: `Word ${at}` }),
      answers: mapped(answers, tameAnswer),
    })),
    agreed: mapped(agreed, one => ({ ...one, because: "Word", ...("na" in one && { na: "Word" }) })),
  };
}

/** What a page is built of, without its words: each block and mark with what it holds, in order; links as the text they carry. */
export function build(markdown: string): string {
  const outline = ({ type, depth, ordered, children }: Node): string => {
    if (type === "text" || type === "break") return "";
    const inner = (children ?? []).map(outline).join("");
    if (type === "link") return inner;
    return `${type}${depth ?? ""}${ordered ? "ordered" : ""}(${inner})\n`;
  };
  return readPage(markdown).blocks.map(outline).join("");
}
