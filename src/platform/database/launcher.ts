import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { refusePlatform } from "../refusals.ts";
import type { DataFolder } from "./data-folder.ts";

/** How PostgreSQL's programs are run by a user they accept: the words that stand before the program. */
export interface Launcher {
  readonly prefix: readonly string[];
  /** The numeric user who must own the cluster, where it is not ourselves. */
  readonly owner: number | null;
}

/** `nobody` on Debian, Alpine and Red Hat alike. */
const NOBODY = 65534;
const OURSELVES: Launcher = { prefix: [], owner: null };
/** Inside the namespace we are user 1, outside we stay root: it works in a folder that only root can enter. */
const NAMESPACE: Launcher = { prefix: ["unshare", "-U", "--map-user=1", "--map-group=1"], owner: null };

function asUser(uid: number): Launcher {
  return { prefix: ["setpriv", `--reuid=${uid}`, `--regid=${uid}`, "--clear-groups"], owner: uid };
}

/** Chooses by trying; a cluster that is there already is run by the user who made it. Refuses where we are root and no way is open. */
export function chooseLauncher(programs: string, data: DataFolder): Launcher {
  if (process.getuid?.() !== 0 && isKnownUser()) return OURSELVES;
  const maker = statSync(data.cluster, { throwIfNoEntry: false })?.uid;
  if (process.getuid?.() === 0 && maker) return asUser(maker);
  if (canRun(NAMESPACE, ["true"])) return NAMESPACE;
  return chooseNobody(programs, data) ?? refusePlatform("database-as-root");
}

/** In a container without user namespaces: the cluster belongs to `nobody`, who may pass through `data/` but not list it. */
export function chooseNobody(programs: string, data: DataFolder): Launcher | undefined {
  if (process.getuid?.() !== 0) return undefined;
  chmodSync(data.root, 0o711);
  chownSync(data.socket, NOBODY, NOBODY);
  const nobody = asUser(NOBODY);
  if (canRun(nobody, ["test", "-w", data.socket]) && canRun(nobody, [`${programs}/postgres`, "-V"])) return nobody;
  chownSync(data.socket, 0, 0);
  chmodSync(data.root, 0o700);
  return undefined;
}

function canRun(launcher: Launcher, command: readonly string[]): boolean {
  const [file = "", ...args] = [...launcher.prefix, ...command];
  return spawnSync(file, args, { stdio: "ignore" }).status === 0;
}

/** `initdb` refuses a user without a name, as containers with arbitrary user numbers have. */
function isKnownUser(): boolean {
  try {
    return userInfo().username !== "";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SYSTEM_ERROR") return false;
    throw error;
  }
}
