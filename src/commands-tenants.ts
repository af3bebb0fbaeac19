import { z } from "zod";
import {
  createMunicipality,
  isTimeZone,
  listMunicipalities,
  type Municipality,
  setRegion,
  writeAudit,
} from "./access/index.ts";
import type { CommandOptions } from "./commands.ts";
import { Refusal } from "./kernel/refusal.ts";
import { localDate } from "./platform/clock.ts";
import { readConfig } from "./platform/config.ts";
import { inOwnerTransaction, inTenant } from "./platform/database/index.ts";
import { asSystem } from "./server/as-system.ts";
import { openParts } from "./server/parts.ts";
import type { ServerRefusalCode } from "./server/refusals.ts";

/** A municipality as the command names it. */
export interface GivenMunicipality {
  readonly slug: string;
  readonly name: string;
  readonly genitive: string;
  readonly short: string;
  readonly timeZone: string;
  readonly kind: Municipality["kind"];
  /** The short name of the region that hosts it. */
  readonly region: string | undefined;
  readonly host: string | undefined;
}

const shape = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  name: z.string().trim().min(1),
  genitive: z.string().trim().min(1),
  short: z.string().trim().min(1),
  timeZone: z.string().refine(isTimeZone),
});

/** `municipality SLUG`: a further tenant of this installation, beside those that are there. Refuses `tenant-malformed`, `tenant-taken`, `region-unknown`. */
export async function addMunicipality(options: CommandOptions & GivenMunicipality): Promise<void> {
  const { slug, kind, host, write } = options;
  const asked = shape.safeParse(options);
  if (!asked.success) {
    const fields = asked.error.issues.map((issue) => String(issue.path[0])).join(", ");
    throw new Refusal<ServerRefusalCode>("tenant-malformed", { fields });
  }
  const { name, genitive, short, timeZone } = asked.data;
  const parts = await openParts(readConfig(process.env, { dataFolder: options.data }), "command");
  try {
    const known = await inOwnerTransaction(parts.database, listMunicipalities);
    const taken = known.find((other) => other.slug === slug || (host !== undefined && other.host === host));
    if (taken) throw new Refusal<ServerRefusalCode>("tenant-taken", { slug: taken.slug });
    const regionId = findRegion(known, options.region);
    const names = { name, nameGenitive: genitive, nameShort: short };
    const created = { slug, ...names, timeZone, kind, regionId, host: host ?? null, demonstration: false };
    const id = await inOwnerTransaction(parts.database, (tx) => createMunicipality(tx, created));
    const now = new Date();
    const actor = { kind: "system", name: "команда sosedstvo" } as const;
    const base = { actor, municipalityId: id, today: localDate(now, timeZone), now, language: "ru" } as const;
    await inTenant(parts.database, id, (tx) =>
      writeAudit(
        { ...base, tx },
        { action: "municipality.create", subject: { kind: "municipality", id }, after: { slug, ...names, kind } },
      ),
    );
    write(`${name}: ${host ?? `/m/${slug}`}\n`);
  } finally {
    await parts.database.close();
  }
}

/**
 * `municipality-region SLUG [REGION]`: attaches a municipality that is there to a region, or without one takes it out of the
 * region it is in. Refuses `tenant-unknown`, `region-unknown`, and `tenant-is-region` of a region itself.
 */
export async function moveToRegion(
  options: CommandOptions & { readonly slug: string; readonly region: string | undefined },
): Promise<void> {
  const { slug, write } = options;
  const parts = await openParts(readConfig(process.env, { dataFolder: options.data }), "command");
  try {
    const known = await inOwnerTransaction(parts.database, listMunicipalities);
    const moved = known.find((other) => other.slug === slug);
    if (!moved) throw new Refusal<ServerRefusalCode>("tenant-unknown", { slug });
    if (moved.kind === "region") throw new Refusal<ServerRefusalCode>("tenant-is-region", { slug });
    const regionId = findRegion(known, options.region);
    await inOwnerTransaction(parts.database, (tx) => setRegion(tx, moved.id, regionId));
    const slugOf = (id: string | null) => known.find((other) => other.id === id)?.slug ?? null;
    await asSystem(parts.database, moved.id, (ctx) =>
      writeAudit(ctx, {
        action: "municipality.region",
        subject: { kind: "municipality", id: moved.id },
        before: { region: slugOf(moved.regionId) },
        after: { region: slugOf(regionId) },
      }),
    );
    write(`${moved.name}: ${slugOf(regionId) ?? "—"}\n`);
  } finally {
    await parts.database.close();
  }
}

function findRegion(known: readonly Municipality[], slug: string | undefined): string | null {
  if (slug === undefined) return null;
  const region = known.find((other) => other.slug === slug && other.kind === "region");
  if (!region) throw new Refusal<ServerRefusalCode>("region-unknown", { slug });
  return region.id;
}
