import type { DataFolder } from "./data-folder.ts";
import type { Engine } from "./engine.ts";

/** One PostgreSQL in one data folder. `durable: false` is for tests only: it never waits for the disk. */
export interface ClusterPlan {
  readonly data: DataFolder;
  readonly engine: Engine;
  readonly durable: boolean;
}

/** How a client reaches a cluster: `host` is a socket's folder or 127.0.0.1. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}
