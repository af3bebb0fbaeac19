import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
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
  const mainName = readRelations(source, "").get("officedocument") ?? USUAL_MAIN;
  const main = entries.get(mainName);
  if (main === undefined) return null;
  const relations = readRelations(source, mainName);
  return {
    main,
    styles: entries.get(relations.get("styles") ?? ""),
    numbering: entries.get(relations.get("numbering") ?? ""),
  };
}

/** Targets of the relations of one part («» for the package) by the last word of their type, in lower case. */
function readRelations(source: Package, partName: string): ReadonlyMap<string, string> {
  const folder = partName.slice(0, partName.lastIndexOf("/") + 1);
  const entry = source.archive.entries.get(`${folder}_rels/${partName.slice(folder.length)}.rels`);
  const targets = new Map<string, string>();
  if (entry === undefined) return targets;
  const open = (_rule: true, tag: XmlTag<true>): boolean => {
    const type = (tag.attributes.get("Type") ?? "").split("/").at(-1)?.toLowerCase() ?? "";
    const target = tag.attributes.get("Target") ?? "";
    if (!targets.has(type)) targets.set(type, findTarget(folder, target).toLowerCase());
    return false;
  };
  const rules = new Map<string, true>([["rel:Relationship", true]]);
  scanPart(source, entry, { rules, collecting: false, open, close: ignore, text: ignore });
  return targets;
}

function ignore(): void {}

/** «/word/a.xml» counts from the root, «../a.xml» and «a.xml» from the folder of the part. */
function findTarget(folder: string, target: string): string {
  const steps = (target.startsWith("/") ? target : folder + target).split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
