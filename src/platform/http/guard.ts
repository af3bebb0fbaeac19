import type { IncomingHttpHeaders } from "node:http";

export type GuardCode = "malformed" | "foreign-host" | "foreign-origin" | "method-unknown" | "body-too-large";

/** What the guard needs to know of the server. */
export interface GuardRules {
  /** `Host` values under which people may come. */
  readonly hosts: Pick<ReadonlySet<string>, "has">;
  readonly bodyBytes: number;
}

interface Asked {
  readonly method: string;
  /** Path and query as they were asked. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Why a request is not even looked at; null where it may pass. A forged host, a character in the address that no text of the database holds, a form sent from another site, an unknown method, too much to send. */
export function guard({ method, url, headers }: Asked, rules: GuardRules): GuardCode | null {
  if (!rules.hosts.has(headers.host ?? "")) return "foreign-host";
  if (url.includes("%00")) return "malformed";
  if (method === "GET" || method === "HEAD") return null;
  if (method !== "POST") return "method-unknown";
  if (!isSameOrigin(headers)) return "foreign-origin";
  return Number(headers["content-length"] ?? 0) > rules.bodyBytes ? "body-too-large" : null;
}

/** Browsers say where a form comes from in one of two headers; whoever says it in neither is no browser with a form of ours. */
function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === headers.host;
}

/** The hosts of a server: that of its public address, or else those of the machine itself. A port that browsers leave out may be left out. */
export function listHosts(publicUrl: string | null, port: number): ReadonlySet<string> {
  const own = ["localhost", "127.0.0.1", "[::1]"].flatMap((name) => (port === 80 ? [name] : [`${name}:${port}`]));
  return new Set(publicUrl === null ? own : [new URL(publicUrl).host, ...own]);
}
