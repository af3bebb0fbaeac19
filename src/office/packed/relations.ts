import { type Package, scanPart } from "./xml-part.ts";
import type { XmlTag } from "./xml-tag.ts";

/** A relation of a part of an OOXML package to another one. */
export interface Relation {
  readonly id: string;
  /** The last word of its type, in lower case: «officedocument», «styles», «worksheet». */
  readonly type: string;
  /** Name of the other part, in lower case. */
  readonly target: string;
}

/** The relations of one part («» for the package); none where their part is missing. */
export function readRelations(source: Package, partName: string): Relation[] {
  const folder = partName.slice(0, partName.lastIndexOf("/") + 1);
  const entry = source.archive.entries.get(`${folder}_rels/${partName.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (entry === undefined) return relations;
  const open = (_rule: true, tag: XmlTag<true>): boolean => {
    const type = (tag.attributes.get("Type") ?? "").split("/").at(-1)?.toLowerCase() ?? "";
    const target = findTarget(folder, tag.attributes.get("Target") ?? "").toLowerCase();
    relations.push({ id: tag.attributes.get("Id") ?? "", type, target });
    return false;
  };
  const rules = new Map<string, true>([["rel:Relationship", true]]);
  scanPart(source, entry, { rules, collecting: false, open, close: ignore, text: ignore });
  return relations;
}

/** The target of the first relation of a type. */
export function findRelated(relations: readonly Relation[], type: string): string | undefined {
  return relations.find((relation) => relation.type === type)?.target;
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
