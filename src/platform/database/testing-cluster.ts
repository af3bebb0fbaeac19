import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { assert } from "../../kernel/assert.ts";
import { openCluster } from "./cluster.ts";
import { openDataFolder } from "./data-folder.ts";
import { type Engine, findDebianEngine, findEmbeddedEngine } from "./engine.ts";
import { migrate } from "./migrate.ts";
import type { Address } from "./plan.ts";
import { openPool } from "./pool.ts";
import { stopPostmaster } from "./postmaster.ts";
import { runAsAdministrator, TEMPLATE } from "./testing.ts";

/** Vitest's global set-up of a project with a database: one cluster and one migrated template a run, both gone afterwards. */
export default async function setUpCluster(project: TestProject): Promise<() => Promise<void>> {
  const data = openDataFolder(mkdtempSync(join(tmpdir(), "sosedstvo-test-")));
  const address = await openCluster({ data, engine: engineOf(project.name), durable: false });
  await makeTemplate(address);
  project.provide("testCluster", address);
  return async () => {
    await stopPostmaster(data);
    rmSync(data.root, { recursive: true });
  };
}

function engineOf(projectName: string): Engine {
  if (projectName !== "debian15") return findEmbeddedEngine();
  const engine = findDebianEngine();
  assert(engine, "the project debian15 exists only where Debian's PostgreSQL 15 is installed");
  return engine;
}

async function makeTemplate(address: Address): Promise<void> {
  await runAsAdministrator(address, `create database ${TEMPLATE}`);
  const pool = openPool({ ...address, database: TEMPLATE });
  try {
    await migrate({ pool });
  } finally {
    await pool.end();
  }
}
