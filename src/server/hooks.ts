import type { Tx } from "../platform/database/index.ts";
import type { EditionApproved } from "../programme/index.ts";

/** What happens in other slices when an edition is approved, from top to bottom. Nothing yet: no later slice is there. */
export const editionApproved: EditionApproved<Tx> = async () => {};
