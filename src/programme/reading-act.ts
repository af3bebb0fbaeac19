import { Refusal } from "../kernel/refusal.ts";
import { readDocument } from "../office/read.ts";
import { type ActReading, type AmendRefusalCode, isAmendingAct, readAct } from "./amend/index.ts";
import type { Programme } from "./contract.ts";

/** An act's bytes read against a programme; what a worker calls. Refuses as `readDocument`, and `not-an-act`. */
export function readActBytes(bytes: Uint8Array, programme: Programme): ActReading {
  const tree = readDocument(bytes);
  if (!isAmendingAct(tree)) throw new Refusal<AmendRefusalCode>("not-an-act");
  return readAct(tree, programme);
}
