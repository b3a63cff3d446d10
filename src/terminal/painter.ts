// Frames drawn over one another in a terminal, each in one write. In: lines and the place of the cursor. Out: what is written.
// Rule kept: nothing above the frame is touched.

export interface Picture {
  /** None wider than the terminal. */
  lines: string[];
  /** null: nothing is typed, so that no cursor shows. */
  cursor: { row: number; column: number } | null;
}

export interface Painter {
  paint(frame: Picture): void;
  /** The frame goes; what is written next stands in its place. */
  erase(): void;
  /** The frame stays where it is; the next one comes below it. */
  leave(): void;
  /** The terminal has moved all its lines: the next frame begins at its top. */
  restart(): void;
}

const csi = "\u001b[";
const showCursor = `${csi}?25h`;
const hideCursor = `${csi}?25l`;
const toLineEnd = `${csi}K`;
const toScreenEnd = `${csi}J`;
const up = (rows: number) => (rows > 0 ? `${csi}${rows}A` : "");
const down = (rows: number) => (rows > 0 ? `${csi}${rows}B` : "");
const right = (columns: number) => (columns > 0 ? `${csi}${columns}C` : "");

export function createPainter(write: (text: string) => void): Painter {
  let row = 0;
  let height = 1;
  return {
    paint: ({ lines, cursor }) => {
      const place = cursor ?? { row: lines.length - 1, column: 0 };
      const text = lines.map(line => `${line.trimEnd()}${toLineEnd}`).join("\r\n");
      const end = `${up(lines.length - 1 - place.row)}\r${right(place.column)}${cursor ? showCursor : hideCursor}`;
      write(`${up(row)}\r${text}${toScreenEnd}${end}`);
      row = place.row;
      height = lines.length;
    },
    erase: () => {
      write(`${up(row)}\r${toScreenEnd}${showCursor}`);
      row = 0;
    },
    leave: () => {
      write(`${down(height - 1 - row)}\r\n${showCursor}`);
      row = 0;
    },
    restart: () => {
      write(`${csi}H${toScreenEnd}`);
      row = 0;
    },
  };
}
