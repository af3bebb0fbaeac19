import type { Part, Place, ProgrammeFinding } from "../../../src/programme/contract.ts";
import { PARTS } from "../../../src/programme/contract.ts";
import type { Text } from "../../ui/text.ts";
import type { ProgrammeWords } from "../words.ts";

/** The place as a person counts it in the file: «приложение 2, таблица 5, строка 2, графа 4». */
export function placeWords(place: Place, t: Text<ProgrammeWords>): string {
  const steps = [
    t(`part_${place.part}`),
    place.table === null ? null : t("table", { number: place.table }),
    place.row === null ? null : t("row", { number: place.row }),
    place.column === null ? null : t("column", { number: place.column }),
  ];
  return steps.filter((step) => step !== null).join(", ");
}

/** Names a cell: figures and findings of one cell share it. */
export function cellKey(place: Place): string {
  return [place.part, place.table ?? "", place.row ?? "", place.column ?? ""].join(":");
}

/** Names a row of a table. */
export function rowKey(place: Place): string {
  return [place.part, place.table ?? "", place.row ?? ""].join(":");
}

/** A finding with its number in the order of the document: the number that stands at the cell. */
export interface NumberedFinding {
  readonly number: number;
  readonly finding: ProgrammeFinding;
}

export interface FindingGroup {
  readonly part: Part;
  readonly findings: readonly NumberedFinding[];
}

export function numberFindings(findings: readonly ProgrammeFinding[]): readonly NumberedFinding[] {
  return findings.map((finding, index) => ({ number: index + 1, finding }));
}

/** Findings by part of the document, in its order; parts without any are left out. */
export function groupByPart(findings: readonly NumberedFinding[]): readonly FindingGroup[] {
  const groups = PARTS.map((part) => ({ part, findings: findings.filter((one) => one.finding.where.part === part) }));
  return groups.filter((group) => group.findings.length > 0);
}

export function countSeverities(
  findings: readonly ProgrammeFinding[],
): Readonly<Record<"error" | "warning" | "note", number>> {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

/** The findings that stand in one of these rows, or point to one. */
export function findingsAtRows(
  findings: readonly NumberedFinding[],
  places: readonly Place[],
): readonly NumberedFinding[] {
  const rows = new Set(places.filter((place) => place.row !== null).map(rowKey));
  return findings.filter(({ finding }) => [finding.where, ...finding.related].some((place) => rows.has(rowKey(place))));
}
