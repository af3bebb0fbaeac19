import { isPressing, loadOwnEvents, OwnEvents } from "../event/desk-section.tsx";
import { loadOwnDue, OwnDue } from "../registry/acts/parts/own-due.tsx";
import { loadOwnSeats, OwnSeats } from "../registry/bodies/parts/own-seats.tsx";
import { loadOwnAssociations, OwnAssociations } from "../registry/desk-section.tsx";
import { loadWaiting, WaitingOfReports } from "../report/desk-section.tsx";
import type { Doors } from "./doors.ts";

/** What slices show on the desk besides its tasks: each loads what is this person's, or null, and draws it. */
export async function loadDeskSections(doors: Doors) {
  return {
    events: await loadOwnEvents(doors),
    associations: await loadOwnAssociations(doors),
    due: await loadOwnDue(doors),
    seats: await loadOwnSeats(doors),
    reports: await loadWaiting(doors),
  };
}

type Sections = Awaited<ReturnType<typeof loadDeskSections>>;

/** How many things of the sections wait for this person themselves. */
export function countPressing({ events }: Sections): number {
  return events?.events.filter(isPressing).length ?? 0;
}

export function DeskSections({
  sections: { events, associations, due, seats, reports },
}: {
  readonly sections: Sections;
}) {
  return (
    <>
      {events && <OwnEvents waiting={events} />}
      {associations && <OwnAssociations page={associations} />}
      {due && <OwnDue rows={due} />}
      {seats && <OwnSeats seats={seats} />}
      {reports && <WaitingOfReports waiting={reports} />}
    </>
  );
}
