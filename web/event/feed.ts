import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";

/** `/events/calendar.ics` and `/events/calendar/….ics`: the calendar of all, or of one association, by RFC 5545. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const associationId = args.params.file?.replace(/\.ics$/, "") ?? null;
  const root = new URL(doors.portalOf(doors.municipality.id), args.request.url).href.replace(/\/$/, "");
  const urlOf = (id: string) => root + inLanguage(paths.event(id), doors.language);
  const text = await answer(doors, (ctx) => doors.events.writeFeed(ctx, { associationId, urlOf }));
  return new Response(text, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="events.ics"',
      "cache-control": "public, max-age=900",
    },
  });
}
