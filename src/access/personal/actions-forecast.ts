import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { type Language, Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { loadContact } from "../people/store.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { collectFrom, requireErasable, requireKnown } from "./actions-person.ts";
import type { PersonalField } from "./fields.ts";
import type { PersonalSource } from "./source.ts";
import { notePersonalRead } from "./store-person.ts";

type Named = Readonly<Record<Language, string>>;

interface KeptByLaw {
  readonly law: string;
  readonly things: readonly { readonly what: Named; readonly until: Named }[];
}

/** What erasing a person would do, for the page that asks before it is done. */
export interface ErasureForecast {
  /** How much is kept now, table by table. */
  readonly kept: readonly {
    readonly key: string;
    readonly title: Named;
    readonly rows: number;
    readonly files: number;
  }[];
  /** What is taken away or blanked. */
  readonly goes: readonly Named[];
  /** What stays sealed when its key is gone. */
  readonly sealed: readonly Named[];
  /** What stays, under the law that keeps it, each law and each thing once. */
  readonly stays: readonly KeptByLaw[];
  /** What is to be typed in: the person's name, or the address of who has none. */
  readonly confirmation: string;
}

/** Refuses `not-permitted`, `person-unknown` and what `erasePersonal` refuses of the person. */
export async function forecastErasure(
  ctx: Context<Tx>,
  sources: readonly PersonalSource<Tx>[],
  personId: Id,
): Promise<ErasureForecast> {
  requirePermission(ctx, "personal.erase");
  await requireKnown(ctx, personId);
  await requireErasable(ctx, personId);
  const sections = await collectFrom(ctx, sources, personId);
  await notePersonalRead(ctx, "personal.erase", [personId]);
  const fields = sources.flatMap((source) => source.fields);
  return {
    kept: sections.map(({ key, title, rows, files }) => ({
      key,
      title,
      rows: rows.length,
      files: files?.length ?? 0,
    })),
    goes: nameFields(fields.filter(({ erasure }) => erasure === "deleted" || erasure === "blanked")),
    sealed: nameFields(fields.filter(({ erasure }) => erasure === "key destroyed")),
    stays: groupByLaw(fields),
    confirmation: await findConfirmation(ctx, personId),
  };
}

function groupByLaw(fields: readonly PersonalField[]): readonly KeptByLaw[] {
  const laws = new Map<string, Map<string, KeptByLaw["things"][number]>>();
  for (const { what, erasure, retention: until } of fields) {
    if (typeof erasure !== "object") continue;
    const things = laws.get(erasure.keep) ?? new Map();
    laws.set(erasure.keep, things.set(`${what.ru}: ${until.ru}`, { what, until }));
  }
  return [...laws].map(([law, things]) => ({ law, things: [...things.values()] }));
}

/** Each name once: several columns may hold one thing. */
function nameFields(fields: readonly PersonalField[]): readonly Named[] {
  return [...new Map(fields.map(({ what }) => [what.ru, what])).values()];
}

async function findConfirmation(ctx: Context<Tx>, personId: Id): Promise<string> {
  const contact = await loadContact(ctx, personId);
  return contact?.name || contact?.email || "";
}

/** Nobody is erased by a slip: their name has to be typed in. Refuses `not-permitted`, `person-unknown`, `erasure-unconfirmed`. */
export async function requireConfirmation(ctx: Context<Tx>, personId: Id, typed: string): Promise<void> {
  requirePermission(ctx, "personal.erase");
  await requireKnown(ctx, personId);
  const wanted = await findConfirmation(ctx, personId);
  if (wanted !== "" && fold(typed) !== fold(wanted)) {
    throw new Refusal<AccessRefusalCode>("erasure-unconfirmed", { name: wanted });
  }
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLocaleLowerCase("ru").replaceAll("ё", "е");
}
