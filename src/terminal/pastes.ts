// What a terminal sends, told apart: keys, and texts that were pasted. In: one read after the other. Out: pieces in their order.
// Rule kept: what could be either is a paste, because a paste that is taken for keys answers questions.

export interface Piece {
  kind: "keys" | "paste";
  text: string;
}

interface Moment {
  /** Whether a text field is open: there a text in one piece is no surprise. */
  typing: boolean;
  /** Milliseconds since the read before this one was dealt with. */
  quiet: number;
}

export const pasteBegins = "\u001b[200~";
export const pasteEnds = "\u001b[201~";

const ctrlC = "\u0003";
/** Longer than between two reads of one paste; a person needs more than that for the next key. */
const pause = 50;
/** After so long a key that comes alone was pressed, even if the paste before it was never ended. */
const longPause = 300;
/** Nobody types so many characters between two reads. */
const many = 8;

export function createSplitter(): (chunk: string, moment: Moment) => Piece[] {
  /** Between the marks of a paste; or in one that has no marks, which the next read may go on with. */
  let inside: "marks" | "burst" | null = null;
  let held = "";

  const unmarked = (text: string, { typing, quiet }: Moment): Piece[] => {
    const goesOn = inside === "burst" && quiet < pause && text !== ctrlC;
    inside = goesOn || isBurst(text, typing) ? "burst" : null;
    if (inside === "burst") return [{ kind: "paste", text }];
    // A word at once, typed ahead or put in by an input method: in a field it needs no key by key.
    const word = typing ? (leadingText.exec(text)?.[0] ?? "") : "";
    return [
      { kind: "paste" as const, text: word },
      { kind: "keys" as const, text: text.slice(word.length) },
    ];
  };

  return (chunk, moment) => {
    const alone = chunk !== pasteEnds && oneKey.test(chunk) && moment.quiet >= longPause;
    if (inside === "marks" && (alone || chunk === ctrlC)) {
      inside = null;
      held = "";
    }
    const pieces: Piece[] = [];
    let rest = held + chunk;
    held = "";
    while (rest !== "") {
      const end = rest.indexOf(pasteEnds);
      const begin = inside === "marks" ? -1 : rest.indexOf(pasteBegins);
      if (end >= 0 && (begin < 0 || end < begin)) {
        // Without a beginning too: what stands before the end of a paste was pasted.
        pieces.push({ kind: "paste", text: rest.slice(0, end) });
        rest = rest.slice(end + pasteEnds.length);
        inside = null;
      } else if (begin >= 0) {
        pieces.push({ kind: "keys", text: rest.slice(0, begin) });
        rest = rest.slice(begin + pasteBegins.length);
        inside = "marks";
      } else {
        held = (inside === "marks" ? unfinished : unfinishedMark).exec(rest)?.[0] ?? "";
        const text = rest.slice(0, rest.length - held.length);
        if (inside === "marks") pieces.push({ kind: "paste", text });
        else if (pieces.length > 0) pieces.push({ kind: "keys", text });
        else pieces.push(...unmarked(text, moment));
        rest = "";
      }
    }
    return pieces.filter(({ text }) => text !== "");
  };
}

/* biome-ignore-start lint/suspicious/noControlCharactersInRegex: keys are told by them */
const sequence = /\u001b(?:[[O][0-?]*[ -/]*[@-~]?|[ -~])?/g;
const control = /[\u0000-\u001f\u007f]/g;
const oneKey = /^(?:\u001b(?:[[O][0-?]*[ -/]*[@-~]|[^[O])?|[^\u001b])$/u;
const leadingText = new RegExp(`^[^\\u0000-\\u001f\\u007f]{${many},}`);
/** The beginning of a mark, or of a sequence or a line break that the next read ends. */
const unfinishedMark = /\u001b\[2(?:0(?:0)?)?$/;
const unfinished = /(?:\r|\u001b(?:\[[0-?]{0,16})?)$/;
const lineThenMore = /[\r\n]+[^\r\n]/;
/* biome-ignore-end lint/suspicious/noControlCharactersInRegex: see above */

/** A read that no keyboard makes: several lines, or where keys choose a whole text. */
function isBurst(text: string, typing: boolean): boolean {
  const bare = text.replace(sequence, "");
  const characters = bare.replace(control, "").length;
  return (characters > 1 && lineThenMore.test(bare)) || (!typing && characters >= many);
}
