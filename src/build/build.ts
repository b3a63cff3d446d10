// The build: sources bundled to dist/ (one file starts faster than many), schemas published, their validators compiled, and the
// bundled questionnaires checked and turned into JSON. A questionnaire with a problem, or even a warning, fails the build.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
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

/** The validator of questionnaires is as large as most of the program, and only `check` and questionnaires of one's own need it. */
const apart: Plugin = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^#validators\/questionnaire$/ }, () => ({
      path: "./validators/questionnaire.cjs",
      external: true,
    }));
  },
};
await build({
  entryPoints: [path("dist/validators/questionnaire.js")],
  outfile: path("dist/validators/questionnaire.cjs"),
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  minifyWhitespace: true,
});

const { metafile } = await build({
  entryPoints: [path("src/cli/main.ts")],
  outfile: path("dist/cxm.cjs"),
  bundle: true,
  // One script, so that V8 can keep its code; what is imported late is still evaluated late.
  format: "cjs",
  platform: "node",
  target: "node20",
  minifyWhitespace: true,
  define: { "import.meta.url": "fileUrl" },
  banner: { js: 'const fileUrl = require("node:url").pathToFileURL(__filename).href;' },
  plugins: [apart],
  logLevel: "warning",
  metafile: true,
});

// Only now: the loaders import the validators that were just written.
const { buildCatalog } = await import("./questionnaires.ts");
mkdirSync(path("dist/questionnaires"));
const entries = readdirSync(path("questionnaires"), { withFileTypes: true });
const ids = entries.flatMap(entry => (entry.isDirectory() ? [entry.name] : [])).sort();
for (const [name, json] of Object.entries(buildCatalog(ids, id => path(`questionnaires/${id}`)))) {
  writeFileSync(path(`dist/questionnaires/${name}.json`), json);
}
writeFileSync(path("dist/licences.txt"), collectLicences(bundledPackages(Object.keys(metafile.inputs)), path(".")));
execFileSync(process.execPath, [path("src/build/warm.js")], { stdio: "inherit" });
process.stdout.write(`built ${ids.join(", ")}\n`);
