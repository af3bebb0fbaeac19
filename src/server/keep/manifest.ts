import { z } from "zod";

/** What a backup says of itself: the last part of its archive, so that a half-written one has none. */
export const MANIFEST = "manifest.json";
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const tableShape = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]+$/),
  columns: z.array(z.string()).readonly(),
  order: z.array(z.string()).readonly(),
  rows: z.int().min(0),
  sha256,
});

export const manifestShape = z.strictObject({
  format: z.literal(1),
  /** Of the program that wrote it. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  /** Where it was taken from, for people. */
  place: z.string(),
  migrations: z
    .array(z.strictObject({ name: z.string(), sha256 }))
    .min(1)
    .readonly(),
  tables: z.array(tableShape).min(1).readonly(),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })).readonly(),
  /** Files under the hash of their content, and how long they are, in bytes. */
  files: z.array(z.strictObject({ hash: sha256, bytes: z.int().min(0) })).readonly(),
  /** Lists beside the database and, where they were asked for, secrets: by their names in the data folder. */
  notes: z.array(z.strictObject({ name: z.string(), sha256 })).readonly(),
  hasSecrets: z.boolean(),
});
export type Manifest = z.infer<typeof manifestShape>;

export const partOf = {
  table: (name: string) => `tables/${name}.copy`,
  file: (hash: string) => `files/${hash.slice(0, 2)}/${hash}`,
  note: (name: string) => `beside/${name}`,
};

/** Lists beside the database: whom the installation erased, and where its trails stood. */
export const NOTES = ["erasures.jsonl", "trail-anchors.jsonl"];
/** The key that signs cookies and seals second factors. */
export const SECRETS = ["secret-key"];
