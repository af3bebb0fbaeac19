import { findRelated, type Relation, readRelations } from "../packed/relations.ts";
import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
import type { ZipEntry } from "../packed/zip.ts";

/** The parts of a workbook that reading needs; sheets in the order of their tabs. */
export interface WorkbookParts {
  readonly sheets: readonly ZipEntry[];
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
  readonly from1904: boolean;
  readonly hiddenSheets: number;
  /** Sheets that hold nothing but a chart. */
  readonly chartSheets: number;
}

interface Found {
  isWorkbook: boolean;
  from1904: boolean;
  readonly sheets: { readonly relation: string; readonly hidden: boolean }[];
}

type Rule = (found: Found, tag: XmlTag<Rule>) => void;

const RULES = new Map<string, Rule>([
  [
    "x:workbook",
    (found) => {
      found.isWorkbook = true;
    },
  ],
  [
    "x:workbookPr",
    (found, tag) => {
      found.from1904 = /^(?:1|true)$/.test(tag.attributes.get("date1904") ?? "");
    },
  ],
  [
    "x:sheet",
    (found, tag) => {
      const hidden = (tag.attributes.get("state") ?? "visible") !== "visible";
      found.sheets.push({ relation: tag.attributes.get("r:id") ?? "", hidden });
    },
  ],
]);

const USUAL_MAIN = "xl/workbook.xml";

/** Finds the parts of a workbook; null where the archive holds none. */
export function findWorkbook(source: Package): WorkbookParts | null {
  const { entries } = source.archive;
  const mainName = findRelated(readRelations(source, ""), "officedocument") ?? USUAL_MAIN;
  const main = entries.get(mainName);
  if (main === undefined) return null;
  const found: Found = { isWorkbook: false, from1904: false, sheets: [] };
  const open = (rule: Rule, tag: XmlTag<Rule>): boolean => {
    rule(found, tag);
    return false;
  };
  scanPart(source, main, { rules: RULES, collecting: false, open, close: () => {}, text: () => {} });
  if (!found.isWorkbook) return null;
  return listParts(source, found, readRelations(source, mainName));
}

function listParts(source: Package, found: Found, relations: readonly Relation[]): WorkbookParts {
  const { entries } = source.archive;
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const seen = found.sheets.filter((sheet) => !sheet.hidden);
  const worksheets = seen.filter((sheet) => byId.get(sheet.relation)?.type === "worksheet");
  return {
    sheets: worksheets.flatMap((sheet) => entries.get(byId.get(sheet.relation)?.target ?? "") ?? []),
    sharedStrings: entries.get(findRelated(relations, "sharedstrings") ?? ""),
    styles: entries.get(findRelated(relations, "styles") ?? ""),
    from1904: found.from1904,
    hiddenSheets: found.sheets.length - seen.length,
    chartSheets: seen.length - worksheets.length,
  };
}
