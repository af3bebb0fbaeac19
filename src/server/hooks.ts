import type { DeskDoor } from "../desk/index.ts";
import type { LedgerDoor } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type EditionApproved, selectActivityPlans } from "../programme/index.ts";

/** What happens in other slices when an edition is approved, from top to bottom. */
export function tellOfEdition(desk: DeskDoor, ledger: LedgerDoor): EditionApproved<Tx> {
  return async (ctx, edition) => {
    const activities = await selectActivityPlans(ctx, edition.id);
    await desk.followEdition(ctx, {
      programmeId: edition.programmeId,
      editionId: edition.id,
      editionNumber: edition.number,
      activities: activities.map(({ id, name, expectedResult, executors, years, position }) => ({
        id,
        title: name,
        details: expectedResult,
        href: `/programmes/${edition.slug}/activities/${position}`,
        executors,
        years,
      })),
    });
    await ledger.restateAllocations(ctx, edition);
  };
}
