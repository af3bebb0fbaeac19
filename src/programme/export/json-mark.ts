const LOOK_AT = 200;

/** Whether a file says of itself that it is one of ours; whether it is whole, reading tells. */
export function isProgrammeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, LOOK_AT)).replace(/^\uFEFF/, "");
  return /^\s*\{\s*"format"\s*:\s*"sosedstvo-programme"/.test(start);
}
