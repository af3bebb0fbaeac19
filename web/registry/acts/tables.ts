import type { PlainTable } from "../../../src/desk/index.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import type { ActRow } from "../../../src/registry/act/views.ts";
import { formatDate } from "../../ui/dates.ts";
import { makeText } from "../../ui/text.ts";
import { sayEffect, sayRevision } from "./parts/say.ts";
import { actWords } from "./words.ts";

/** The acts as a file has them: the rows of the screen, their number below. */
export function actTable(
  rows: readonly ActRow[],
  { language, showsRevision }: { readonly language: Language; readonly showsRevision: boolean },
): PlainTable {
  const t = makeText(actWords, language);
  const heads = ["kind", "number", "date", "title", "issuer", "settlement", "subject", "effect"] as const;
  const more = showsRevision ? [t("revision")] : [];
  return {
    title: t("acts"),
    heads: [...heads.map((key) => t(key)), ...more],
    rows: rows.map((row) => [
      t(`kind-${row.kind}`),
      row.number ?? "",
      row.date ? formatDate(row.date, language) : "",
      row.title,
      row.issuer,
      row.settlement ?? "",
      t(`subject-${row.subject}`),
      sayEffect(row.effect, language),
      ...(showsRevision ? [row.revision ? sayRevision(row.revision, language) : ""] : []),
    ]),
    totals: [`${t("total")}: ${rows.length}`, ...heads.slice(1).map(() => ""), ...more.map(() => "")],
  };
}
