import { createHash } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import pageStyle from "../ui/style/page.css?inline";
import { doorsOf, setUpOf } from "./doors.ts";
import { type PageContext, PageProvider } from "./page-context.ts";

/** The server sets its doors under this key of the request's context. */
export { doorsContext, setUpContext } from "./doors.ts";

/** For `style-src` of pages without scripts: the one inline style sheet. */
export const styleHash = `sha256-${createHash("sha256").update(pageStyle).digest("base64")}`;

/** React Router calls it for every page: one string where nothing runs in the browser, a stream where the page hydrates. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set("content-type", "text/html; charset=utf-8");
  const page = describePage(entry, context);
  const app = (
    <PageProvider value={page}>
      <ServerRouter context={entry} url={request.url} {...(page.nonce && { nonce: page.nonce })} />
    </PageProvider>
  );
  if (page.hydrates) return new Response(await streamPage(app, page.nonce), { status, headers });
  return new Response(`<!DOCTYPE html>${renderToString(app)}`, { status, headers });
}

function describePage(entry: EntryContext, context: RouterContextProvider): PageContext {
  const doors = setUpOf({ context }) ?? doorsOf({ context });
  const hydrates = entry.staticHandlerContext.matches.some((match) => {
    const handle = entry.routeModules[match.route.id]?.handle as { hydrates?: boolean } | undefined;
    return handle?.hydrates === true;
  });
  // An error page is plain: it must stand where the scripts of the page that failed do not.
  const plain = !hydrates || entry.staticHandlerContext.errors !== null;
  const style = plain ? pageStyle : null;
  return { style, hydrates: !plain, nonce: doors.nonce ?? undefined, requestId: doors.requestId };
}

function streamPage(app: React.ReactNode, nonce: string | undefined): Promise<ReadableStream> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(app, {
      ...(nonce && { nonce }),
      onShellReady() {
        const body = new PassThrough();
        resolve(createReadableStreamFromReadable(body));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}
