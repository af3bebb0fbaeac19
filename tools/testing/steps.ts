import { findDebianEngine } from "../../src/platform/database/engine.ts";
import { programStep, runProgram, runScript } from "./command.ts";
import type { Step } from "./outcome.ts";
import { skipTests } from "./run.ts";
import { vitestStep } from "./vitest.ts";

const REACT_ROUTER = "@react-router/dev/bin.cjs";

const pages = programStep("pages are built", () => runProgram("bin/build", []));
const routeTypes = programStep("types of the routes", () => runScript(REACT_ROUTER, ["typegen"]));
const types = programStep("types", () => runProgram("node_modules/.bin/tsc", ["--noEmit", "-p", "."]));
const lint = programStep("format and lint", () =>
  runScript("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]),
);
const imports = programStep("who may import whom", () =>
  runScript("dependency-cruiser/bin/dependency-cruiser.mjs", [
    "--config",
    "tools/import-rules.mjs",
    "src",
    "web",
    "tools",
    "tests",
  ]),
);
const unused = programStep("unused code", () => runProgram("node_modules/.bin/knip", []));
const unit = vitestStep("unit tests and house rules", "unit");
const thorough = vitestStep("mutations and broken files", "thorough");
const embedded = vitestStep("database tests on the embedded PostgreSQL", "embedded");

const debian: Step = findDebianEngine()
  ? vitestStep("database tests on Debian's PostgreSQL 15", "debian15")
  : {
      name: "database tests on Debian's PostgreSQL 15",
      run: async () => skipTests("embedded", "on PostgreSQL 15, which is not installed: apt-get install postgresql-15"),
    };

export const QUICK_STEPS: readonly Step[] = [routeTypes, types, lint, imports, unit];

export const STEPS: readonly Step[] = [
  pages,
  routeTypes,
  types,
  lint,
  imports,
  unused,
  unit,
  thorough,
  embedded,
  debian,
];
