// Names of people, compared as people read them. In: names as somebody typed them. Out: whether they are one. Rule kept: spaces, letter
// case, forms of a letter and what nobody sees make no second person; an accent or another letter does.

/** Marks without a shape: zero width, direction, soft hyphens, tags, fillers, control characters that are no space. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\s]/gu;

/** The same for every way of writing a name. Lower, upper, lower: upper makes SS of a sharp s, and only lower undoes a capital one.
 * No locale: a dotless i and a dotted I are an i, in whatever country it runs. */
export const sameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(invisible, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll("i\u0307", "i")
    .replaceAll("ς", "σ")
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .trim();

/** Whether two names are one; a name that is not given is nobody's. */
export const isSameName = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && sameKey(a) === sameKey(b);
