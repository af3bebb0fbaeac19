import { setFlagsFromString } from "node:v8";

/**
 * Imported before everything else of the server. V8 would let the space for young objects grow to 16 MB three times over,
 * which a server at rest never gives back; measured: 150 instead of 205 MB after the first page, at the same speed of pages.
 */
setFlagsFromString("--max-semi-space-size=4");
setFlagsFromString("--semi-space-growth-factor=1");
