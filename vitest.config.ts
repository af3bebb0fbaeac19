import { defineConfig } from "vitest/config";
import { findDebianEngine } from "./src/platform/database/engine.ts";

const databaseTests = ["{src,web,tools}/**/*.db.test.{ts,tsx}"];
/** About the embedded PostgreSQL itself: no second engine to run them on. */
const embeddedTests = ["src/**/*.embedded.test.ts"];
/** The whole server with the built pages: who may do what, and what attackers try. */
const installationTests = ["tests/{walk,attacks}/**/*.db.test.ts"];
/** Every figure of a document changed once, thousands of broken files, every layout written and read again, LibreOffice: minutes that are not spent at every commit. */
const thoroughTests = ["src/**/{mutation,fuzz,law,round-trip,libre-office,convert,reading-*}.test.ts"];
const setupFiles = ["./tools/testing/seed.ts"];
const clusterSetup = "./src/platform/database/testing-cluster.ts";

/** Whole servers run in these tests: pages are drawn as an installation draws them. */
const env = { NODE_ENV: "production" };

function databaseProject(name: string, include: string[]) {
  return {
    test: { name, include, env, setupFiles, globalSetup: clusterSetup, testTimeout: 30_000, hookTimeout: 60_000 },
  };
}

/** Nothing here reads the interface's Vite configuration: tests run the sources as Node does. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          setupFiles,
          testTimeout: 60_000,
          include: ["{src,web,tools}/**/*.test.{ts,tsx}"],
          exclude: [...databaseTests, ...embeddedTests, ...thoroughTests, "**/node_modules/**"],
        },
      },
      { test: { name: "thorough", include: thoroughTests, setupFiles, testTimeout: 120_000 } },
      databaseProject("embedded", [...databaseTests, ...embeddedTests, ...installationTests]),
      ...(findDebianEngine() ? [databaseProject("debian15", databaseTests)] : []),
      {
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: "./tests/journeys/model.ts",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
