import { useRouteLoaderData } from "react-router";
import type { DemonstrationDoor } from "../../src/access/demonstration/views.ts";
import type { MunicipalityCard } from "./doors.ts";

/** What every page shows around its content. */
export interface RootData {
  readonly municipality: Pick<MunicipalityCard, "name" | "timeZone" | "demonstration" | "logoHash">;
  /** Invented people who are entered with one click: of a demonstration alone. */
  readonly demonstration: readonly DemonstrationDoor[];
  /** The newest programme's short name. */
  readonly slug: string | null;
}

/** Until the installation is set up there is nothing to show around its one page. */
export const NO_MUNICIPALITY: RootData = {
  municipality: { name: "", timeZone: "UTC", demonstration: false, logoHash: null },
  demonstration: [],
  slug: null,
};

/** Undefined on an error page whose root could not be loaded. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData<RootData>("root");
}
