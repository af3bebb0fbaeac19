import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { sendTable } from "../app/send-table.ts";
import { makeText } from "../ui/text.ts";
import { readFilter } from "./filter.ts";
import { choiceName } from "./parts/value.tsx";
import { registryWords } from "./words.ts";

/** `/associations.xlsx` and `.csv`: all rows of the public list with the same conditions. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { pathname, searchParams } = new URL(args.request.url);
  const [, format] = /\/associations\.(csv|xlsx)$/.exec(pathname) ?? [];
  if (!format) throw data(null, { status: 404 });
  const filter = readFilter(searchParams);
  const page = await answer(doors, (ctx) => doors.registry.listPublic(ctx, filter, null));
  const { language } = doors;
  const t = makeText(registryWords, language);
  const table = {
    title: t("associations"),
    heads: [t("number"), t("name"), t("settlement"), t("kind"), t("state"), t("people")],
    rows: page.rows.map(({ number, name, settlement, kind, state, people }) => [
      number,
      name,
      settlement,
      kind ? choiceName(kind, language) : "",
      choiceName(state, language),
      people ?? "",
    ]),
    totals: [t("total"), page.count, "", "", "", page.people],
  };
  return sendTable(doors, table, { name: `associations-${doors.today}`, format });
}
