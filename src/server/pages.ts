import { fileURLToPath } from "node:url";
import {
  createRequestHandler,
  isRouteErrorResponse,
  type RouterContext,
  RouterContextProvider,
  type ServerBuild,
} from "react-router";
import { BodyTooLarge } from "../platform/http/body.ts";
import type { Visit } from "../platform/http/server.ts";
import { writeLog } from "../platform/log.ts";
import { type DoorFrame, openDoors } from "./doors.ts";
import { leadToSetUp, openSetUpDoors } from "./set-up.ts";

const BUILD = new URL("../../build/", import.meta.url);

export const CLIENT_FOLDER = fileURLToPath(new URL("client", BUILD));

type Doors = Awaited<ReturnType<typeof openDoors>>;
type SetUpDoors = ReturnType<typeof openSetUpDoors>;

/** What our own entry module exports besides what React Router asks for. */
interface Entry {
  readonly doorsContext: RouterContext<Doors>;
  /** Null but where there is no municipality yet. */
  readonly setUpContext: RouterContext<SetUpDoors | null>;
  readonly styleHash: string;
}

export interface Pages {
  readonly styleHash: string;
  /** Makes the answer to one request. */
  readonly render: (frame: DoorFrame, request: Request, visit: Visit) => Promise<Response>;
}

/** The built pages. The key under which they look for their doors is an object of the build's own, so it comes from its entry. */
export async function loadPages(): Promise<Pages> {
  const built: ServerBuild = await import(new URL("server/index.js", BUILD).href);
  const entry = built.entry.module as ServerBuild["entry"]["module"] & Entry;
  const handleError = (error: unknown, { context }: { context: Readonly<RouterContextProvider> }) => {
    // A page that was not found and a rule that said no are answers, not faults.
    if (error instanceof BodyTooLarge || (isRouteErrorResponse(error) && error.status < 500)) return;
    const { requestId } = context.get(entry.setUpContext) ?? context.get(entry.doorsContext);
    writeLog("error", "a page failed", { requestId, error });
  };
  const handleAt = rememberByBase((basename) =>
    createRequestHandler({ ...built, basename, entry: { module: { ...entry, handleError } } }, "production"),
  );
  return {
    styleHash: entry.styleHash,
    render: async (frame, request, visit) => {
      const context = new RouterContextProvider();
      const { host, pathname } = new URL(request.url);
      const tenant = frame.tenants.find(host, pathname);
      if (!tenant) {
        context.set(entry.setUpContext, openSetUpDoors(frame, request, visit));
        return leadToSetUp(request) ?? handleAt("/")(request, context);
      }
      context.set(entry.doorsContext, await openDoors({ ...frame, tenant }, request, visit));
      return handleAt(tenant.base || "/")(request, context);
    },
  };
}

/** One handler for each place at which a municipality's pages stand; made when the first asks for it. */
function rememberByBase<T>(make: (basename: string) => T): (basename: string) => T {
  const made = new Map<string, T>();
  return (basename) => {
    const handler = made.get(basename) ?? make(basename);
    made.set(basename, handler);
    return handler;
  };
}
