import { data, type LoaderFunctionArgs } from "react-router";
import type { PlainTable } from "../../src/desk/index.ts";
import type { ActualView } from "../../src/indicator/views.ts";
import { answer } from "../app/answer.ts";
import { type Doors, doorsOf } from "../app/doors.ts";
import { sendTable } from "../app/send-table.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate, formatInstant } from "../ui/dates.ts";
import { toMillionths } from "../ui/exact.ts";
import { makeText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { readQuestion } from "./read-question.ts";
import { indicatorWords } from "./words.ts";

/** `/indicators/…/records.xlsx` and `.csv`: every record behind a figure, with the total of its page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { file = "", kind = "", id = "" } = args.params;
  const format = /^records\.(csv|xlsx)$/.exec(file)?.[1];
  if (!format) throw data(null, { status: 404 });
  const asked = readQuestion(args.request, doors.today);
  const view = await answer(doors, (ctx) => doors.indicators.getActual(ctx, { line: { kind, id }, ...asked }));
  const place = view.line.number ?? String(view.line.position);
  return sendTable(doors, toTable(view, doors), { name: `records-${place}-${view.actual.until}`, format });
}

function toTable({ line, actual }: ActualView, { language, municipality }: Doors): PlainTable {
  const t = makeText(indicatorWords, language);
  const { timeZone } = municipality;
  const instant = (at: string | null) => (at === null ? "" : formatInstant(at, timeZone, language));
  return {
    title: `${line.number ?? line.position}. ${oneLine(line.name)}`,
    heads: (["record", "recordKind", "date", "recordedAt", "amount"] as const).map((key) => t(key)),
    rows: actual.records.map(({ title, kind, date, recordedAt, amount }) => [
      title,
      t(`record-${kind}`),
      formatDate(date, language),
      instant(recordedAt),
      toCell(amount),
    ]),
    totals: [t("totalOfAll", { all: actual.records.length }), "", "", "", toCell(actual.total)],
  };
}

/** A count is a count; everything else has all its decimals. */
const toCell = (amount: string) => (/^-?\d+$/.test(amount) ? Number(amount) : toMillionths(amount));
