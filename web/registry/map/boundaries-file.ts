import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { readAsOf } from "./as-of.ts";

/** `/associations.geojson`: the boundaries of all associations (RFC 7946), for map programs and open data; `?on=` a day, as they were then. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const on = readAsOf(args.request, doors.today);
  const collection = await answer(doors, (ctx) => doors.boundaries.exportBoundaries(ctx, on));
  return new Response(JSON.stringify(collection), { headers: { "content-type": "application/geo+json" } });
}
