import { addProtocol, type LayerSpecification, type SourceSpecification } from "maplibre-gl";
import { Protocol } from "pmtiles";
import type { MapTiles } from "../../../../src/registry/boundary/views.ts";

interface Ground {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: LayerSpecification[];
}

let isReady = false;

/** Pictures of a tile server or of a PMTiles file, below everything else; nothing where none is set. */
export function describeTiles(tiles: MapTiles | null): Ground {
  if (!tiles) return { sources: {}, layers: [] };
  const isArchive = new URL(tiles.url, location.href).pathname.endsWith(".pmtiles");
  if (isArchive && !isReady) {
    addProtocol("pmtiles", new Protocol().tile);
    isReady = true;
  }
  const address = new URL(tiles.url, location.href).href;
  const own: SourceSpecification = {
    type: "raster",
    tileSize: 256,
    attribution: writePlain(tiles.credit),
    ...(isArchive ? { url: `pmtiles://${address}` } : { tiles: [decodeURI(address)] }),
  };
  return { sources: { ground: own }, layers: [{ id: "ground", type: "raster", source: "ground" }] };
}

/** The library takes a credit as HTML. */
function writePlain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
