/** Text as bytes of a one-byte encoding; a character that it does not have is an error of the source. */
export function encodeText(text: string, encoding: "windows-1251" | "ibm866"): Uint8Array {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = new Map([...table].map((character, byte) => [character, byte]));
  return Uint8Array.from([...text], (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new Error(`${encoding} has no «${character}»`);
    return byte;
  });
}
