// How much is fuzzed, and which way it goes.
export const inputs = 20_000;

/** Of a hundred inputs: those that are command lines, and files that go through a command from the disk; the others are read from memory. */
export const throughMain = { args: 10, files: 15 };
