import { sql } from "kysely";
import type { Actor } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { type Database, inTenant } from "../../platform/database/index.ts";
import { sayReader } from "../store-wall.ts";
import { AFTER, mark, openReview, type TestContest, type TestReview } from "../testing.ts";

/** Tables of which a juror sees only the rows of applications that are theirs to mark. */
export const WALLED = [
  "contest_application",
  "contest_file",
  "contest_submission",
  "contest_application_move",
  "contest_check",
  "contest_applicant",
];

/** The ids of applications of which a plain query of the application's role finds rows, as this reader. */
export function queryWalled(
  { database, contest }: { readonly database: Database; readonly contest: TestContest },
  table: string,
  actor: Actor | null,
): Promise<readonly Id[]> {
  const column = table === "contest_application" ? "id" : "application_id";
  return inTenant(database, contest.municipalityId, async (tx) => {
    if (actor) await sayReader({ tx, actor });
    const { rows } = await sql<{ id: Id }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}`.execute(
      tx,
    );
    return rows.map(({ id }) => id);
  });
}

/** Each application given to everybody; the second juror is recused from the second application. */
export async function openAssigned(contest: TestContest, given = {}): Promise<TestReview> {
  const review = await openReview(contest, given);
  const { callId, applications, jurors } = review;
  const recusal = {
    callId,
    jurorId: jurors[1]?.id ?? "",
    applicationId: applications[1] ?? "",
    basis: "родственник в команде",
  };
  await contest.run((ctx) => contest.door.recuse(ctx, recusal), jurors[1]?.actor, AFTER);
  await contest.run(
    (ctx) => contest.door.assignJurors(ctx, { callId, way: "everybody", perApplication: "1" }),
    undefined,
    AFTER,
  );
  return review;
}

/** Every juror marks every application that is theirs; `except` names pairs as «juror application», such as `21`. */
export async function markAll(contest: TestContest, review: TestReview, except: readonly string[] = []): Promise<void> {
  for (const juror of [0, 1, 2])
    for (const application of [0, 1, 2])
      if (!(juror === 1 && application === 1) && !except.includes(`${juror}${application}`))
        await mark(contest, review, { juror, application, use: String(9 - application - juror) });
}
