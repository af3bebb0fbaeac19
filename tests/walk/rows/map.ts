import type { Id } from "../../../src/kernel/id.ts";
import type { Records } from "../records.ts";
import { file, heldBy, type RouteRow } from "../row.ts";

const BOUNDARY = '{"type":"Polygon","coordinates":[[[81.9,54.3],[81.91,54.3],[81.91,54.31],[81.9,54.3]]]}';
const ACT = { actKind: "other", actNumber: "", actDate: "", since: "2024-01-01" };

/** An association of the demonstration with a boundary, and the settlement that it belongs to. */
async function own({ one }: Records): Promise<readonly Id[]> {
  const id = await one("association", "number = 1");
  return [id, await one("association", "number = 1", "settlement_id")];
}

/** Its newest record, as the rows before may have added some. */
function recordOf({ one }: Records, column = "id"): Promise<string> {
  const association = "association_id = (select id from association where number = 1)";
  const newest = `number = (select max(number) from boundary where ${association})`;
  return one("boundary", `${association} and ${newest}`, column);
}

export const mapRows: readonly RouteRow[] = [
  { route: "map/:settlement?", at: () => "/map", calls: { GET: "everybody" } },
  { route: "associations.geojson", calls: { GET: "everybody" } },
  {
    route: "registry/boundaries",
    calls: {
      GET: { asks: "boundary.keep", of: heldBy },
      POST: { asks: "boundary.import", form: { file: file("a.geojson", BOUNDARY) } },
    },
  },
  {
    route: "registry/boundaries/:kind/:id",
    at: async (records) => `/registry/boundaries/association/${(await own(records))[0]}`,
    calls: {
      GET: "signed-in",
      "POST save": {
        asks: "boundary.keep",
        of: own,
        form: async (records) => ({
          geojson: BOUNDARY,
          version: await recordOf(records, "number"),
          ...ACT,
        }),
      },
      "POST cancel": {
        asks: "boundary.keep",
        of: own,
        form: async (records) => ({ record: await recordOf(records), basis: "проверка" }),
        last: true,
      },
    },
  },
  {
    route: "registry/boundaries/files/:hash",
    at: ({ boundaryFile }) => `/registry/boundaries/files/${boundaryFile}`,
    calls: {
      GET: "boundary.import",
      POST: { asks: "boundary.import", form: { place: "1", confirmed: "far", ...ACT } },
    },
  },
  { route: "settings/map", calls: { GET: "map.set-tiles", POST: { asks: "map.set-tiles", form: { version: "1" } } } },
];
