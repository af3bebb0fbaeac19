import type { ContentFault } from "../../../src/contest/application/contract.ts";
import type { Terms } from "../../../src/contest/call/contract.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { makeText } from "../../ui/text.ts";
import { roubles } from "../parts/money.ts";
import { applicationWords } from "./words.ts";

/** A fault of an application as a sentence that begins with its place. */
export function sayFault({ code, where, allowed }: ContentFault, terms: Terms, language: Language): string {
  const t = makeText(applicationWords, language);
  const sum = allowed === undefined ? "" : roubles(allowed, language);
  return `${sayPlace(where, terms, language)}: ${t(`fault-${code}`, { sum })}`;
}

/** The place of a fault as people name it. */
export function sayPlace(where: string, terms: Terms, language: Language): string {
  const t = makeText(applicationWords, language);
  const [part = "", at = "", field = ""] = where.split(".");
  if (part === "answers") return terms.fields.find(({ key }) => key === at)?.label ?? at;
  if (part === "papers") return terms.papers.find(({ key }) => key === at)?.name ?? at;
  if (part === "team") return t("team");
  if (part === "plan" && at === "") return t("plan");
  if (part === "estimate" && at === "") return t("estimate");
  if (part === "plan") return `${t("plan")}, ${sayLine(t("planLine", { number: Number(at) + 1 }), field, language)}`;
  if (part === "estimate")
    return `${t("estimate")}, ${sayLine(t("line", { number: Number(at) + 1 }), field, language)}`;
  return isField(part) ? t(part) : part;
}

const NAMED = ["title", "summary", "place", "what", "from", "until", "quantity", "unitCost", "asked"] as const;
const MORE = ["ownMoney", "ownLabour", "ownThings"] as const;
type Field = (typeof NAMED)[number] | (typeof MORE)[number];
const isField = (name: string): name is Field => [...NAMED, ...MORE].some((known) => known === name);

function sayLine(line: string, field: string, language: Language): string {
  const t = makeText(applicationWords, language);
  const words = line.charAt(0).toLowerCase() + line.slice(1);
  return isField(field) ? `${words}, «${t(field)}»` : words;
}
