import { expect } from "vitest";
import { Refusal } from "../kernel/refusal.ts";
import { readDocument } from "./read.ts";
import { OFFICE_REFUSALS } from "./refusals.ts";
import { findGridFaults } from "./testing.ts";
import type { DocumentTree } from "./tree.ts";

/** A hang, not a speed: a noisy machine may take its time. */
const LONGEST_MS = 20_000;

/** A sound tree, or a refusal of the list; any other error fails, and so does taking too long. */
export function readOrRefuse(bytes: Uint8Array): DocumentTree | null {
  const start = performance.now();
  try {
    const tree = readDocument(bytes);
    expect(findGridFaults(tree.blocks)).toEqual([]);
    return tree;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(Object.keys(OFFICE_REFUSALS)).toContain(error.code);
    return null;
  } finally {
    expect(performance.now() - start).toBeLessThan(LONGEST_MS);
  }
}
