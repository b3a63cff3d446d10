// Three-valued logic. What holds, holds however the open answers are completed; what fails, fails however; the rest is open.

export const FAILS = 0;
export const OPEN = 1;
export const HOLDS = 2;
export type Truth = typeof FAILS | typeof OPEN | typeof HOLDS;

export const negate = (truth: Truth): Truth => (2 - truth) as Truth;
export const decided = (yes: boolean): Truth => (yes ? HOLDS : FAILS);
export const least = (truths: readonly Truth[]): Truth => Math.min(HOLDS, ...truths) as Truth;

/** A question to something that is worked out already. */
export type Ask<Of> = (of: Of) => Truth;

export const all =
  <Of>(asks: readonly Ask<Of>[]): Ask<Of> =>
  of => {
    let least: Truth = HOLDS;
    for (const ask of asks) {
      const truth = ask(of);
      if (truth === FAILS) return FAILS;
      if (truth < least) least = truth;
    }
    return least;
  };

export const any =
  <Of>(asks: readonly Ask<Of>[]): Ask<Of> =>
  of => {
    let most: Truth = FAILS;
    for (const ask of asks) {
      const truth = ask(of);
      if (truth === HOLDS) return HOLDS;
      if (truth > most) most = truth;
    }
    return most;
  };

export const not =
  <Of>(ask: Ask<Of>): Ask<Of> =>
  of =>
    negate(ask(of));

/** At least so many of them. */
export const several =
  <Of>(count: number, asks: readonly Ask<Of>[]): Ask<Of> =>
  of => {
    const { sure, possible } = counted(asks, of);
    return sure >= count ? HOLDS : possible >= count ? OPEN : FAILS;
  };

/** How many hold: at least those that do, at most those that may. */
export function counted<Of>(asks: readonly Ask<Of>[], of: Of): { sure: number; possible: number } {
  let sure = 0;
  let possible = 0;
  for (const ask of asks) {
    const truth = ask(of);
    if (truth === HOLDS) sure++;
    if (truth !== FAILS) possible++;
  }
  return { sure, possible };
}
