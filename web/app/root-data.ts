import { useRouteLoaderData } from "react-router";
import type { MunicipalityCard } from "./doors.ts";

/** What every page shows around its content. */
export interface RootData {
  readonly municipality: Pick<MunicipalityCard, "name" | "timeZone" | "demonstration" | "logoHash">;
  /** The newest programme's short name. */
  readonly slug: string | null;
}

/** Undefined on an error page whose root could not be loaded. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData<RootData>("root");
}
