import { redirect } from "react-router";
import { languageOf } from "../ui/language.ts";
import type { Doors } from "./doors.ts";
import { inLanguage, paths } from "./paths.ts";

/** Sends a stranger to sign in and back again. */
export function requireSignedIn(doors: Doors, request: Request): void {
  if (doors.actor.kind !== "stranger") return;
  const { pathname, search } = new URL(request.url);
  const own = pathname.replace(/^\/m\/[a-z0-9-]+(?=\/|$)/, "").replace(/\.data$/, "") || "/";
  const back = new URLSearchParams({ next: own + search });
  throw redirect(`${inLanguage(paths.signIn, languageOf(pathname))}?${back}`);
}

/** Where to go after signing in: a page of this site, else the desk. Browsers drop tabs and line ends from an address, so none may hide in it. */
export function chooseNext(asked: string | null, desk: string): string {
  return asked && /^\/(?![/\\])[^\s\\]+$/.test(asked) ? asked : desk;
}
