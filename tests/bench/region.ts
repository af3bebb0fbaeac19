import { createMunicipality } from "../../src/access/index.ts";
import type { Id } from "../../src/kernel/id.ts";
import { readDocument } from "../../src/office/read.ts";
import { type Database, inOwnerTransaction, inTenant, openDatabase } from "../../src/platform/database/index.ts";
import { openFiles } from "../../src/platform/files.ts";
import type { Reading } from "../../src/programme/contract.ts";
import { openProgramme } from "../../src/programme/index.ts";
import { readProgramme } from "../../src/programme/reading.ts";
import { EXAMPLE_READING } from "../../src/programme/testing-store.ts";
import { type Portal, startPortal } from "../journeys/portal.ts";
import { timePage } from "./desk.ts";
import { generateProgramme } from "./generate-programme.ts";
import type { Measured } from "./measure.ts";

const DISTRICTS = 40;
const LARGE_ACTIVITIES = 500;
const LIMIT_MS = 300;

/** The page of a region with 40 districts, made anew and from the page cache: programmes as large as the example, and far larger ones. */
export async function benchRegion(): Promise<Measured[]> {
  const portal = await startPortal();
  const database = await openDatabase({ dataFolder: portal.dataFolder, databaseUrl: null }, "command");
  try {
    const large = readProgramme(readDocument(Buffer.from(generateProgramme(LARGE_ACTIVITIES, 3))));
    await addRegion(portal, database, { slug: "usual", reading: EXAMPLE_READING });
    await addRegion(portal, database, { slug: "large", reading: large });
    // The server looks for new municipalities once a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const usual = await timePage(portal, { path: "/m/usual?made=anew", cookie: "" });
    const kept = await timePage(portal, { path: "/m/usual", cookie: "" });
    const heavy = await timePage(portal, { path: "/m/large?made=anew", cookie: "" });
    const line = (what: string, time: { middle: number; high: number }, limit: number | null): Measured => ({
      what: `the page of a region with ${DISTRICTS} districts, ${what}: median; ${time.high.toFixed(0)} ms at 95 %`,
      value: `${time.middle.toFixed(1)} ms`,
      target: limit === null ? "none" : `≤ ${limit} ms`,
      met: limit === null || time.middle <= limit,
    });
    return [
      line("made anew", usual, LIMIT_MS),
      line("from the page cache", kept, 10),
      line(`${LARGE_ACTIVITIES} activities each, made anew`, heavy, null),
    ];
  } finally {
    await database.close();
    await portal.stop();
  }
}

async function addRegion(
  portal: Portal,
  database: Database,
  { slug, reading }: { readonly slug: string; readonly reading: Reading },
): Promise<void> {
  const region = await add(database, { slug, kind: "region", regionId: null });
  const door = openProgramme({ files: openFiles(portal.dataFolder), editionApproved: async () => {} });
  for (let number = 1; number <= DISTRICTS; number++) {
    const id = await add(database, { slug: `${slug}-${number}`, kind: "district", regionId: region });
    const now = new Date();
    const actor = { kind: "system", name: "bench" } as const;
    const base = { actor, municipalityId: id, today: now.toISOString().slice(0, 10), now, language: "ru" as const };
    await inTenant(database, id, async (tx) => {
      const ctx = { ...base, tx };
      const bytes = Buffer.from(`${slug} ${number}`);
      const saved = await door.saveReading(ctx, { fileName: `${number}.docx`, bytes, reading });
      await door.approveReading(ctx, saved.id, { version: 1, basis: "bench", acceptErrors: true });
    });
  }
}

function add(
  database: Database,
  given: { readonly slug: string; readonly kind: "region" | "district"; readonly regionId: Id | null },
): Promise<Id> {
  const names = { name: `Район ${given.slug}`, nameGenitive: given.slug, nameShort: given.slug };
  const rest = { timeZone: "Asia/Novosibirsk", demonstration: false };
  return inOwnerTransaction(database, (tx) => createMunicipality(tx, { ...given, ...names, ...rest }));
}
