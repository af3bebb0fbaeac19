import { listCurrentTexts } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { type AttendanceRefusalCode, refuseAttendance } from "../attendance/refusals.ts";
import type { ConsentChannel } from "../attendance/views.ts";
import { cleanName, foldName, type NewParticipant, parseBirthYear } from "./input.ts";
import { insertParticipants, type ParticipantRow } from "./store.ts";

/** Why somebody could not be entered; the others of the batch are. */
export interface RefusedPerson {
  readonly id: Id;
  readonly code: Extract<
    AttendanceRefusalCode,
    "attendance-name" | "attendance-birth-year" | "attendance-consent" | "attendance-no-text"
  >;
}

/** Enters people with their consent to taking part; who cannot be entered is named with the reason, and no other is held up. */
export async function enterParticipants(
  ctx: Context<Tx>,
  people: readonly NewParticipant[],
  given: { readonly channel: ConsentChannel; readonly personId?: Id },
): Promise<readonly RefusedPerson[]> {
  if (people.length === 0) return [];
  const textId = (await findConsentText(ctx))?.id ?? null;
  const associations = [...new Set(people.flatMap(({ associationId }) => associationId ?? []))];
  const places = new Map(
    (await registry.nameAssociations(ctx, associations)).map(({ id, settlementId }) => [id, settlementId]),
  );
  const judged = people.map((person) => judge(person, ctx.today, textId !== null));
  const rows = judged.flatMap((one): readonly ParticipantRow[] => {
    if ("code" in one || textId === null) return [];
    const settlementId = places.get(one.associationId ?? "") ?? null;
    const associationId = settlementId === null ? null : one.associationId;
    const consent = { textId, on: ctx.today, channel: given.channel };
    return [{ ...one, settlementId, associationId, personId: given.personId ?? null, consent }];
  });
  await insertParticipants(ctx, rows);
  return judged.flatMap((one) => ("code" in one ? [one] : []));
}

type Judged = RefusedPerson | Pick<ParticipantRow, "id" | "name" | "search" | "birthYear" | "associationId">;

function judge(person: NewParticipant, today: string, hasText: boolean): Judged {
  const { id, associationId, consent } = person;
  const name = cleanName(person.name);
  const birthYear = parseBirthYear(person.birthYear, today);
  if (name === null) return { id, code: "attendance-name" };
  if (birthYear === undefined) return { id, code: "attendance-birth-year" };
  if (!consent) return { id, code: "attendance-consent" };
  if (!hasText) return { id, code: "attendance-no-text" };
  return { id, name, search: foldName(name), birthYear, associationId };
}

/** The text of the consent to taking part that is in force. */
export async function findConsentText(ctx: Context<Tx>): Promise<ConsentText | null> {
  return (await listCurrentTexts(ctx)).find(({ purpose }) => purpose === "participation") ?? null;
}

/** The same. Refuses `attendance-no-text` where there is none. */
export async function requireConsentText(ctx: Context<Tx>): Promise<ConsentText> {
  return (await findConsentText(ctx)) ?? refuseAttendance("attendance-no-text");
}

interface ConsentText {
  readonly id: Id;
  readonly body: string;
}
