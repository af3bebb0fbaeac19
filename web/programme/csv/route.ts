import { data, type LoaderFunctionArgs } from "react-router";
import { CSV_TABLES, type CsvTable } from "../../app/paths.ts";
import { languageOf } from "../../ui/language.ts";
import { writeCsv } from "../../ui/write-csv.ts";
import { loadEdition } from "../load.ts";
import { listTable } from "./tables.ts";

/** `/programmes/…/finance.csv` and its like: the rows and totals of the page of that name. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const name = /^(\w+)\.csv$/.exec(args.params.file ?? "")?.[1];
  const table = CSV_TABLES.find((known): known is CsvTable => known === name);
  if (!table) throw data(null, { status: 404 });
  const edition = await loadEdition(args);
  const language = languageOf(new URL(args.request.url).pathname);
  return new Response(writeCsv(listTable(table, edition, language)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${edition.programme.slug}-${table}-${edition.number}.csv"`,
    },
  });
}
