// Every format, loaded.
import { type Format, formatNames, type Renderer, formats as registry } from "../../src/render/index.ts";

export const formats = Object.fromEntries(
  await Promise.all(formatNames.map(async name => [name, await registry[name].load()] as const)),
) as Record<Format, Renderer>;
