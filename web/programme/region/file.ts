import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { writeCsv } from "../../ui/write-csv.ts";
import { textOf } from "../load.ts";
import { listDistricts } from "./csv.ts";
import { loadRegion } from "./load.ts";

/** `/districts.csv`: the table of a region's page; there is none elsewhere. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  if (doors.municipality.kind !== "region") throw data(null, { status: 404 });
  const region = await answer(doors, (ctx) => loadRegion(args, ctx));
  return new Response(writeCsv(listDistricts(region, textOf(args))), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="districts-${region.period}.csv"`,
    },
  });
}
