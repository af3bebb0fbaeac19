import { Refusal } from "../../../kernel/refusal.ts";
import type { Block } from "../../../office/tree.ts";
import type { Programme } from "../../contract.ts";
import { importProgramme } from "../../import/index.ts";
import { bareWords, oneLine } from "../../language/words.ts";
import type { AnnexPart } from "../act.ts";

/** A part printed anew, as the importer reads it; `unread` are its rows that were not understood. */
export type Fragment =
  | { readonly kind: "read"; readonly programme: Programme; readonly unread: readonly string[] }
  | { readonly kind: "unreadable" }
  | { readonly kind: "foreign"; readonly name: string };

/** Reads a restated annex or passport out of its blocks; one that belongs to another programme is said to. */
export function readFragment(blocks: readonly Block[], part: AnnexPart | "passport", own: Programme): Fragment {
  const read = importBlocks(blocks);
  if (!read || countLines(read.programme, part) === 0) return { kind: "unreadable" };
  const foreign =
    findForeignName(blocks, own) ?? (sharesLines(read.programme, part, own) ? null : firstName(read.programme, part));
  return foreign === null ? { kind: "read", ...read } : { kind: "foreign", name: foreign };
}

/** Blocks as a document of their own; null where nothing of a programme is found in them. */
export function importBlocks(blocks: readonly Block[]): { programme: Programme; unread: readonly string[] } | null {
  try {
    const { programme, findings } = importProgramme({ format: "docx", blocks, omitted: [] });
    const unread = findings.filter(({ code, variant }) => code === "not-understood" && variant !== "part");
    return { programme, unread: unread.flatMap(({ found }) => found ?? []) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function countLines(programme: Programme, part: AnnexPart | "passport"): number {
  return listNames(programme, part).length;
}

function listNames(programme: Programme, part: AnnexPart | "passport"): readonly string[] {
  if (part === "passport") return programme.passport.rows.map((row) => row.label.text);
  if (part === "annex1") return programme.indicators.map((indicator) => indicator.name.text);
  if (part === "annex2") return programme.activities.map((activity) => activity.name.text);
  return programme.summary.map((row) => row.label.text);
}

function listHeadings(programme: Programme, part: AnnexPart | "passport"): readonly string[] {
  const { indicatorGoals, indicatorObjectives, activityGoals, activityObjectives } = programme;
  const lines =
    part === "annex1"
      ? [...indicatorGoals, ...indicatorObjectives]
      : part === "annex2"
        ? [...activityGoals, ...activityObjectives]
        : [];
  return lines.map((line) => line.name.text);
}

function firstName(programme: Programme, part: AnnexPart | "passport"): string {
  return listNames(programme, part)[0] ?? "";
}

/** Not one line in common with what it replaces: another programme's table. */
function sharesLines(fragment: Programme, part: AnnexPart | "passport", own: Programme): boolean {
  const [known, printed] = [own, fragment].map((one) =>
    [...listNames(one, part), ...listHeadings(one, part)].map(bareWords),
  );
  return !known || known.length === 0 || (printed ?? []).some((name) => known.includes(name));
}

/** «к муниципальной программе «…»» above the table with another name than this programme's. */
function findForeignName(blocks: readonly Block[], own: Programme): string | null {
  const above: string[] = [];
  for (const block of blocks) {
    if (block.kind === "table") break;
    above.push(block.text);
  }
  const text = oneLine(above.join(" "));
  const title = bareWords(own.title.text);
  const names = [...text.matchAll(/муниципальн\S+ программ\S+\s*«([^»]+(?:»[^«»]*»)?)»?/gi)].map(
    (match) => match[1] ?? "",
  );
  const foreign = names.find((name) => !title.startsWith(bareWords(name)) && !bareWords(name).startsWith(title));
  return foreign ?? null;
}
