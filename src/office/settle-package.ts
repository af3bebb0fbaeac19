import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The first moment that the format of packed files can write. */
const FIRST_MOMENT = new Date(1980, 0, 1);
const MOMENT = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** The same content as the same bytes: the moment of packing leaves the package, whatever library packed it. */
export function settleBytes(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const packed: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    const settled = name === "docProps/core.xml" ? settleMoments(content) : content;
    packed[name] = [settled, { level: 6, mtime: FIRST_MOMENT }];
  }
  return zipSync(packed);
}

function settleMoments(content: Uint8Array): Uint8Array {
  return strToU8(strFromU8(content).replace(MOMENT, "$11980-01-01T00:00:00Z"));
}
