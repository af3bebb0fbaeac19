import type { Activity, FigureRow, Indicator, Part, Programme, Rollup } from "../../../src/programme/contract.ts";
import type { Text } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { listRows } from "../view/activities.ts";
import type { ProgrammeWords } from "../words.ts";
import type { BlockDraft, RowDraft, TextDraft } from "./blocks.ts";

type T = Text<ProgrammeWords>;

/** Everything that was recognised in a part, block by block, in the order of the document. */
export const DRAFTS: Readonly<Record<Part, (programme: Programme, t: T) => readonly BlockDraft[]>> = {
  title: draftTitle,
  passport: draftPassport,
  sections: draftSections,
  annex1: (programme, t) => programme.indicators.map((indicator) => draftIndicator(indicator, programme, t)),
  annex2: draftAnnex2,
  annex3: draftAnnex3,
};

function keysOf(programme: Programme): readonly string[] {
  return [...programme.years.map(String), "total"];
}

function draftTitle(programme: Programme, t: T): readonly BlockDraft[] {
  const named = programme.resolutions.filter((resolution) => resolution.printed.place.part === "title");
  const texts = [programme.title, ...named.map((resolution) => resolution.printed)].map((words) => ({
    label: null,
    words,
  }));
  return [{ key: "title", title: t("titlePart"), columns: [], rows: [], texts, places: [] }];
}

function draftPassport(programme: Programme, t: T): readonly BlockDraft[] {
  const { passport } = programme;
  const money: BlockDraft = {
    key: "finance",
    title: t("passportMoney"),
    columns: keysOf(programme),
    rows: passport.finance.map((row) => ({ row, label: labelOf(row), repeated: false })),
    texts: [],
    places: [],
  };
  const rows = passport.rows.map(
    ({ label, text }, index): BlockDraft => ({
      key: `row-${index}`,
      title: oneLine(label.text),
      columns: [],
      rows: [],
      texts: [{ label: null, words: text }],
      places: [label.place],
    }),
  );
  return passport.finance.length > 0 ? [...rows, money] : rows;
}

function draftSections(programme: Programme): readonly BlockDraft[] {
  return programme.sections.map((section, index) => ({
    key: `section-${index}`,
    title: [section.number, oneLine(section.heading.text)].filter((text) => text !== null).join(". "),
    columns: [],
    rows: [],
    texts: section.paragraphs.map((words) => ({ label: null, words })),
    places: [section.heading.place],
  }));
}

function draftIndicator(indicator: Indicator, programme: Programme, t: T): BlockDraft {
  const { weight } = indicator;
  return {
    key: `indicator-${indicator.number}`,
    title: `${indicator.number}. ${oneLine(indicator.name.text)}`,
    columns: [...(weight ? ["weight"] : []), ...programme.years.map(String)],
    rows: [
      {
        row: indicator.targets,
        label: indicator.unit ? oneLine(indicator.unit.text) : t("noUnit"),
        repeated: false,
        ...(weight && { more: { weight } }),
      },
    ],
    texts: [],
    places: [indicator.name.place, ...(indicator.unit ? [indicator.unit.place] : [])],
  };
}

function draftAnnex2(programme: Programme, t: T): readonly BlockDraft[] {
  const columns = keysOf(programme);
  const activities = programme.activities.map(
    (activity, index): BlockDraft => ({
      key: `activity-${index + 1}`,
      title: `${index + 1}. ${oneLine(activity.name.text)}`,
      columns,
      rows: listRows(activity).map(({ row, repeated }) => ({ row, repeated, label: labelOf(row) })),
      texts: listTexts(activity, t),
      places: [activity.name.place, ...activity.executors.map((executor) => executor.place)],
    }),
  );
  return [...activities, ...programme.rollups.map((rollup) => draftRollup(rollup, columns, t))];
}

function listTexts(activity: Activity, t: T): readonly TextDraft[] {
  const { executorText, expectedResult } = activity;
  return [
    ...(executorText ? [{ label: t("executors"), words: executorText }] : []),
    ...(expectedResult ? [{ label: t("expectedResult"), words: expectedResult }] : []),
  ];
}

function draftRollup(rollup: Rollup, columns: readonly string[], t: T): BlockDraft {
  const toDraft =
    (repeated: boolean) =>
    (row: FigureRow): RowDraft => ({ row, repeated, label: labelOf(row) });
  return {
    key: `${rollup.of}-${rollup.number}`,
    title: t(rollup.of === "objective" ? "objectiveTotal" : "goalTotal", { number: rollup.number }),
    columns,
    rows: [...rollup.rows.map(toDraft(false)), ...rollup.repeated.map(toDraft(true))],
    texts: [],
    places: [],
  };
}

function draftAnnex3(programme: Programme, t: T): readonly BlockDraft[] {
  const rows = programme.summary.map((row) => ({ row, label: labelOf(row), repeated: false }));
  if (rows.length === 0) return [];
  return [{ key: "summary", title: t("summaryTable"), columns: keysOf(programme), rows, texts: [], places: [] }];
}

function labelOf(row: FigureRow): string {
  return [row.label.text, row.unit?.text]
    .flatMap((text) => (text ? [oneLine(text).replace(/[,:;]$/, "")] : []))
    .join(", ");
}
