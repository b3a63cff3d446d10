// The build: sources bundled to dist/ (one file starts faster than many), schemas published, their validators compiled, and the
// bundled questionnaires checked and turned into JSON. A questionnaire with a problem, or even a warning, fails the build.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { packageRoot } from "../package.ts";
import { bundledPackages, collectLicences } from "./licences.ts";
import { buildValidator } from "./validators.ts";

const path = (name: string) => fileURLToPath(new URL(name, packageRoot));
const schemas = {
  questionnaire: path("src/questionnaire/questionnaire.schema.json"),
  assessment: path("src/assessment/assessment.schema.json"),
  evaluation: path("src/evaluate/evaluation.schema.json"),
};

rmSync(path("dist"), { recursive: true, force: true });
mkdirSync(path("dist/schemas"), { recursive: true });
for (const [name, file] of Object.entries(schemas)) copyFileSync(file, path(`dist/schemas/${name}.schema.json`));
copyFileSync(path("src/questionnaire/starter.yaml"), path("dist/starter.yaml"));

mkdirSync(path("dist/validators"));
for (const name of ["questionnaire", "assessment"] as const) {
  writeFileSync(path(`dist/validators/${name}.js`), buildValidator(schemas[name]));
}

/** As large as most of the program each, and needed by few runs: the validator of questionnaires (`check`, and questionnaires of one's
 * own), and the prompts (a yes or no, the greeting). */
const apart = [
  {
    name: /^#validators\/questionnaire$/,
    from: path("dist/validators/questionnaire.js"),
    to: "validators/questionnaire.cjs",
  },
  { name: /^inquirer$/, from: "inquirer", to: "inquirer.cjs" },
];
const aside: Plugin = {
  name: "aside",
  setup({ onResolve }) {
    for (const { name, to } of apart) onResolve({ filter: name }, () => ({ path: `./${to}`, external: true }));
  },
};
const bundle = (from: string, to: string, more: BuildOptions = {}) =>
  build({
    entryPoints: [from],
    outfile: path(`dist/${to}`),
    bundle: true,
    // One script, so that V8 can keep its code; what is imported late is still evaluated late.
    format: "cjs",
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    logLevel: "warning",
    metafile: true,
    ...more,
  });
const parts = await Promise.all(apart.map(({ from, to }) => bundle(from, to)));
const whole = await bundle(path("src/cli/main.ts"), "cxm.cjs", {
  define: { "import.meta.url": "fileUrl" },
  banner: { js: 'const fileUrl = require("node:url").pathToFileURL(__filename).href;' },
  plugins: [aside],
});
const inputs = [...parts, whole].flatMap(({ metafile }) => Object.keys(metafile!.inputs));

// Only now: the loaders import the validators that were just written.
const { buildCatalog } = await import("./questionnaires.ts");
mkdirSync(path("dist/questionnaires"));
const entries = readdirSync(path("questionnaires"), { withFileTypes: true });
const ids = entries.flatMap(entry => (entry.isDirectory() ? [entry.name] : [])).sort();
for (const [name, json] of Object.entries(buildCatalog(ids, id => path(`questionnaires/${id}`)))) {
  writeFileSync(path(`dist/questionnaires/${name}.json`), json);
}
writeFileSync(path("dist/licences.txt"), collectLicences(bundledPackages(inputs), path(".")));
execFileSync(process.execPath, [path("src/build/warm.js")], { stdio: "inherit" });
process.stdout.write(`built ${ids.join(", ")}\n`);
