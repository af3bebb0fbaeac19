import { listMunicipalities, type Municipality } from "../access/index.ts";
import { localDate } from "../platform/clock.ts";
import { type Database, inOwnerTransaction } from "../platform/database/index.ts";
import { writeLog } from "../platform/log.ts";

/** A municipality under the address that was asked for. */
export interface Tenant {
  readonly municipality: Municipality;
  /** What stands before the addresses of its pages: empty at the root of a host, else `/m/<slug>`. */
  readonly base: string;
}

/** The municipalities of this server, never older than a second. */
export interface Tenants {
  /** Whose pages are asked for: by the host's name, else by `/m/<slug>`, else those of the first municipality. Undefined where there is none at all. */
  find(host: string, path: string): Tenant | undefined;
  /** What a public page of the tenant depends on besides its address: revisions and the date. */
  state(tenant: Tenant): string;
  /** Where the tenant's pages stand, for links in letters; `site` is the server's public address. */
  siteOf(municipalityId: string, site: string): string;
  /** The same for a link on a page of `from`: without the server's address where the page stands under that address too. */
  portalOf(municipalityId: string, page: { readonly from: Tenant; readonly site: string }): string;
  /** Host names that municipalities have of their own. */
  hosts(): readonly string[];
  refresh(): Promise<void>;
  stop(): void;
}

const SECOND = 1_000;

/** Other processes raise revisions too, so the table is asked once a second. */
export async function watchTenants(database: Database): Promise<Tenants> {
  let known = await inOwnerTransaction(database, listMunicipalities);
  const refresh = async () => {
    known = await inOwnerTransaction(database, listMunicipalities);
  };
  const timer = setInterval(() => {
    refresh().catch((error) => writeLog("warning", "the municipalities could not be read", { error }));
  }, SECOND).unref();
  return {
    find: (host, path) => findTenant(known, host, path),
    state: ({ municipality, base }) => `${base} ${describeState(known, municipality)}`,
    siteOf: (id, site) => siteOf(known, id, site),
    portalOf: (id, page) => portalOf(known, id, page),
    hosts: () => known.flatMap((municipality) => municipality.host ?? []),
    refresh,
    stop: () => clearInterval(timer),
  };
}

/** `host` as the header has it; `path` with or without a query. */
export function findTenant(known: readonly Municipality[], host: string, path: string): Tenant | undefined {
  const named = known.find((municipality) => municipality.host !== null && municipality.host === host.toLowerCase());
  if (named) return { municipality: named, base: "" };
  const slug = /^\/m\/([a-z0-9-]+)(?=[/?.]|$)/.exec(path)?.[1];
  const prefixed = slug && known.find((municipality) => municipality.slug === slug);
  if (prefixed) return { municipality: prefixed, base: `/m/${slug}` };
  const [first] = known;
  return first && { municipality: first, base: "" };
}

function siteOf(known: readonly Municipality[], id: string, site: string): string {
  const place = known.findIndex((municipality) => municipality.id === id);
  const found = known[place];
  if (found?.host) return `${new URL(site).protocol}//${found.host}`;
  return found && place > 0 ? `${site}/m/${found.slug}` : site;
}

/** A municipality with a host of its own has it alone: from there, and to there, a link names the server. */
export function portalOf(
  known: readonly Municipality[],
  id: string,
  { from, site }: { readonly from: Tenant; readonly site: string },
): string {
  const isNamed = from.municipality.host !== null || known.some((other) => other.id === id && other.host !== null);
  return siteOf(known, id, isNamed ? site : "");
}

/** The pages of a region show the figures of its districts. */
function describeState(known: readonly Municipality[], municipality: Municipality): string {
  const shown = [municipality, ...known.filter(({ regionId }) => regionId === municipality.id)];
  const revisions = shown.map(({ id, revision }) => `${id}:${revision}`).join(" ");
  return `${revisions} ${localDate(new Date(), municipality.timeZone)}`;
}
