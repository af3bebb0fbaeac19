import type { Language } from "../../../src/kernel/refusal.ts";
import type { EntryRow } from "../../../src/ledger/views.ts";
import { makeText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";

/** «Платёж», «Исправление: платёж». */
export function entryKindName({ kind, reversedKind }: Pick<EntryRow, "kind" | "reversedKind">, language: Language) {
  const t = makeText(ledgerWords, language);
  if (reversedKind === null) return t(`kind_${kind}`);
  const name = t(`kind_${reversedKind}`);
  return t("reversalOf", { kind: name.charAt(0).toLocaleLowerCase(language) + name.slice(1) });
}
