import { matchRoutes } from "react-router";
import type { Call, KnownRoute } from "./calls.ts";

/** A form that a page shows, as a call of a route. */
export interface ShownForm {
  readonly route: string;
  readonly call: Call;
}

const FORM = /<form\b[^>]*>[\s\S]*?(?=<form\b|<\/main>|$)/g;
const CONTROL = /<(?:input|button)\b[^>]*\bname="(?:intent|deed)"[^>]*>/g;

/** The forms that a page posts, each button with a word of its own as a call of its own. */
export function listForms(page: string, path: string, known: readonly KnownRoute[]): readonly ShownForm[] {
  return (page.match(FORM) ?? []).flatMap((form) => {
    const [tag = ""] = /^<form\b[^>]*>/.exec(form) ?? [];
    if (!/method="post"/i.test(tag)) return [];
    const action = readAttribute(tag, "action") || path;
    const route = findRoute(known, action);
    const words = (form.match(CONTROL) ?? []).map((control) => readAttribute(control, "value"));
    const calls: readonly Call[] = words.length > 0 ? words.map((word): Call => `POST ${word}`) : ["POST"];
    return calls.map((call) => ({ route, call }));
  });
}

function readAttribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";
}

/** The route of an address, by the router's own order. */
export function findRoute(known: readonly KnownRoute[], address: string): string {
  const { pathname } = new URL(address, "http://here.invalid");
  const plain = pathname.replace(/^\/en(?=\/|$)/, "") || "/";
  const routes = known.map(({ route }) => ({ id: route, path: route }));
  return matchRoutes(routes, plain)?.at(-1)?.route.id ?? `no route for ${plain}`;
}
