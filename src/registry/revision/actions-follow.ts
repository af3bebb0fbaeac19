import type { DeskDoor } from "../../desk/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type ActRegister, type JudgedAct, loadRegister } from "../act/actions-load.ts";
import type { RevisionState } from "../act/views.ts";
import type { RevisionRule } from "./views.ts";

/** What acts ask of the desk. */
export type ActDesk = Pick<DeskDoor, "openTask" | "settleTask" | "keepFile">;

/** The address of an act's own page, without its language. */
export const actHref = (id: Id) => `/registry/acts/${id}`;

/**
 * Has the desk's tasks of revision follow the register: one that waits has a task with its deadline, one that is done or no
 * longer concerned has none. Of the named acts, or of all.
 */
export async function followRevision(ctx: Context<Tx>, desk: ActDesk, acts: readonly Id[] | "all"): Promise<void> {
  const register = await loadRegister(ctx);
  const asked = acts === "all" ? register.judged : acts.flatMap((id) => register.byId.get(id) ?? []);
  for (const judged of asked) {
    for (const rule of register.rules) await followOne(ctx, desk, { register, judged, rule });
  }
}

interface Followed {
  readonly register: ActRegister;
  readonly judged: JudgedAct;
  readonly rule: RevisionRule;
}

async function followOne(ctx: Context<Tx>, desk: ActDesk, { register, judged, rule }: Followed): Promise<void> {
  const { act, revisions } = judged;
  const state = revisions.find((revision) => revision.rule.key === rule.key)?.state ?? null;
  const key = { kind: "legal-act", id: act.id, purpose: `revision ${rule.key}` };
  if (state?.state !== "due" && state?.state !== "late") {
    const done = state !== null;
    const reason = explainEnd(register, state);
    await desk.settleTask(ctx, { ...key, as: done ? "accept" : "cancel", reason });
    return;
  }
  await desk.openTask(ctx, {
    ...key,
    href: actHref(act.id),
    title: `Привести в соответствие акт от ${sayDay(act.date)} № ${act.number} «${act.title}»`,
    details: `${rule.law}.${rule.checked ? "" : " Срок не сверен с официальным текстом: проверьте его на странице «Пересмотр актов»."}`,
    role: act.settlementId ? "settlement" : "coordinator",
    roleSubjectId: act.settlementId,
    dueDate: rule.dueDate,
    remindDays: 60,
    basis: rule.law,
  });
}

function explainEnd({ byId }: ActRegister, state: RevisionState | null): string {
  if (state === null) return "акт больше не подлежит пересмотру";
  if (state.state === "conforms") return "акт признан не требующим изменений";
  const by = state.byId ? byId.get(state.byId)?.act : undefined;
  return `акт приведён в соответствие актом от ${sayDay(by?.date ?? null)} № ${by?.number}`;
}

const sayDay = (date: string | null): string => (date === null ? "" : printDay(date));
