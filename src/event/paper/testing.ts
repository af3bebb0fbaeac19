import sharp from "sharp";
import type { Point } from "../contract.ts";

/** A small photograph whose camera noted where it was. */
export async function photoWithPlace({ latitude, longitude }: Point, side = 64): Promise<Uint8Array> {
  const say = (degrees: number) => {
    const all = Math.abs(degrees);
    const minutes = (all % 1) * 60;
    return `${Math.floor(all)}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 60 * 1_000)}/1000`;
  };
  return sharp({ create: { width: side, height: side, channels: 3, background: "#2e7d32" } })
    .withExif({
      IFD0: { Make: "Camera" },
      IFD3: {
        GPSLatitudeRef: latitude < 0 ? "S" : "N",
        GPSLatitude: say(latitude),
        GPSLongitudeRef: longitude < 0 ? "W" : "E",
        GPSLongitude: say(longitude),
      },
    })
    .jpeg()
    .toBuffer();
}
