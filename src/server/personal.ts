import { strToU8, zipSync } from "fflate";
import {
  applyRetention,
  collectPersonal,
  type Exporting,
  eraseAgain,
  erasePersonal,
  layOutExport,
  listIdlePeople,
  listMunicipalities,
  loadErasures,
  loadMunicipality,
  noteFileRemovals,
  openAccessSource,
  type PersonalSource,
} from "../access/index.ts";
import { contestSource } from "../contest/index.ts";
import { deskSource } from "../desk/index.ts";
import { attendanceSource, eventSource, retainParticipants } from "../event/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { ledgerSource } from "../ledger/index.ts";
import { newsSource } from "../news/index.ts";
import { inOwnerTransaction, type Tx } from "../platform/database/index.ts";
import { writeLog } from "../platform/log.ts";
import { bodySource, officialSource, registrySource } from "../registry/index.ts";
import { reportSource } from "../report/index.ts";
import { asSystem } from "./as-system.ts";
import type { Parts } from "./parts.ts";
import { roleSubjects } from "./role-subjects.ts";
import { removeNotedFiles } from "./unnamed-files.ts";

/** Everything that is kept of anybody, in the order of the slices. */
export const personalSources: readonly PersonalSource<Tx>[] = [
  openAccessSource(roleSubjects),
  deskSource,
  bodySource,
  officialSource,
  registrySource,
  ledgerSource,
  eventSource,
  attendanceSource,
  newsSource,
  contestSource,
  reportSource,
];

type Run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => Promise<T>;

/** A person's data as one file: a page to read, the same as JSON, and the files, in a ZIP. Refuses as `collectPersonal`. */
export async function exportPerson(parts: Pick<Parts, "files">, run: Run, given: Exporting): Promise<Uint8Array> {
  const { personId } = given;
  const { sections, head } = await run(async (ctx) => {
    const { name } = await loadMunicipality(ctx);
    const sections = await collectPersonal(ctx, personalSources, given);
    return { sections, head: { municipality: name, personId, madeAt: ctx.now.toISOString(), language: ctx.language } };
  });
  const entries: Record<string, Uint8Array> = {
    "index.html": strToU8(layOutExport(head, sections)),
    "data.json": strToU8(JSON.stringify({ ...head, sections }, null, 2)),
  };
  for (const { hash, name } of sections.flatMap(({ files }) => files ?? [])) {
    entries[`files/${hash.slice(0, 8)}-${name}`] = await parts.files.read(hash);
  }
  return zipSync(entries);
}

/** Erases a person and has the database forget the rows as they were, not only as they are. Refuses as `erasePersonal`. */
export async function erasePerson(
  parts: Installation,
  run: Run,
  given: { readonly personId: Id; readonly basis: string },
): Promise<void> {
  const { dataFolder } = parts.config;
  await run(async (ctx) => {
    const sent = await listFiles(ctx, given.personId);
    await erasePersonal(ctx, personalSources, { ...given, dataFolder });
    await noteFileRemovals(ctx, sent);
  });
  await removeNotedFiles(parts);
  await forgetDeadRows(parts);
}

/** The files that the sources keep of a person; what the law keeps is still named after erasing. */
async function listFiles(ctx: Context<Tx>, personId: Id): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (const source of personalSources) {
    for (const { files } of await source.collect(ctx, personId)) hashes.push(...(files ?? []).map(({ hash }) => hash));
  }
  return hashes;
}

/** PostgreSQL keeps a row's former words until a vacuum writes over them. */
async function forgetDeadRows({ database }: Pick<Parts, "database">): Promise<void> {
  await database.pool.query(
    "vacuum (full, analyze) person, sign_in_account, sign_in_session, sign_in_verification, sign_in_token, invitation, person_key, " +
      "message_version, message_file, notice, participant, body_seat, publication, association_person, " +
      "association_entry, association, contest_applicant",
  );
}

type Installation = Pick<Parts, "config" | "database" | "files">;

/** Before anybody is served: who was erased and came back with a restored backup is erased again. Ids of those it found. */
export async function applyErasures(parts: Installation): Promise<readonly Id[]> {
  const erasures = await loadErasures(parts.config.dataFolder);
  const again: Id[] = [];
  for (const [personId, { municipality, basis }] of erasures) {
    const done = await asSystem(parts.database, municipality, async (ctx) => {
      const sent = await listFiles(ctx, personId);
      const isDone = await eraseAgain(ctx, personalSources, { personId, basis });
      if (isDone) await noteFileRemovals(ctx, sent);
      return isDone;
    });
    if (done) again.push(personId);
  }
  if (again.length > 0) {
    await removeNotedFiles(parts);
    await forgetDeadRows(parts);
    writeLog("warning", "people who had been erased were in the database again and were erased again", {
      people: again,
    });
  }
  return again;
}

/** A night's work: what is over its time goes, and people who have been idle too long are erased. */
export async function retainPersonal(parts: Installation): Promise<void> {
  const municipalities = await inOwnerTransaction(parts.database, listMunicipalities);
  for (const { id } of municipalities) {
    const { gone, idle } = await asSystem(parts.database, id, async (ctx) => ({
      gone: { ...(await applyRetention(ctx)), participants: await retainParticipants(ctx) },
      idle: await listIdlePeople(ctx),
    }));
    const basis = "истёк срок хранения: три года без ролей, согласий и входов";
    for (const personId of idle)
      await erasePerson(parts, (work) => asSystem(parts.database, id, work), { personId, basis });
    const count = idle.length + Object.values(gone).reduce((sum, number) => sum + number, 0);
    if (count > 0) writeLog("info", "what was over its time went", { municipality: id, ...gone, idle: idle.length });
  }
  const removed = await removeNotedFiles(parts);
  if (removed > 0) writeLog("info", "files that no record names any more were removed", { files: removed });
}
