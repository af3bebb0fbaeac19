import { PARTS, type Part } from "../../../src/programme/contract.ts";
import type { ReadingView } from "../../../src/programme/views.ts";
import type { Text } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { countSeverities, numberFindings } from "../view/places.ts";
import type { ProgrammeWords } from "../words.ts";
import { placeFindings } from "./blocks.ts";
import { DRAFTS } from "./drafts.ts";
import type { MatchData } from "./match-data.ts";

/** One tab of the preview, ready to show: only this goes to the browser, not the whole document. */
export function describePreview(
  reading: ReadingView,
  asked: { tab: string | null; only: boolean },
  t: Text<ProgrammeWords>,
) {
  const findings = numberFindings(reading.findings);
  const ofTab = (tab: Part) => findings.filter(({ finding }) => finding.where.part === tab);
  const tab = PARTS.find((known) => known === asked.tab) ?? chooseTab(reading);
  const { blocks, rest } = placeFindings(DRAFTS[tab](reading.content, t), ofTab(tab));
  const shown = asked.only ? blocks.filter((block) => block.findings.length > 0) : blocks;
  return {
    tab,
    only: asked.only,
    tabs: PARTS.map((name) => ({ name, count: ofTab(name).length })),
    blocks: shown,
    rest,
    all: blocks.length,
    counts: countSeverities(reading.findings),
    notUnderstood: reading.findings.filter((finding) => finding.code === "not-understood").length,
    content: countContent(reading),
    proposedBasis: proposeBasis(reading),
  };
}

export type PreviewData = ReturnType<typeof describePreview>;

/** What the page of a reading is given. */
export interface PreviewLoaded
  extends Pick<
    ReadingView,
    "id" | "fileName" | "fileBytes" | "readAt" | "readBy" | "state" | "version" | "wouldBe" | "questions"
  > {
  readonly preview: PreviewData;
  /** Null where there is no edition before, and once it is decided. */
  readonly match: MatchData | null;
  /** Why the document seems older than the edition in force. */
  readonly older: string | null;
}

/** A decision that a rule refused, with what the person had typed. */
export interface PreviewRefused {
  readonly code: string;
  readonly sentence: string;
  readonly basis: string;
}

/** The part that has most to look at. */
function chooseTab(reading: ReadingView): Part {
  const count = (tab: Part) => reading.findings.filter((finding) => finding.where.part === tab).length;
  return [...PARTS].sort((a, b) => count(b) - count(a))[0] ?? "passport";
}

function countContent({ content }: ReadingView) {
  return {
    sections: content.sections.length,
    indicators: content.indicators.length,
    activities: content.activities.length,
    sums: content.summary.length,
  };
}

/** The act that the document says approves it, where its date and number are printed. */
function proposeBasis({ content }: ReadingView): string {
  const act = content.resolutions.find((one) => one.role === "approve" && one.date !== null && one.number !== null);
  if (!act?.date) return "";
  const date = act.date.split("-").reverse().join(".");
  return oneLine([act.kind, act.issuer, "от", date, "№", act.number].filter((text) => text !== null).join(" "));
}
