import type { DocumentTree } from "../../../office/tree.ts";
import type { Programme } from "../../contract.ts";
import { findResolutions } from "../../import/resolutions.ts";
import { bareWords, oneLine } from "../../language/words.ts";
import type { ActNumber } from "../act.ts";
import { readSkeleton } from "./quotes.ts";

/** How many paragraphs from the top an act has to say what it is. */
const LOOK_AT = 60;

/** Whether a document is «постановление о внесении изменений» and no programme: it says so before its first table. */
export function isAmendingAct(tree: DocumentTree): boolean {
  const lines: string[] = [];
  for (const block of tree.blocks) {
    if (block.kind === "table" || lines.length >= LOOK_AT) break;
    const line = oneLine(block.text);
    if (line !== "") lines.push(line);
  }
  // A title may be broken over lines; a programme that only cites an amending act does not begin a line with it.
  const titled = lines.some((line) => /^о внесении (?:изменени[йя]|дополнени[йя])/i.test(line));
  const orders = lines.some((line) => /(?:^|\s)внести\s+.*(?:программ|постановлени|приложени)/i.test(line));
  const passport = lines.some((line) => /^(?:[IVX]+\.?\s*)?паспорт(?:\s|$)/i.test(line));
  return (titled || orders) && !passport;
}

/** The act's own date and number, from its head; null where a blank stands. */
export function readOwnNumber(head: readonly string[]): ActNumber {
  const at = head.findIndex((line) => /^о внесении/i.test(line));
  const above = (at < 0 ? head.slice(0, 8) : head.slice(0, at)).join(" ");
  const below =
    at < 0
      ? ""
      : head
          .slice(at + 1, at + 3)
          .filter((line) => /^от\s/i.test(line))
          .join(" ");
  const dated = (/(?:^|\s)(?:от\s*)?\d{1,2}[.\s].*$/i.exec(above)?.[0] ?? below).trim();
  const text = `постановление ${/^от\s/i.test(dated) ? dated : `от ${dated}`}`;
  const found = findResolutions(asWords(text))[0];
  return { date: found?.date ?? null, number: found?.number ?? null };
}

/** What the opening says it amends: the act's date and number, and the programme's name. */
export function readAmended(opening: string): ActNumber & { readonly programme: string | null } {
  const { text, quotes } = readSkeleton(opening);
  const bare = quotes.reduce(
    (line, quoted, at) => line.replace(`⟨${at}⟩`, /программ/i.test(quoted) ? `⟨${at}⟩` : ""),
    text,
  );
  const acts = findResolutions(asWords(bare.replace(/⟨\d+⟩/g, " ")));
  const act =
    acts.find(({ kind, number }) => kind === "постановление" && number !== null) ??
    acts.find(({ number }) => number !== null);
  const named = /программ[а-я]*\s*⟨(\d+)⟩/.exec(text)?.[1];
  const inside = quotes.flatMap((quoted) => /программ\S*\s*«(.+)»?/i.exec(quoted)?.[1] ?? [])[0];
  const programme = named === undefined ? (inside?.replace(/»$/, "") ?? null) : (quotes[Number(named)] ?? null);
  return { date: act?.date ?? null, number: act?.number ?? null, programme };
}

/** Whether an opening means this programme: by the number and date of the approving act, or by its name where no number is known. */
export function meansProgramme(programme: Programme, amended: ReturnType<typeof readAmended>): "yes" | "no" | "unsaid" {
  const approving = programme.resolutions.filter((act) => act.role === "approve" && act.number !== null);
  if (amended.number !== null && approving.length > 0)
    return approving.some(
      (act) => sameNumber(act.number, amended.number) && (act.date === amended.date || !amended.date),
    )
      ? "yes"
      : "no";
  if (amended.programme === null) return "unsaid";
  const names = [programme.title.text, programme.passport.name?.text ?? ""].map(bareWords);
  return names.includes(bareWords(amended.programme)) ? "yes" : "no";
}

function sameNumber(a: string | null, b: string | null): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}

function asWords(text: string) {
  return { text, place: { part: "title" as const, table: null, row: null, column: null, text: "" } };
}
