import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { sendTable } from "../../app/send-table.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { makeText } from "../../ui/text.ts";
import { kindName, organiserName } from "../parts/names.ts";
import { eventWords } from "../words.ts";
import { readQuery } from "./filter.ts";

/** `/desk/event-list/events.xlsx` and `.csv`: all rows of the list with the same conditions. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const [, format] = /^events\.(csv|xlsx)$/.exec(args.params.file ?? "") ?? [];
  if (!format) throw data(null, { status: 404 });
  requireSignedIn(doors, args.request);
  const { filter, sort } = readQuery(new URL(args.request.url).searchParams);
  const rows = await answer(doors, (ctx) => doors.events.exportEvents(ctx, { filter, sort }));
  const { language } = doors;
  const t = makeText(eventWords, language);
  const table = {
    title: t("events"),
    heads: [
      "№",
      t("what"),
      t("kind"),
      t("day"),
      t("from"),
      t("until"),
      t("where"),
      t("who"),
      t("settlement"),
      t("state"),
    ],
    rows: rows.map((row) => [
      row.number,
      row.title,
      kindName(row, language),
      row.date,
      row.from,
      row.untilDate === row.date ? row.until : `${row.untilDate} ${row.until}`,
      row.places.join("; "),
      organiserName(row, language),
      row.settlement ?? "",
      t(`state_${row.state}`),
    ]),
    totals: [t("listTitle", { count: rows.length }), "", "", "", "", "", "", "", "", ""],
  };
  return sendTable(doors, table, { name: `events-${doors.today}`, format });
}
