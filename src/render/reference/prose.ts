// Text of a schema as markdown: what stands between code marks is code, all else is text. In: a description or a comment. Out: blocks.
import { cleanMarkdown as md } from "../clean.ts";
import { bullets, paragraph } from "../page.ts";

export const code = (text: string): string => {
  const fence = text.includes("`") ? "``" : "`";
  return `${fence}${text}${fence}`;
};

export const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** A character that no text holds. */
const mark = "\ue000";

export function prose(text: string): string {
  const spans: string[] = [];
  const marked = text.replace(/`[^`]*`/g, span => {
    spans.push(span);
    return mark;
  });
  return md(marked).replaceAll(mark, () => spans.shift()!);
}

/** Longer explanations: paragraphs, lists and blocks of code with blank lines between them. */
export const explained = (text: string): string[] =>
  text
    .split("\n\n")
    .filter(Boolean)
    .map(part => {
      if (part.startsWith("```")) return part;
      if (!part.startsWith("- ")) return paragraph(prose(part));
      return bullets(part.split(/^- /m).slice(1).map(prose));
    });
