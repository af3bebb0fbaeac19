import { useLocation, useHref as useRouterHref } from "react-router";
import { useLanguage } from "../ui/language.ts";
import { keepEdition } from "./edition-link.ts";
import { inLanguage } from "./paths.ts";

/** What stands before the addresses of this municipality's pages: empty at the root of a host, else `/m/<slug>`. React Router adds it by itself to redirects, forms and its own links; a plain `<a>` needs it. */
export function useBase(): string {
  const root = useRouterHref("/");
  return root === "/" ? "" : root.replace(/\/$/, "");
}

/** Makes an address for an `<a>` in the page's own language. */
export function useAddress(): (path: string) => string {
  const language = useLanguage();
  const base = useBase();
  return (path) => joinBase(base, inLanguage(path, language));
}

/** The same within a programme, of the edition that the page shows. */
export function useHref(): (path: string) => string {
  const address = useAddress();
  const at = useLocation();
  return (path) => address(keepEdition(path, at));
}

/** `/` under a base is the base itself. */
export function joinBase(base: string, path: string): string {
  return base !== "" && /^\/(?=[?#]|$)/.test(path) ? `${base}${path.slice(1)}` : `${base}${path}`;
}
