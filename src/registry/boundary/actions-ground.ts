import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { mend } from "../geometry/mend.ts";
import { outlineOf } from "../geometry/simplify.ts";
import { labelOf } from "./match.ts";
import { findFault, readPlaced, requireAgreement } from "./read-boundary.ts";
import { refuseBoundary } from "./refusals.ts";
import { selectBox } from "./store.ts";
import { saveGround, selectGround } from "./store-ground.ts";
import type { GroundShape, MapTiles } from "./views.ts";

/** Where the editor's ground comes from, and the version that a form sends back. */
export async function getMapTiles(
  ctx: Context<Tx>,
): Promise<{ readonly tiles: MapTiles | null; readonly version: number }> {
  const { tiles, version } = await selectGround(ctx);
  return { tiles, version };
}

/** Sets or, with an empty address, removes the ground tiles. Refuses `map-tiles` and `map-stale`. */
export async function setMapTiles(
  ctx: Context<Tx>,
  given: { readonly url: string; readonly credit: string; readonly version: number },
): Promise<void> {
  requirePermission(ctx, "map.set-tiles");
  const [url, credit] = [given.url.trim(), given.credit.trim().slice(0, 300)];
  if (url !== "" && !isTiles(url)) refuseBoundary("map-tiles");
  const ground = await selectGround(ctx);
  const tiles = url === "" ? null : { url, credit };
  if (!(await saveGround(ctx, { ...ground, tiles, version: given.version }))) refuseBoundary("map-stale");
  await writeAudit(ctx, {
    action: "map.set-tiles",
    subject: { kind: "map", id: null },
    before: { url: ground.tiles?.url ?? null },
    after: { url: tiles?.url ?? null },
  });
}

/** By https, or from this installation; nothing that could end the content policy's line in which its origin will stand. */
export function isTiles(url: string): boolean {
  if (/^\/maps\/[a-z0-9._-]+\.pmtiles$/i.test(url)) return true;
  if (url.length > 500 || /[\s;,'"]/.test(url) || !URL.canParse(url)) return false;
  const { protocol, hostname, pathname, username } = new URL(url);
  const isSafe = protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname));
  if (!isSafe || username !== "") return false;
  return pathname.endsWith(".pmtiles") || ["{z}", "{x}", "{y}"].every((part) => url.includes(part));
}

/** Water from a GeoJSON text takes the place of what was there. Refuses as reading a file does, and `map-stale`. */
export async function setWater(ctx: Context<Tx>, geojson: string): Promise<void> {
  requirePermission(ctx, "settlement.keep");
  const { features, placing } = readPlaced(geojson, await selectBox(ctx));
  requireAgreement(placing, new Set());
  const water = features.flatMap(({ properties, raw, place }): readonly GroundShape[] => {
    const shape = findFault(raw) ? null : mend(raw);
    return shape ? [{ name: labelOf(properties, place), shape: outlineOf(shape) }] : [];
  });
  const ground = await selectGround(ctx);
  if (!(await saveGround(ctx, { ...ground, water }))) refuseBoundary("map-stale");
  await writeAudit(ctx, {
    action: "map.set-water",
    subject: { kind: "map", id: null },
    after: { count: water.length },
  });
  await raiseRevision(ctx);
}
