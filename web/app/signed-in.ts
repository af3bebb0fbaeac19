import { redirect } from "react-router";
import { languageOf } from "../ui/language.ts";
import type { Doors } from "./doors.ts";
import { inLanguage, paths } from "./paths.ts";

/** Sends a stranger to sign in and back again. */
export function requireSignedIn(doors: Doors, request: Request): void {
  if (doors.actor.kind !== "stranger") return;
  const { pathname, search } = new URL(request.url);
  const back = new URLSearchParams({ next: pathname.replace(/\.data$/, "") + search });
  throw redirect(`${inLanguage(paths.signIn, languageOf(pathname))}?${back}`);
}

/** Where to go after signing in: a page of this site, else the desk. */
export function chooseNext(asked: string | null, desk: string): string {
  return asked && /^\/[^/\\]/.test(asked) ? asked : desk;
}
