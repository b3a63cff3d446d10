// The seed of the long runs: always the same, so that what has passed passes again; SEED=random explores, SEED=N repeats.
const { SEED = "20261122" } = process.env;

export const seed = SEED === "random" ? Date.now() % 2 ** 31 : Number(SEED);
