import { BlockFlow } from "../building/flow.ts";
import type { ReadLimits } from "../limits.ts";
import { UnpackBudget } from "../packed/unpack.ts";
import type { Package } from "../packed/xml-part.ts";
import type { Archive } from "../packed/zip.ts";
import { addSheet } from "../sheet/blocks.ts";
import { CellBudget, Sheet } from "../sheet/sheet.ts";
import type { DocumentTree } from "../tree.ts";
import { findWorkbook } from "./package.ts";
import { readSheet } from "./read-sheet.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readCellFormats } from "./styles.ts";

/**
 * Reads the visible sheets of an .xlsx or .xlsm in order; null when the archive holds no workbook. Formulas stand by
 * their last result; hidden sheets, rows and columns are left out and counted.
 * @throws Refusal zip-broken, zip-too-large-unpacked, xml-*, nesting-too-deep, too-many-*
 */
export function readXlsx(archive: Archive, limits: ReadLimits): DocumentTree | null {
  const source: Package = { archive, budget: new UnpackBudget(limits), limits };
  const parts = findWorkbook(source);
  if (parts === null) return null;
  const flow = new BlockFlow({ limits, explicit: true });
  const strings = parts.sharedStrings ? readSharedStrings(source, parts.sharedStrings) : [];
  const formats = parts.styles ? readCellFormats(source, parts.styles) : [];
  const context = { strings, formats, from1904: parts.from1904, flow };
  const budget = new CellBudget(limits);
  for (const entry of parts.sheets) {
    const sheet = new Sheet(budget);
    readSheet(source, entry, { sheet, context });
    addSheet(sheet, flow, limits);
  }
  flow.omit("hidden-sheet", parts.hiddenSheets);
  flow.omit("chart", parts.chartSheets);
  return { format: "xlsx", ...flow.finish() };
}
