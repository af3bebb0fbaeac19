import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { refusePlatform } from "../refusals.ts";

/** Where things lie inside `data/`. All paths are absolute and free of symbolic links. */
export interface DataFolder {
  readonly root: string;
  readonly cluster: string;
  readonly socket: string;
  readonly password: string;
  readonly log: string;
  /** Holds the id of the process that answers for stopping PostgreSQL. */
  readonly owner: string;
}

/** Makes the folder, closed to others, where it is missing. Refuses where it cannot be written. */
export function openDataFolder(folder: string): DataFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const root = realpathSync(folder);
    mkdirSync(join(root, "secrets"), { recursive: true, mode: 0o700 });
    mkdirSync(join(root, "socket"), { recursive: true, mode: 0o700 });
    return dataPaths(root);
  } catch (error) {
    return refusePlatform("data-folder-closed", { folder, detail: String((error as NodeJS.ErrnoException).code) });
  }
}

function dataPaths(root: string): DataFolder {
  return {
    root,
    cluster: join(root, "cluster"),
    socket: join(root, "socket"),
    password: join(root, "secrets", "database-password"),
    log: join(root, "postgres.log"),
    owner: join(root, "owner"),
  };
}
