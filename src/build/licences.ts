// The licences of the packages that are bundled into dist/: their terms ask that the notices travel with the code.
import { readdirSync, readFileSync } from "node:fs";

/** The folders of the packages among the files of a bundle. */
export function bundledPackages(files: string[]): string[] {
  const folders = files.flatMap(file => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** One text with every notice, from the folders of packages below a root. */
export function collectLicences(packages: string[], root: string): string {
  return packages
    .map(folder => {
      const { name, version, license } = JSON.parse(readFileSync(`${root}/${folder}/package.json`, "utf8"));
      const file = readdirSync(`${root}/${folder}`).find(entry => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} has no licence file`);
      return `${name} ${version} (${license})\n\n${readFileSync(`${root}/${folder}/${file}`, "utf8").trim()}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}
