import { type Package, scanPart } from "../packed/xml-part.ts";
import { refuse } from "../refusals.ts";

const MANIFEST = "meta-inf/manifest.xml";
/** The one part of a file that newer LibreOffice encrypts as a whole. */
const WHOLE = "encrypted-package";

/** @throws Refusal encrypted where the manifest names an encrypted part */
export function refuseEncrypted(source: Package): void {
  const { entries } = source.archive;
  if (entries.has(WHOLE)) throw refuse("encrypted");
  const manifest = entries.get(MANIFEST);
  if (manifest === undefined) return;
  let encrypted = false;
  const open = (): boolean => {
    encrypted = true;
    return true;
  };
  const rules = new Map<string, true>([["manifest:encryption-data", true]]);
  scanPart(source, manifest, { rules, collecting: false, open, close: () => {}, text: () => {} });
  if (encrypted) throw refuse("encrypted");
}
