import type { BrowserContext } from "playwright-core";
import type { Role } from "../../src/access/roles.ts";
import { listRoutes } from "../walk/calls.ts";
import { findRoute } from "../walk/forms.ts";
import { listLinks } from "../walk/html.ts";

/** A page to be taken, as somebody with a role or a stranger sees it. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  readonly as: Role | null;
}

/** Routes with a page of their own; files and forms' addresses have none. */
const KNOWN = listRoutes();
const PAGES = KNOWN.filter(({ isPage }) => isPage).map(({ route }) => route);
/** Of several records with the same page not each links to every other page. */
const OF_EACH_ROUTE = 2;

/** One page of each route, as the first who comes to it by links sees it, and the routes to which no link led anybody. */
export class Pages {
  readonly #found = new Map<string, Shot>();

  get shots(): readonly Shot[] {
    return [...this.#found.values()];
  }

  get missed(): readonly string[] {
    return PAGES.filter((route) => !this.#found.has(route));
  }

  /** Of routes that somebody came to before one page is looked at: it may lead this role on. */
  async follow(
    context: BrowserContext,
    { url, as }: { readonly url: string; readonly as: Role | null },
  ): Promise<void> {
    const waiting = ["/", "/desk"];
    const seen = new Set<string>(waiting);
    const counts = new Map([...this.#found.keys()].map((route) => [route, OF_EACH_ROUTE - 1]));
    for (const path of waiting) counts.set(findRoute(KNOWN, path), 0);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const route = findRoute(KNOWN, path);
      const count = counts.get(route) ?? 0;
      if (!PAGES.includes(route) || count >= OF_EACH_ROUTE || route.startsWith("sign-out")) continue;
      counts.set(route, count + 1);
      const response = await context.request.get(url + path, { maxRedirects: 0 });
      if (response.status() !== 200 || !response.headers()["content-type"]?.startsWith("text/html")) continue;
      if (!this.#found.has(route)) this.#found.set(route, { name: nameOf(route), path, as });
      for (const link of listLinks(await response.text())) {
        if (seen.has(link) || link.startsWith("/en/") || link === "/en") continue;
        seen.add(link);
        waiting.push(link);
      }
    }
  }
}

const nameOf = (route: string) => (route === "/" ? "home" : route.replaceAll(/[:?*]/g, "").replaceAll("/", "-"));
