import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLEAN } from "../check/testing.ts";
import type { Programme } from "../contract.ts";
import { readProgrammeBytes } from "../reading.ts";
import { DOCUMENTS, EXAMPLE } from "../testing.ts";

/** Formats of layouts that are read without LibreOffice. */
const ENDINGS = /^document\.(?:docx|odt|xlsx|html?|txt)$/;
const LAYOUTS = join(EXAMPLE, "../layouts");

export interface SampleDocument {
  readonly name: string;
  readonly read: () => Programme;
}

/** The example, the adopted original where it is there, the clean programme of the checks, and every layout. */
export const SAMPLES: readonly SampleDocument[] = [
  ...DOCUMENTS.map(({ name, path }) => sample(name, () => readFileSync(path))),
  sample("clean", () => new TextEncoder().encode(CLEAN)),
  ...listLayouts().map(([name, path]) => sample(name, () => readFileSync(path))),
];

function sample(name: string, bytes: () => Uint8Array): SampleDocument {
  return { name, read: () => readProgrammeBytes(bytes()).programme };
}

function listLayouts(): [string, string][] {
  if (!existsSync(LAYOUTS)) return [];
  return readdirSync(LAYOUTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(LAYOUTS, name))
        .filter((file) => ENDINGS.test(file))
        .map((file): [string, string] => [`${name}/${file}`, join(LAYOUTS, name, file)]),
    );
}
