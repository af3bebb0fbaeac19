import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";

/** What the page of a sheet is made of: no name of anybody is in it, since it is kept on the device as it is. */
export async function loadSheet(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { events, municipality, language } = doors;
  return answer(doors, async (ctx) => {
    const { event, sites, consent } = await events.attendance.openSheet(ctx, args.params.id ?? "");
    return {
      id: event.id,
      title: event.title,
      when: formatInstant(event.startsAt.toISOString(), municipality.timeZone, language),
      endsAt: event.endsAt.toISOString(),
      timeZone: municipality.timeZone,
      sites: sites.map(({ id, place }) => ({ id, place })),
      consent,
    };
  });
}

export type SheetFacts = Awaited<ReturnType<typeof loadSheet>>;
