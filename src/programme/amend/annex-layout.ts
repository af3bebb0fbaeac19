import type { PaperBlock } from "../../office/paper.ts";
import type { Programme } from "../contract.ts";
import { layOutActivities } from "../export/annex-activities.ts";
import { layOutIndicators } from "../export/annex-indicators.ts";
import { layOutSummary } from "../export/annex-summary.ts";
import { oneLine } from "../language/words.ts";
import type { AnnexPart } from "./act.ts";

const LAYOUTS = { annex1: layOutIndicators, annex2: layOutActivities, annex3: layOutSummary } as const;

/** An annex as it is printed behind an act: its caption and its table, without the letterhead of the programme's own print. */
export function layOutAnnex(programme: Programme, part: AnnexPart): readonly PaperBlock[] {
  const caption = captionOf(programme, part).map((text): PaperBlock => ({ kind: "paragraph", text, style: "heading" }));
  return [...caption, LAYOUTS[part](programme)];
}

/** The lines above the table, behind «Приложение № … к муниципальной программе «…»». */
function captionOf(programme: Programme, part: AnnexPart): readonly string[] {
  const before = programme.partTexts.find((text) => text.part === part)?.before ?? [];
  const lines = before.map(({ text }) => oneLine(text)).filter(Boolean);
  const opened = lines.findIndex((line) => /^приложение/i.test(line));
  const named = lines.findIndex((line, at) => at >= opened && opened >= 0 && line.endsWith("»"));
  return named < 0 ? [] : lines.slice(named + 1);
}
