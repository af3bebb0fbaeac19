import { findRelated, readRelations } from "../packed/relations.ts";
import type { Package } from "../packed/xml-part.ts";
import type { ZipEntry } from "../packed/zip.ts";

/** The parts of a .docx that reading needs. */
export interface DocxParts {
  readonly main: ZipEntry;
  readonly styles: ZipEntry | undefined;
  readonly numbering: ZipEntry | undefined;
}

const USUAL_MAIN = "word/document.xml";

/** Finds the main part through `_rels/.rels` (at its usual place where the relation is missing); null where the archive holds no Word document. */
export function findParts(source: Package): DocxParts | null {
  const { entries } = source.archive;
  const mainName = findRelated(readRelations(source, ""), "officedocument") ?? USUAL_MAIN;
  const main = entries.get(mainName);
  if (main === undefined) return null;
  const relations = readRelations(source, mainName);
  return {
    main,
    styles: entries.get(findRelated(relations, "styles") ?? ""),
    numbering: entries.get(findRelated(relations, "numbering") ?? ""),
  };
}
