import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ActsDoor, BodiesDoor, RegistryDoor } from "../registry/index.ts";

const AUTHORITY = "администрация Ордынского района Новосибирской области";

/** Three invented bodies: on 31 December 2024 associations hold 4 of 40 seats, the 10 per cent that the programme plans. */
const BODIES = [
  {
    kind: "council",
    name: "Общественный совет при администрации района (пример)",
    actWords: "постановление от 10.01.2022 № 4 (пример)",
    seats: "20",
    // The second was given in the course of the year: the year's mean is less than its last day.
    associations: [
      { since: "2023-02-01", until: "" },
      { since: "2024-03-01", until: "" },
    ],
  },
  {
    kind: "commission",
    name: "Комиссия по благоустройству территории района (пример)",
    actWords: "распоряжение от 17.01.2022 № 11 (пример)",
    seats: "12",
    associations: [{ since: "2023-01-01", until: "2026-12-31" }],
  },
  {
    kind: "working-group",
    name: "Рабочая группа по развитию территориального общественного самоуправления (пример)",
    actWords: "распоряжение от 20.01.2022 № 13 (пример)",
    seats: "8",
    associations: [{ since: "2023-01-01", until: "" }],
  },
] as const;

interface Doors {
  readonly bodies: BodiesDoor;
  readonly registry: RegistryDoor;
  readonly acts: ActsDoor;
}

/** The demonstration's bodies and seats, by the same actions as a person's. */
export async function fillBodies(ctx: Context<Tx>, { bodies, registry, acts }: Doors): Promise<void> {
  const free = [...(await registry.listAssociations(ctx))];
  const empty = { actId: "", until: "", holderName: "", consent: "" };
  const basis = "состав органа (пример)";
  for (const { associations, ...body } of BODIES) {
    const since = "2022-01-31";
    const bodyId = await bodies.enterBody(ctx, { ...empty, ...body, authority: AUTHORITY, since, basis });
    for (const [at, term] of associations.entries()) {
      const association = free.shift();
      if (!association) break;
      const own = { seat: String(at + 1), holder: "association", associationId: association.id, basis };
      await bodies.takeSeats(ctx, { ...empty, ...own, ...term, bodyId });
    }
    // Some seats stay vacant, as they do.
    const others = `${associations.length + 1}–${Number(body.seats) - 2}`;
    await bodies.takeSeats(ctx, { ...empty, bodyId, seat: others, holder: "other", associationId: "", since, basis });
  }
  const { activities } = await acts.getPlanChoice(ctx, "seats");
  const planning = activities.find(({ name }) => name.startsWith("Включение представителей органов ТОС"));
  assert(planning, "the example plans seats");
  await acts.choosePlan(ctx, { purpose: "seats", activityId: planning.id });
}
