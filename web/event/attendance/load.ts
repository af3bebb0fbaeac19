import type { LoaderFunctionArgs } from "react-router";
import { EARLY_MINUTES } from "../../../src/event/attendance/views.ts";
import { newId } from "../../../src/kernel/id.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** What the page of an event's attendance shows. */
export async function loadAttendance(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { attendance, getEvent, listSites, openEvent } = doors.events;
  const eventId = args.params.id ?? "";
  const { searchParams } = new URL(args.request.url);
  const text = searchParams.get("q") ?? "";
  const page = Math.min(10_000, Math.max(1, Number(searchParams.get("page")) || 1));
  return answer(doors, async (ctx) => {
    const sites = await listSites(ctx, (await getEvent(ctx, eventId)).id);
    const site = sites.find(({ id }) => id === searchParams.get("site")) ?? sites[0];
    const view = await attendance.get(ctx, eventId, { siteId: site?.id, page });
    const worksHere = site !== undefined && view.ownSites.includes(site.id);
    const found = worksHere ? await attendance.findParticipants(ctx, { eventId, siteId: site.id, text }) : [];
    const { papers } = await openEvent(ctx, eventId);
    const opensAt = new Date(view.event.startsAt.getTime() - EARLY_MINUTES * 60_000);
    const early = ctx.now < opensAt ? opensAt.toISOString() : null;
    const { timeZone } = doors.municipality;
    return { ...view, site, worksHere, found, papers, early, timeZone, text, page, fresh: newId() };
  });
}

export type AttendancePage = Awaited<ReturnType<typeof loadAttendance>>;
