import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../../platform/config.ts";
import { openParts, type Parts } from "../parts.ts";
import type { OpenBackup } from "./check-backup.ts";
import { restoreBackup } from "./restore.ts";

export interface Rehearsal {
  readonly tables: number;
  readonly rows: number;
  /** Whether everything that `verify` asks holds in what was restored. */
  readonly holds: boolean;
}

interface RehearsalPlan {
  readonly config: Config;
  /** Where the backup lies; the rehearsal takes place beside it, in a folder that is gone afterwards. */
  readonly path: string;
  readonly verify: (parts: Parts) => Promise<boolean>;
  readonly onProgress?: (share: number) => void;
}

/** The drill: restores a backup beside, into an embedded PostgreSQL of its own, brings it up to this program's version, verifies it and takes it away again. Refuses as `restoreBackup`. */
export async function rehearseBackup(backup: OpenBackup, plan: RehearsalPlan): Promise<Rehearsal> {
  const folder = mkdtempSync(join(dirname(resolve(plan.path)), ".rehearsal-"));
  const config: Config = { ...plan.config, dataFolder: join(folder, "data"), databaseUrl: null, backupsKept: 0 };
  try {
    const tables = await restoreBackup(backup, { config, ...(plan.onProgress && { onProgress: plan.onProgress }) });
    const parts = await openParts(config, "command");
    try {
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      return { tables: tables.length, rows, holds: await plan.verify(parts) };
    } finally {
      await parts.database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
