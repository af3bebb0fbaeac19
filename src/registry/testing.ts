import { NOW } from "../access/testing.ts";
import { openTestDistrict } from "../desk/testing.ts";
import type { Actor, Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { type Database, inTenant, type Tx } from "../platform/database/index.ts";
import { registry } from "./index.ts";

const TODAY = "2026-03-25";

/** Who acts and when, where it is not the coordinator today. */
interface Asked {
  readonly actor?: Actor;
  readonly day?: string;
}

interface Saving extends Asked {
  readonly since?: string;
  readonly basis?: string;
  readonly corrects?: string;
  /** By default what a form opened now would have seen. */
  readonly seen?: string;
}

/** A register with two settlements, and short ways to fill it. */
export async function openTestRegister(database: Database, slug: string) {
  const district = await openTestDistrict(database, slug, {
    coordinator: ["coordinator"],
    resident: ["resident"],
    auditor: ["auditor"],
    administrator: ["administrator"],
  });
  /** One transaction as somebody, on a day at noon there. */
  const run = <T>(work: (ctx: Context<Tx>) => Promise<T>, { actor, day = TODAY }: Asked = {}): Promise<T> => {
    const base = { actor: actor ?? district.actors.coordinator, municipalityId: district.municipalityId, today: day };
    const now = day === TODAY ? NOW : new Date(`${day}T05:00:00Z`);
    return inTenant(database, district.municipalityId, (tx) => work({ ...base, tx, now, language: "ru" }));
  };
  const settlementId = await run((ctx) => registry.addSettlement(ctx, { name: "Берёзовка", oktmo: "" }));
  const otherSettlementId = await run((ctx) => registry.addSettlement(ctx, { name: "Заречная", oktmo: "" }));
  const enter = (name: string): Promise<Id> =>
    run((ctx) => registry.enterAssociation(ctx, { name, settlementId }), { day: "2024-01-10" });
  const seenOf = async (id: Id, section: string) => {
    const card = await run((ctx) => registry.getCard(ctx, id));
    return card.sections.find((one) => one.section === section)?.seen ?? "";
  };
  /** Saves a section as a form would. */
  const saveOf = async (id: Id, { section, typed, ...given }: Saving & Section): Promise<void> => {
    const { since = "", basis = "", corrects = "", seen = await seenOf(id, section) } = given;
    await run((ctx) => registry.saveSection(ctx, id, { section, seen, corrects, since, basis, typed }), given);
  };
  /** What a section says, field by field, in words. */
  const readOf = async (id: Id, section: string, asked: { readonly on?: string; readonly knownAt?: Date } = {}) => {
    const card = await run((ctx) => registry.getCard(ctx, id, asked));
    const fields = card.sections.find((one) => one.section === section)?.fields ?? [];
    return Object.fromEntries(fields.map(({ key, text }) => [key, text]));
  };
  return { ...district, run, settlementId, otherSettlementId, enter, seenOf, saveOf, readOf };
}

interface Section {
  readonly section: string;
  readonly typed: Readonly<Record<string, string>>;
}

export type TestSaving = Saving;

/** A chair's term as a form sends it. */
export const chairTerm = (name: string, since: string, until: string, more: Readonly<Record<string, string>> = {}) => ({
  chair: name,
  chairSince: since,
  chairUntil: until,
  ...more,
});
