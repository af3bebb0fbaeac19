import { data, type LoaderFunctionArgs } from "react-router";
import type { PlainTable } from "../../../src/desk/index.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import type { RequestPage } from "../../../src/ledger/request/views.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { sendTable } from "../../app/send-table.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { makeText } from "../../ui/text.ts";
import { readFilter } from "./filter.ts";
import { requestWords } from "./words.ts";

/** `requests.xlsx`, `requests.csv`: the rows and totals of the list with the same conditions. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const format = /^requests\.(csv|xlsx)$/.exec(args.params.file ?? "")?.[1];
  if (!format) throw data(null, { status: 404 });
  requireSignedIn(doors, args.request);
  const filter = readFilter(new URL(args.request.url).searchParams);
  const list = await answer(doors, (ctx) => doors.ledger.exportRequests(ctx, filter));
  return sendTable(doors, requestTable(list, doors.language), { name: `requests-${doors.today}`, format });
}

const inRoubles = (kopecks: bigint) => kopecks * 10_000n;

function requestTable(list: RequestPage, language: Language): PlainTable {
  const t = makeText(requestWords, language);
  const words = ["number", "state", "payee", "purpose", "activity", "year", "basis", "payBy", "askedBy"] as const;
  return {
    title: t("title"),
    heads: [...words.map((key) => t(key)), t("sum"), t("paid")],
    rows: list.rows.map((row) => [
      row.number,
      t(`state_${row.state}`),
      row.payee,
      row.purpose,
      row.activity.name,
      row.year,
      row.basis,
      formatDate(row.payBy, language),
      row.askedBy,
      inRoubles(row.kopecks),
      inRoubles(row.paid),
    ]),
    totals: [t("total"), "", "", "", "", "", "", "", "", inRoubles(list.kopecks), inRoubles(list.paid)],
  };
}
