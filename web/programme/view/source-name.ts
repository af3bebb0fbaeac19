import type { Text } from "../../ui/text.ts";
import type { ProgrammeWords } from "../words.ts";
import type { ShownLine } from "./money.ts";
import type { RegionKind } from "./regions.ts";

/** What a source is called: the region's budget as the document calls it. */
export function sourceName(t: Text<ProgrammeWords>, region: RegionKind | null, line: ShownLine): string {
  return line === "regional" && region !== null ? t(`region_${region}`) : t(`source_${line}`);
}
