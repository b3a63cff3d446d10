// What a file takes in a process of its own. In: arguments of the program. Out: its exit code and the most memory that it held, in MB.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../support/cli.ts";

/** Said when the process ends, beside whatever it says itself. */
const meter = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process._rawDebug('held ' + process.resourceUsage().maxRSS));",
)}`;

export interface Taken {
  code: number | null;
  megabytes: number;
}

export function take(args: string[]): Promise<Taken> {
  const running = spawn(process.execPath, ["--import", meter, join(root, "bin/cxm.js"), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 60_000,
  });
  let said = "";
  running.stderr.on("data", (bytes: Buffer) => {
    said = (said + bytes).slice(-1000);
  });
  return new Promise(done => {
    running.on("close", code => {
      const [, kilobytes] = /held (\d+)\s*$/.exec(said) ?? [];
      done({ code, megabytes: Number(kilobytes ?? Number.POSITIVE_INFINITY) / 1024 });
    });
  });
}
