import { loadOwnAssociations, OwnAssociations } from "../registry/desk-section.tsx";
import type { Doors } from "./doors.ts";

/** What slices show on the desk besides its tasks: each loads what is this person's, or null, and draws it. */
export async function loadDeskSections(doors: Doors) {
  return { associations: await loadOwnAssociations(doors) };
}

export function DeskSections({ sections }: { readonly sections: Awaited<ReturnType<typeof loadDeskSections>> }) {
  return <>{sections.associations && <OwnAssociations page={sections.associations} />}</>;
}
