// Characters without a shape that act on what stands around them, or carry a text that nobody sees. In: a text. Out: the same without
// them, or with them spelled out. Rule kept: what a script or an emoji needs to be read as it was meant stays where it is needed.

/** Joiners between letters or pictures, and after a mark, as scripts of India have them; the one selector of a form after a sign; the
 * flag of a region, which is spelled in tags. */
const needed = [
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])|(?<=\p{M})\u200d/u,
  /(?<=[\p{L}\p{N}\p{S}\p{Emoji}])[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u,
  /(?<=\u{1f3f4})[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/u,
];

/** Control characters, ends of lines, directions, zero widths, tags, fillers, annotations, halves of a character; not the signs that
 * stand before Arabic and Syriac numbers, which have a shape. */
const shapeless =
  /(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

const both = new RegExp(`(${needed.map(({ source }) => source).join("|")})|${shapeless.source}`, "gu");

/** Each of them replaced; line breaks and tabs count as such. */
export const withoutUnseen = (text: string, replace: (mark: string) => string = () => ""): string =>
  isPlain(text) ? text : text.replace(both, (mark, kept: string | undefined) => kept ?? replace(mark));

/** What nearly every text is made of needs no closer look. */
const isPlain = (text: string): boolean => /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/.test(text);

/** As JSON spells characters, those beyond the first plane by their two halves. */
export const spelled = (mark: string): string =>
  Array.from({ length: mark.length }, (_, at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
