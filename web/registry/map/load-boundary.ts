import { data, type LoaderFunctionArgs } from "react-router";
import { type BoundarySubject, SUBJECT_KINDS } from "../../../src/registry/boundary/views.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** The server lets this page, and no other, take pictures from where the administrator said. */
const TILES_HEADER = "x-map-tiles";

/** A boundary with its history, what lies around it, and what the reader may do. */
export async function loadBoundary(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const subject = readSubject(args.params);
  const found = await answer(doors, async (ctx) => ({
    card: await doors.boundaries.getBoundary(ctx, subject),
    ground: await doors.boundaries.getEditorGround(ctx, subject),
    tiles: (await doors.boundaries.getMapTiles(ctx)).tiles,
    may: doors.may(subject.kind === "association" ? "boundary.keep" : "settlement.keep"),
    today: doors.today,
  }));
  const { card } = found;
  const talks = doors.mayOver("association.read", [card.subject.id, ...(card.settlement ? [card.settlement.id] : [])]);
  return data(
    { ...found, talks },
    found.tiles?.url.startsWith("http") ? { headers: { [TILES_HEADER]: found.tiles.url } } : {},
  );
}

/** Of whom the address speaks. Throws a 404 page. */
export function readSubject({ kind, id = "" }: LoaderFunctionArgs["params"]): BoundarySubject {
  const known = SUBJECT_KINDS.find((one) => one === kind);
  if (!known) throw data(null, { status: 404 });
  return { kind: known, id };
}
