import { redirect } from "react-router";
import { languageOf } from "../ui/language.ts";
import type { Doors } from "./doors.ts";
import { inLanguage, paths } from "./paths.ts";

/** Sends a stranger to sign in and back again, and who must set up a second factor first to where that is done. */
export function requireSignedIn(doors: Doors, request: Request): void {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const setUp = inLanguage(paths.ownFactor, language);
  const page = pathname.replace(/^\/m\/[a-z0-9-]+(?=\/|$)/, "").replace(/\.data$/, "") || "/";
  if (doors.gate === "set-second-factor" && page !== setUp) throw redirect(setUp);
  if (doors.actor.kind !== "stranger") return;
  throw redirect(`${inLanguage(paths.signIn, language)}?${new URLSearchParams({ next: page + search })}`);
}

/** Where the request's `next` leads, else the desk in its language. */
export function findNext(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  return chooseNext(searchParams.get("next"), inLanguage(paths.desk, languageOf(pathname)));
}

const HERE = "http://here.invalid";

/** Where to go after signing in: a page of this site, else the desk. Read as browsers read it: they leave out tabs and take «\» for «/». */
export function chooseNext(asked: string | null, desk: string): string {
  if (!asked?.startsWith("/") || !URL.canParse(asked, HERE)) return desk;
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : desk;
}
