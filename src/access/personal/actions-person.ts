import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { RoleSubjects } from "../people/actions-subject.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { writeAudit } from "../trail/store.ts";
import { ACCESS_FIELDS } from "./fields.ts";
import type { PersonalSection, PersonalSource } from "./source.ts";
import { appendErasure } from "./store-erasure-list.ts";
import {
  collectPerson,
  countOtherMunicipalities,
  erasePerson,
  insertErasure,
  isErased,
  isKnownHere,
  notePersonalRead,
} from "./store-person.ts";

type Sources = readonly PersonalSource<Tx>[];

const refuse = (code: AccessRefusalCode, values: Record<string, string | number> = {}): never => {
  throw new Refusal(code, values);
};

/** Access as a source, the first of the server's list; the later slices name what roles are held in. */
export function openAccessSource(subjects: RoleSubjects = {}): PersonalSource<Tx> {
  const collect = (ctx: Context<Tx>, personId: Id) => collectPerson(ctx, subjects, personId);
  return { fields: ACCESS_FIELDS, collect, erase: erasePerson };
}

/** Whose data are asked for, and why where they are another's: the request on paper. */
export interface Exporting {
  readonly personId: Id;
  readonly basis: string;
}

/**
 * Everything that is kept of a person in this municipality, table by table. Refuses `person-unknown`, and to who asks for
 * another's data without a basis `export-basis-missing`.
 */
export async function collectPersonal(
  ctx: Context<Tx>,
  sources: Sources,
  given: Exporting,
): Promise<readonly PersonalSection[]> {
  const { personId } = given;
  requirePermission(ctx, "personal.export", [personId]);
  const basis = given.basis.trim();
  if (!isSelf(ctx, personId)) {
    await requireKnown(ctx, personId);
    if (basis === "") refuse("export-basis-missing");
  }
  if ((await isErased(ctx.tx, personId)) === undefined) return refuse("person-unknown");
  const sections = await collectFrom(ctx, sources, personId);
  await notePersonalRead(ctx, "personal.export", [personId]);
  const subject = { kind: "person", id: personId };
  await writeAudit(ctx, { action: "personal.export", subject, ...(basis !== "" && { basis }) });
  return sections;
}

/** What the sources keep of a person, in their order. */
export async function collectFrom(
  ctx: Context<Tx>,
  sources: Sources,
  personId: Id,
): Promise<readonly PersonalSection[]> {
  const sections: PersonalSection[] = [];
  for (const source of sources) sections.push(...(await source.collect(ctx, personId)));
  return sections;
}

/** A person of another municipality is nobody here, whoever may guess the id. Refuses `person-unknown`. */
export async function requireKnown(ctx: Context<Tx>, personId: Id): Promise<void> {
  if (!isId(personId) || !(await isKnownHere(ctx, personId))) refuse("person-unknown");
}

function isSelf({ actor }: Pick<Context, "actor">, personId: Id): boolean {
  return actor.kind === "person" && actor.personId === personId;
}

interface Erasing {
  readonly personId: Id;
  readonly basis: string;
  readonly dataFolder: string;
}

/**
 * Erases a person: every source takes its data out, the key of the trail is destroyed, and the list beside the database keeps
 * the id for restored backups. Refuses `person-unknown`, `person-erased`, `erasure-basis-missing`, `person-elsewhere` where the
 * person holds or held roles in other municipalities too, and `erasing-oneself`.
 */
export async function erasePersonal(ctx: Context<Tx>, sources: Sources, given: Erasing): Promise<void> {
  requirePermission(ctx, "personal.erase");
  const { personId, dataFolder } = given;
  const basis = given.basis.trim();
  if (basis === "") refuse("erasure-basis-missing");
  await requireErasable(ctx, personId);
  await eraseEverywhere(ctx, sources, personId);
  await insertErasure(ctx, personId, basis);
  await writeAudit(ctx, { action: "personal.erase", subject: { kind: "person", id: personId }, basis });
  await appendErasure(dataFolder, {
    person: personId,
    municipality: ctx.municipalityId,
    at: ctx.now.toISOString(),
    basis,
  });
}

/** Refuses `erasing-oneself`, `person-unknown`, `person-erased` and `person-elsewhere`. */
export async function requireErasable(ctx: Context<Tx>, personId: Id): Promise<void> {
  if (isSelf(ctx, personId)) refuse("erasing-oneself");
  const erased = await isErased(ctx.tx, personId);
  if (erased === undefined) refuse("person-unknown");
  if (erased) refuse("person-erased");
  const others = await countOtherMunicipalities(ctx.tx, personId);
  if (others > 0) refuse("person-elsewhere", { count: others });
}

async function eraseEverywhere(ctx: Context<Tx>, sources: Sources, personId: Id): Promise<void> {
  // Access comes first in the list and goes last: until then the others may still ask who it is.
  for (const source of sources.toReversed()) await source.erase(ctx, personId);
}

/** Erases again who was erased before and has come back with a restored backup. True where there was something to erase. */
export async function eraseAgain(
  ctx: Context<Tx>,
  sources: Sources,
  erasure: { readonly personId: Id; readonly basis: string },
): Promise<boolean> {
  const { personId, basis } = erasure;
  if ((await isErased(ctx.tx, personId)) !== false) return false;
  await eraseEverywhere(ctx, sources, personId);
  await insertErasure(ctx, personId, basis);
  const detail = { after: "restored backup" };
  await writeAudit(ctx, { action: "personal.erase", subject: { kind: "person", id: personId }, basis, detail });
  return true;
}
