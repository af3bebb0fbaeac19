import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** A sheet of paper with its rows, as the event of the address has it. */
export async function loadPaper(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { sheet, event, site, consent, municipality } = await answer(doors, (ctx) =>
    doors.events.attendance.getSheet(ctx, args.params.sheet ?? ""),
  );
  return {
    id: sheet.id,
    number: sheet.number,
    rows: sheet.rows.map(({ position, name, birthYear, entered }) => ({
      position,
      code: codeOf(sheet.number, position),
      name,
      birthYear,
      entered,
    })),
    eventId: event.id,
    title: event.title,
    startsAt: event.startsAt.toISOString(),
    timeZone: doors.municipality.timeZone,
    place: site.place,
    consent,
    municipality,
  };
}

/** What stands at the row on paper: the sheet's number and the row's. */
function codeOf(number: number, position: number): string {
  return `${number}-${String(position).padStart(2, "0")}`;
}

export type PaperFacts = Awaited<ReturnType<typeof loadPaper>>;
