import type { Context } from "../../kernel/context.ts";
import { type Language, Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { writeAudit } from "../trail/store.ts";
import { sealPersonal } from "../trail/store-seal.ts";
import { loadContact, updateLanguage } from "./store.ts";

/** In which language one's own letters come. Refuses `not-signed-in`. */
export async function readOwnLanguage(ctx: Context<Tx>): Promise<Language> {
  return (await loadContact(ctx, requireSelf(ctx)))?.language ?? ctx.language;
}

/** Chooses the language of one's own letters. Refuses `not-signed-in`, and `language-unknown` of any but Russian and English. */
export async function chooseOwnLanguage(ctx: Context<Tx>, asked: string): Promise<void> {
  const personId = requireSelf(ctx);
  requirePermission(ctx, "sign-in.change", [personId]);
  if (asked !== "ru" && asked !== "en") throw new Refusal<AccessRefusalCode>("language-unknown");
  const before = await readOwnLanguage(ctx);
  if (before === asked) return;
  await updateLanguage(ctx, personId, asked);
  await writeAudit(ctx, {
    action: "letters.language",
    subject: { kind: "person", id: personId },
    before: { language: await sealPersonal(ctx, personId, before) },
    after: { language: await sealPersonal(ctx, personId, asked) },
  });
}

function requireSelf({ actor }: Pick<Context, "actor">): string {
  if (actor.kind !== "person") throw new Refusal<AccessRefusalCode>("not-signed-in");
  return actor.personId;
}
