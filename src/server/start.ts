import type { AddressInfo } from "node:net";
import {
  type Access,
  ADDRESS_HEADER,
  COOKIE_PREFIX,
  createAccess,
  loadSecret,
  openProvider,
  sweepSignIn,
} from "../access/index.ts";
import type { Id } from "../kernel/id.ts";
import type { Config } from "../platform/config.ts";
import { inOwnerTransaction } from "../platform/database/index.ts";
import { listHosts } from "../platform/http/guard.ts";
import { PageCache } from "../platform/http/page-cache.ts";
import { openHttpServer } from "../platform/http/server.ts";
import { type Background, startBackground } from "./background.ts";
import type { DoorFrame } from "./doors.ts";
import { type Opened, openInstallation } from "./installation.ts";
import { keepsQuery } from "./kept-queries.ts";
import { CLIENT_FOLDER, loadPages } from "./pages.ts";
import { openParts, type Parts } from "./parts.ts";
import { applyErasures } from "./personal.ts";
import { roleSubjects } from "./role-subjects.ts";
import { type Tenants, watchTenants } from "./tenants.ts";
import { openWatch, type Watch } from "./watch.ts";

const CACHE_BYTES = 32 * 1024 * 1024;
const BODY_BYTES = 100 * 1024 * 1024;

export interface RunningServer {
  /** Where a browser on this machine finds it. */
  readonly url: string;
  /** Where it tells how it is; null where no port was set for that. */
  readonly watchUrl: string | null;
  readonly opened: Opened;
  /** Lets running requests, letters and jobs end, then closes the database. */
  stop(): Promise<void>;
}

/** Starts the whole server; it listens when the promise resolves. Throws Refusals of the platform and `installation-demonstration`. */
export async function startServer(config: Config): Promise<RunningServer> {
  const watch = openWatch(config);
  const [parts, pages] = await Promise.all([openParts(config, "server", watch.onStatement), loadPages()]);
  let background: Background | undefined;
  try {
    const secret = await loadSecret(config.dataFolder);
    const opened = await openInstallation(parts, secret);
    await applyErasures(parts);
    const tenants = await watchTenants(parts.database);
    background = await startBackground(parts);
    return { opened, ...(await listen({ parts, secret, tenants, background, watch }, pages)) };
  } catch (error) {
    await background?.stop();
    await parts.database.close();
    throw error;
  }
}

interface Inside {
  readonly parts: Parts;
  /** The installation's key. */
  readonly secret: string;
  readonly tenants: Tenants;
  readonly background: Background;
  readonly watch: Watch;
}

async function listen(
  { parts, secret, tenants, background, watch }: Inside,
  pages: Awaited<ReturnType<typeof loadPages>>,
) {
  const { config, database } = parts;
  let port = config.port;
  const local = () => `http://localhost:${port}`;
  const publicUrl = () => config.publicUrl ?? local();
  await inOwnerTransaction(database, (tx) => sweepSignIn(tx, new Date()));
  let opened: DoorFrame | null = null;
  // Links and cookies name the address, and of port 0 the number is known only once the server listens.
  const frame = () => {
    const site = { publicUrl: publicUrl(), siteOf: (id: Id) => tenants.siteOf(id, publicUrl()) };
    opened ??= { parts, access: openAccess(parts, { secret, ...site }), tenants };
    return opened;
  };
  let own = listHosts(config.publicUrl, port);
  const hosts = { has: (host: string) => own.has(host) || tenants.hosts().includes(host.toLowerCase()) };
  const rules = { hosts, bodyBytes: BODY_BYTES };
  const app = await openHttpServer({
    rules: () => rules,
    origin: publicUrl,
    clientFolder: CLIENT_FOLDER,
    styleHash: pages.styleHash,
    cache: new PageCache(CACHE_BYTES),
    keepsQuery,
    addressHeader: ADDRESS_HEADER,
    cookiePrefix: COOKIE_PREFIX,
    cacheState: (host, url) => {
      const tenant = tenants.find(host, url);
      return tenant ? tenants.state(tenant) : "";
    },
    render: (request, visit) => pages.render(frame(), request, visit),
    onAnswer: watch.onAnswer,
    afterWrite: async () => void (await Promise.all([tenants.refresh(), background.afterWrite()])),
  });
  await app.listen({ port, host: config.host });
  // Port 0 asks the system for a free one.
  port = (app.server.address() as AddressInfo).port;
  own = listHosts(config.publicUrl, port);
  const watchUrl = await watch.open(parts).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const stop = async () => {
    watch.leave();
    tenants.stop();
    await app.close();
    await background.stop();
    await watch.close();
    await database.close();
  };
  return { url: local(), watchUrl, stop };
}

function openAccess(
  { config, database, letters }: Parts,
  own: { secret: string; publicUrl: string; siteOf: (id: Id) => string },
): Access {
  const providers = config.identityProviders.map((settings) => openProvider(settings));
  return createAccess({ ...own, kysely: database.kysely, letters, providers, roleSubjects });
}
