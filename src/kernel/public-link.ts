/** Names of machines that only a network of one's own knows; `example` is reserved for examples and stays. */
const INNER_NAMES = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "test", "invalid", "onion"];
const LONGEST = 2000;

/**
 * An address of the public web as it is kept, or null where it is none: only http and https, a host with a name of at least
 * two parts, no user, no password; no number of a machine in whatever spelling, for a page of a newspaper has a name.
 */
export function parsePublicLink(text: string): string | null {
  const plain = text.trim();
  if (plain.length > LONGEST || !URL.canParse(plain)) return null;
  const { protocol, hostname, username, password, href } = new URL(plain);
  if (protocol !== "https:" && protocol !== "http:") return null;
  if (username !== "" || password !== "") return null;
  const labels = hostname.replace(/\.$/, "").split(".");
  const last = labels.at(-1) ?? "";
  const isName = labels.length > 1 && !/^\d+$/.test(last) && !hostname.startsWith("[");
  return isName && !INNER_NAMES.includes(last) ? href : null;
}

/** What an address's query tells of who sent the reader, not of the page. */
const TRACKING = /^(utm_\w+|yclid|gclid|fbclid|ysclid)$/i;

/** Two addresses with the same key lead to the same page: protocol, «www.», tracking, order of the query and the end do not count. */
export function linkKey(link: string): string {
  const { hostname, port, pathname, searchParams } = new URL(link);
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = kept.map(([name, value]) => `${name}=${value}`).sort();
  const host = hostname.replace(/^(www|m)\./, "").replace(/\.$/, "");
  return `${host}${port && `:${port}`}${pathname.replace(/\/+$/, "")}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}
