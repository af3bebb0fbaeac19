import { data, type LoaderFunctionArgs } from "react-router";
import type { PlainTable } from "../../src/desk/index.ts";
import type { Language } from "../../src/kernel/refusal.ts";
import { type NewsYear, PUBLICATION_KINDS, type PublicationRow } from "../../src/news/contract.ts";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { sendTable } from "../app/send-table.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { formatNumber } from "../ui/format.ts";
import { makeText } from "../ui/text.ts";
import { readNewsFilter } from "./filter.ts";
import { newsWords } from "./words.ts";

/** `/newsroom.xlsx` and `.csv`: the rows of the page with the same conditions; `/news.xlsx` and `.csv`: the years, for everybody. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { pathname, searchParams } = new URL(args.request.url);
  const [, table, format] = /\/(news|newsroom)\.(csv|xlsx)$/.exec(pathname) ?? [];
  if (!format) throw data(null, { status: 404 });
  const name = `publications-${doors.today}`;
  if (table === "news") {
    const years = await answer(doors, (ctx) => doors.news.listNewsYears(ctx));
    return sendTable(doors, yearsTable(years, doors.language), { name, format });
  }
  requireSignedIn(doors, args.request);
  const rows = await answer(doors, (ctx) => doors.news.listPublications(ctx, readNewsFilter(searchParams)));
  return sendTable(doors, rowsTable(rows, doors.language), { name, format });
}

function yearsTable(years: readonly NewsYear[], language: Language): PlainTable {
  const t = makeText(newsWords, language);
  const kinds = PUBLICATION_KINDS.map((kind) => t(`kind-${kind}`));
  const heads = [t("year"), t("planned"), t("published"), ...kinds, t("own"), t("inOutlets")];
  return {
    title: t("years"),
    heads,
    rows: years.map(({ year, planned, published, byKind, own, inOutlets }) => [
      ...[year, planned === null ? "" : formatNumber(planned, { language }), published],
      ...PUBLICATION_KINDS.map((kind) => byKind[kind]),
      ...[own, inOutlets],
    ]),
    totals: [`${t("total")}: ${years.length}`, ...heads.slice(1).map(() => "")],
  };
}

function rowsTable(rows: readonly PublicationRow[], language: Language): PlainTable {
  const t = makeText(newsWords, language);
  const heads = ["number", "kind", "title", "outlet", "publishedOn", "link", "associations", "state"] as const;
  return {
    title: t("publications"),
    heads: heads.map((key) => t(key)),
    rows: rows.map((row) => [
      row.number,
      t(`kind-${row.kind}`),
      row.title,
      row.outlet?.name ?? t("ownPage"),
      row.publishedOn ? formatDate(row.publishedOn, language) : "",
      row.link ?? row.issue ?? "",
      row.associations.map(({ name }) => name).join(", "),
      t(`state-${row.state}`),
    ]),
    totals: [`${t("total")}: ${rows.length}`, ...heads.slice(1).map(() => "")],
  };
}
