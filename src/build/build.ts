// The build: sources bundled to dist/ (few files start faster than many), schemas published, their validators compiled, and the
// bundled questionnaires checked and turned into JSON. A questionnaire with a problem, or even a warning, fails the build.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
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

const { metafile } = await build({
  entryPoints: [path("src/cli/main.ts")],
  outdir: path("dist"),
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifyWhitespace: true,
  // Large, and needed only for questionnaires that do not come with the package.
  external: ["#validators/questionnaire"],
  // Two of the packages are CommonJS and ask for Node's own modules by require.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
  metafile: true,
});

// Only now: the loaders import the validators that were just written.
const { buildCatalog } = await import("./questionnaires.ts");
mkdirSync(path("dist/questionnaires"));
const ids = readdirSync(path("questionnaires")).sort();
for (const [name, json] of Object.entries(buildCatalog(ids, id => path(`questionnaires/${id}`)))) {
  writeFileSync(path(`dist/questionnaires/${name}.json`), json);
}
writeFileSync(path("dist/licences.txt"), collectLicences(bundledPackages(Object.keys(metafile.inputs)), path(".")));
process.stdout.write(`built ${ids.join(", ")}\n`);
