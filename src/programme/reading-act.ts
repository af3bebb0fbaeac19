import { Refusal } from "../kernel/refusal.ts";
import { readAnyDocument } from "../office/read.ts";
import { type ActReading, type AmendRefusalCode, isAmendingAct, readAct } from "./amend/index.ts";
import type { Programme } from "./contract.ts";

/** An act's bytes read against a programme; what a worker calls. Refuses as `readAnyDocument`, and `not-an-act`. */
export async function readActBytes(bytes: Uint8Array, programme: Programme): Promise<ActReading> {
  const tree = await readAnyDocument(bytes);
  if (!isAmendingAct(tree)) throw new Refusal<AmendRefusalCode>("not-an-act");
  return readAct(tree, programme);
}
