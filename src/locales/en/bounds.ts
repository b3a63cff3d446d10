// What a number may be, in English: for whoever is asked for it.
import { number } from "./numbers.ts";

export const bounds = {
  number,
  share: (unit: string) => `share ${unit}`.trim(),
  between: (low: string | null, high: string | null, unit: string) =>
    [
      unit,
      low !== null && high !== null
        ? `from ${low} to ${high}`
        : low !== null
          ? `at least ${low}`
          : high !== null
            ? `at most ${high}`
            : "",
    ]
      .filter(Boolean)
      .join(", "),
  above: (low: string) => `above ${low}`,
};

export type BoundsWords = typeof bounds;
