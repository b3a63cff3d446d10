// The folder of the package, from the sources and from the built files alike: both lie one folder below it.
export const packageRoot = new URL("../", import.meta.url);
