// The licences of the packages that are bundled into dist/: their terms ask that the notices travel with the code.
import { readdirSync, readFileSync } from "node:fs";

/** One text with every notice, from the folder of installed packages. */
export function collectLicences(packages: string[], folder: string): string {
  return packages
    .map(name => {
      const { version, license } = JSON.parse(readFileSync(`${folder}/${name}/package.json`, "utf8"));
      const file = readdirSync(`${folder}/${name}`).find(entry => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} has no licence file`);
      return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${name}/${file}`, "utf8").trim()}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}
