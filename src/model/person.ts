// One person, however the name is typed. Names are the same when they differ only in width or form of their characters, in capitals, in
// white space, or in characters that nobody sees. Folding knows no language: ß is ss, every i with or without a dot is i.

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** What two spellings of one name have in common. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(invisible, "")
    .replaceAll("\u0131", "i")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFD")
    .replaceAll("i\u0307", "i")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();

/** The words of a name, folded. */
export const nameParts = (name: string): string[] => nameKey(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

export const sameName = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && nameKey(a) === nameKey(b));
