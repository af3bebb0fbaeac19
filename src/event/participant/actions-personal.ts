import type { PersonalField, PersonalSource } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { blankParticipants, selectIdleParticipants, selectIdsOfPerson, selectVisitsOf } from "./store.ts";

const YEARS_KEPT = 3;
const BATCH = 1_000;

const NAMED: Omit<PersonalField, "at"> = {
  what: { ru: "участник мероприятий", en: "somebody who takes part in events" },
  ground: "participation",
  readers: ["coordinator", "settlement", "chair", "operator", "auditor"],
  retention: {
    ru: "три года после последнего мероприятия, на котором человек был",
    en: "three years after the last event at which the person was",
  },
  erasure: "blanked",
};

/** Attendance as a source of what is kept of people. Visits stay as those of nobody known: they are figures of the programme. */
export const attendanceSource: PersonalSource<Tx> = {
  fields: [
    { ...NAMED, at: "participant.name" },
    { ...NAMED, at: "participant.search" },
    { ...NAMED, at: "participant.birth_year" },
  ],
  collect: async (ctx, personId) => [
    {
      key: "attendance",
      title: { ru: "Участие в мероприятиях", en: "Events attended" },
      rows: (await selectVisitsOf(ctx, personId)).map(({ marked_at, ...row }) => ({
        ...row,
        marked_at: marked_at.toISOString(),
      })),
    },
  ],
  erase: async (ctx, personId) => {
    await blankParticipants(ctx, await selectIdsOfPerson(ctx, personId));
  },
};

/** Before every id. */
const FIRST_ID: Id = "00000000-0000-0000-0000-000000000000";

/** A night's work: names of those who came nowhere for three years go. How many went. */
export async function retainParticipants(ctx: Context<Tx>): Promise<number> {
  const before = `${Number(ctx.today.slice(0, 4)) - YEARS_KEPT}${ctx.today.slice(4)}`.replace("-02-29", "-02-28");
  let gone = 0;
  let after = FIRST_ID;
  for (;;) {
    const ids = await selectIdleParticipants(ctx, { before, after, limit: BATCH });
    gone += await blankParticipants(ctx, ids);
    const last = ids.at(-1);
    if (last === undefined) return gone;
    after = last;
  }
}
