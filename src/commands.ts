import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { listMunicipalities, type Municipality, openAgain } from "./access/index.ts";
import type { Context } from "./kernel/context.ts";
import { Refusal } from "./kernel/refusal.ts";
import { localDate } from "./platform/clock.ts";
import { readConfig } from "./platform/config.ts";
import { inOwnerTransaction, inTenant, type Tx } from "./platform/database/index.ts";
import { readAside } from "./programme/index.ts";
import { openParts, type Parts } from "./server/parts.ts";
import type { ServerRefusalCode } from "./server/refusals.ts";

/** What a command about the living installation gets: where the data are, and where to write. */
export interface CommandOptions {
  readonly data: string | undefined;
  readonly write: (text: string) => void;
}

/** `import FILE`: read, checked and kept for approval; works beside a running server. */
export async function importFile({ file, data, write }: CommandOptions & { readonly file: string }): Promise<void> {
  await withParts(data, async (parts, run) => {
    const bytes = await readFile(file);
    const fileName = basename(file);
    const reading = await readAside(bytes, await run((ctx) => parts.programme.loadHints(ctx)));
    const { id, already } = await run((ctx) => parts.programme.saveReading(ctx, { fileName, bytes, reading }));
    const count = (severity: string) => reading.findings.filter((finding) => finding.severity === severity).length;
    write(
      `${already ? "Документ уже ждёт утверждения · Already waiting" : "Документ ждёт утверждения · Waiting for approval"}: /import/${id}\n`,
    );
    write(
      `ошибок ${count("error")}, предупреждений ${count("warning")}, заметок ${count("note")} · errors, warnings, notes\n`,
    );
  });
}

/** `list`: each programme by its short name with its last edition. */
export async function listProgrammes({ data, write }: CommandOptions): Promise<void> {
  await withParts(data, async (parts, run) => {
    for (const { slug, edition, title } of await run((ctx) => parts.programme.listProgrammes(ctx))) {
      write(`${slug}\t${edition}\t${title}\n`);
    }
  });
}

/** `open-again EMAIL`: a link to set a new password, for who forgot theirs where no mail is set up, or lost the second factor. */
export async function openAgainFor(
  given: CommandOptions & { readonly email: string; readonly secondFactor: boolean },
): Promise<void> {
  await withParts(given.data, async ({ config }, run) => {
    const path = await run((ctx) => openAgain(ctx, { email: given.email, removeSecondFactor: given.secondFactor }));
    given.write(`${config.publicUrl ?? `http://localhost:${config.port}`}${path}\n`);
    given.write("Ссылка действует один раз, два часа · The link works once, for two hours\n");
  });
}

export type Run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => Promise<T>;

/** Opens the installation as the command on the server itself, in the municipality of this short name or else the first, and closes it again. */
export async function withParts<T>(
  data: string | undefined,
  work: (parts: Parts, run: Run) => Promise<T>,
  slug?: string,
): Promise<T> {
  const parts = await openParts(readConfig(process.env, { dataFolder: data }), "command");
  try {
    const municipality = await findMunicipality(parts, slug);
    const now = new Date();
    const base: Omit<Context, "tx"> = {
      actor: { kind: "system", name: "команда sosedstvo" },
      municipalityId: municipality.id,
      today: localDate(now, municipality.timeZone),
      now,
      language: "ru",
    };
    return await work(parts, (run) => inTenant(parts.database, municipality.id, (tx) => run({ ...base, tx })));
  } finally {
    await parts.database.close();
  }
}

async function findMunicipality(parts: Parts, slug: string | undefined): Promise<Municipality> {
  const known = await inOwnerTransaction(parts.database, listMunicipalities);
  const found = slug === undefined ? known[0] : known.find((municipality) => municipality.slug === slug);
  if (found) return found;
  if (slug !== undefined) throw new Refusal<ServerRefusalCode>("tenant-unknown", { slug });
  throw new Refusal<ServerRefusalCode>("no-municipality");
}
