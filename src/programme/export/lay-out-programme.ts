import type { Paper, PaperBlock, PaperSection, PaperTable } from "../../office/paper.ts";
import type { PartText, Programme, Words } from "../contract.ts";
import { oneLine } from "../language/words.ts";
import { layOutActivities } from "./annex-activities.ts";
import { layOutIndicators } from "./annex-indicators.ts";
import { layOutSummary } from "./annex-summary.ts";
import { linesAfter, styleAfter, styleLines, usualLines } from "./part-lines.ts";
import { layOutSections } from "./sections.ts";

type AnnexPart = Exclude<PartText["part"], "passport">;

/**
 * A programme in its document's own form: title page, passport, sections of text and the annexes that it has, the wide
 * ones across the sheet. Reading what is printed gives the programme again (`essenceOf`).
 */
export function layOutProgramme(programme: Programme): Paper {
  const passport =
    programme.passport.rows.length > 0 ? withTexts(programme, "passport", layOutPassport(programme)) : [];
  const front: PaperBlock[] = [...styleLines(programme.front), ...passport, ...layOutSections(programme)];
  return {
    title: oneLine(programme.title.text),
    sections: [{ orientation: "portrait", blocks: front }, ...layOutAnnexes(programme)],
  };
}

/** In the order of the document. */
function layOutAnnexes(programme: Programme): PaperSection[] {
  const order = programme.partTexts.map(({ part }) => part);
  const place = (part: AnnexPart) => (order.includes(part) ? order.indexOf(part) : order.length);
  const parts = (["annex1", "annex2", "annex3"] as const).filter((part) => LAYOUTS[part].exists(programme));
  return parts
    .toSorted((a, b) => place(a) - place(b))
    .map((part) => {
      const table = LAYOUTS[part].layOut(programme);
      return { orientation: LAYOUTS[part].orientation(table), blocks: withTexts(programme, part, table) };
    });
}

interface AnnexLayout {
  readonly exists: (programme: Programme) => boolean;
  readonly layOut: (programme: Programme) => PaperTable;
  readonly orientation: (table: PaperTable) => PaperSection["orientation"];
}

const WIDE_FROM = 8;
const LAYOUTS: Readonly<Record<AnnexPart, AnnexLayout>> = {
  annex1: {
    exists: ({ indicators }: Programme) => indicators.length > 0,
    layOut: layOutIndicators,
    orientation: () => "landscape",
  },
  annex2: {
    exists: ({ activities, rollups }: Programme) => activities.length > 0 || rollups.length > 0,
    layOut: layOutActivities,
    orientation: () => "landscape",
  },
  annex3: {
    exists: ({ summary }: Programme) => summary.length > 0,
    layOut: layOutSummary,
    orientation: ({ columns }: PaperTable) => (columns.length >= WIDE_FROM ? "landscape" : "portrait"),
  },
};

function withTexts(programme: Programme, part: PartText["part"], table: PaperTable): PaperBlock[] {
  const texts = programme.partTexts.find((candidate) => candidate.part === part);
  const before = texts?.before ?? [];
  const lines = before.length > 0 ? before : usualLines(part, programme).map(asWords);
  return [...styleLines(lines), table, ...styleAfter(texts ? linesAfter(texts) : [])];
}

function asWords(text: string): Words {
  return { text, place: { part: "title", table: null, row: null, column: null, text } };
}

function layOutPassport({ passport }: Programme): PaperTable {
  const rows = passport.rows.map(({ label, text }) => ({ cells: [{ text: label.text }, { text: text.text.trim() }] }));
  return { kind: "table", columns: [7, 13], headRows: 0, rows };
}
