import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import routes from "../../web/app/routes.ts";

export const WEB = resolve(import.meta.dirname, "../../web");

/** What can be asked of a route: its page, its one form, or one of its forms by the word with which it says what it wants. */
export type Call = "GET" | "POST" | `POST ${string}`;

/** A route as `web/app/routes.ts` has it, without the language, and what its sources let ask of it. */
export interface KnownRoute {
  readonly route: string;
  /** Under `web/`. */
  readonly file: string;
  /** Whether it is a page: others are asked for as they are, pages also for their data alone. */
  readonly isPage: boolean;
  readonly calls: readonly Call[];
}

interface Entry {
  readonly path?: string | undefined;
  readonly index?: boolean | undefined;
  readonly file: string;
  readonly children?: readonly Entry[] | undefined;
}

/** Every route that has an address, in the order of the file. */
export function listRoutes(): readonly KnownRoute[] {
  return flatten(routes as readonly Entry[], "").map(({ route, file }) => {
    const path = resolve(WEB, "app", file);
    const source = readFileSync(path, "utf8");
    return { route, file: path.slice(WEB.length + 1), isPage: PAGE.test(source), calls: listCalls(path, source) };
  });
}

function flatten(entries: readonly Entry[], above: string): { route: string; file: string }[] {
  return entries.flatMap(({ path = "", index, file, children }) => {
    const route = [above, path].filter((part) => part !== "" && part !== "en?").join("/");
    if (children) return flatten(children, route);
    return path === "" && !index ? [] : [{ route: route === "" ? "/" : route, file }];
  });
}

const exported = (name: string) =>
  new RegExp(`export (?:async )?(?:function|const) ${name}\\b|export \\{[^}]*\\b${name}\\b`);
const LOADER = exported("loader");
const PAGE = /export default/;
const ACTION = exported("action");

function listCalls(path: string, source: string): readonly Call[] {
  const reads = LOADER.test(source) || PAGE.test(source);
  const words = ACTION.test(source) ? [...listWords(path)].sort() : [];
  const posts: Call[] = words.length > 0 ? words.map((word): Call => `POST ${word}`) : ["POST"];
  return [...(reads ? (["GET"] as const) : []), ...(ACTION.test(source) ? posts : [])];
}

/** Where the server's side compares what a form wants. */
const COMPARED = /(?:\bintent|\(\s*"(?:intent|deed)"\s*\)|form, "(?:intent|deed)"\))\s*(?:===|!==)\s*"([a-z-]+)"/g;
const SWITCHED = /switch \([^{]*intent[^{]*\{[\s\S]*?\n {2,4}\}/g;
const CASE = /case "([A-Za-z-]+)":/g;
/** Where a form says what it wants. */
const NAMED = /name="(?:intent|deed)"\s+value="([A-Za-z-]+)"|value="([A-Za-z-]+)"\s+name="(?:intent|deed)"/g;

function listWords(path: string): Set<string> {
  const words = new Set<string>();
  for (const source of [...collectSources(path, new Set())].map((file) => readFileSync(file, "utf8"))) {
    for (const [, word = ""] of source.matchAll(COMPARED)) words.add(word);
    for (const [block] of source.matchAll(SWITCHED)) for (const [, word = ""] of block.matchAll(CASE)) words.add(word);
    for (const [, first, second] of source.matchAll(NAMED)) words.add(first ?? second ?? "");
  }
  return words;
}

const IMPORTED = /from "(\.[^"]+\.tsx?)"/g;

/** The file and what it imports of its own slice. */
export function collectSources(path: string, seen: Set<string>): Set<string> {
  if (seen.has(path) || !existsSync(path) || /\/(ru|en|words[^/]*)\.ts$/.test(path)) return seen;
  seen.add(path);
  for (const [, name = ""] of readFileSync(path, "utf8").matchAll(IMPORTED)) {
    const next = join(dirname(path), name);
    if (next.startsWith(WEB) && sliceOf(next) === sliceOf(path)) collectSources(next, seen);
  }
  return seen;
}

const sliceOf = (path: string) => path.slice(WEB.length + 1).split("/")[0];
