import { raiseRevision, writeAudit } from "../access/index.ts";
import type { DeskDoor } from "../desk/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { requirePublication } from "./actions-require.ts";
import { MOVES, type Move, type PublicationState, TRANSITIONS } from "./contract.ts";
import { parseDay } from "./input.ts";
import { refuseNews } from "./refusals.ts";
import { type StoredPublication, updateState } from "./store.ts";
import { insertEvent, selectEvents } from "./store-link.ts";

/** What publications ask of the desk. */
export type NewsDesk = Pick<DeskDoor, "openTask" | "settleTask">;

export interface MoveInput {
  readonly id: string;
  readonly version: string;
  readonly move: string;
  readonly reason: string;
  /** Of `publish`: the day on which it came out, today where nothing is said. */
  readonly publishedOn: string;
}

/**
 * Moves a publication on as `TRANSITIONS` says. Approval waits as a task on the coordinator's desk. Refuses
 * `publication-unknown`, `publication-move`, `publication-reason`, `publication-date`, `publication-changed`.
 */
export async function movePublication(ctx: Context<Tx>, desk: NewsDesk, input: MoveInput): Promise<void> {
  const move = MOVES.find((known) => known === input.move) ?? refuseNews("publication-move");
  const { from, to, asks, needsReason } = TRANSITIONS[move];
  const publication = await requirePublication(ctx, input.id, asks);
  if (!from.includes(publication.state)) refuseNews("publication-move");
  const reason = input.reason.replace(/\s+/g, " ").trim().slice(0, 1000) || null;
  if (needsReason && reason === null) refuseNews("publication-reason");
  const asked = move === "publish" ? parseDay(input.publishedOn, ctx.today) : null;
  const publishedOn = asked ?? publication.publishedOn ?? (move === "publish" ? ctx.today : null);
  const seen = { id: publication.id, version: /^\d{1,9}$/.test(input.version) ? Number(input.version) : 0 };
  if (!(await updateState(ctx, seen, { state: to, published_on: publishedOn }))) refuseNews("publication-changed");
  await insertEvent(ctx, { publicationId: publication.id, version: seen.version + 1, move, reason });
  await writeAudit(ctx, {
    action: asks,
    subject: { kind: "publication", id: publication.id },
    detail: { move },
    ...(reason && { basis: reason }),
    before: { state: publication.state },
    after: { state: to, publishedOn },
  });
  await tellDesk(ctx, desk, { publication, move });
  if (isPublic(publication.state) || isPublic(to)) await raiseRevision(ctx);
}

async function countSubmissions(ctx: Context<Tx>, id: Id): Promise<number> {
  return (await selectEvents(ctx, id)).filter(({ move }) => move === "submit").length;
}

const isPublic = (state: PublicationState) => state === "published";
const DAYS_FOR_APPROVAL = 3;

async function tellDesk(
  ctx: Context<Tx>,
  desk: NewsDesk,
  { publication, move }: { readonly publication: StoredPublication; readonly move: Move },
): Promise<void> {
  // Returned and submitted again it waits anew: each submission is a task of its own.
  const key = {
    kind: "publication",
    id: publication.id,
    purpose: `approval ${await countSubmissions(ctx, publication.id)}`,
  };
  if (move === "approve" || move === "return") {
    await desk.settleTask(ctx, {
      ...key,
      as: "accept",
      reason: move === "approve" ? "согласовано" : "возвращено автору",
    });
  }
  if (move !== "submit") return;
  const due = new Date(Date.parse(`${ctx.today}T00:00:00Z`) + DAYS_FOR_APPROVAL * 86_400_000);
  await desk.openTask(ctx, {
    ...key,
    href: `/newsroom/${publication.id}`,
    title: `Согласовать публикацию «${publication.title}»`,
    role: "coordinator",
    dueDate: due.toISOString().slice(0, 10),
    remindDays: 1,
  });
}
