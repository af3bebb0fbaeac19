import { createHash } from "node:crypto";
import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { PlannedLine } from "../../programme/index.ts";
import { computeActual } from "../actual/actions.ts";
import type { Sources } from "../actual/actions-reading.ts";
import type { Actual } from "../contract.ts";
import { type LineInput, requireLine } from "../line/actions.ts";
import { type Period, parsePeriod } from "../line/period.ts";
import { refuseIndicator } from "../refusals.ts";
import { insertStep, selectSteps } from "./store.ts";
import { SIGN_OFF_MOVES, SIGN_OFF_NAMES, type SignOffMove, stateAfter } from "./views.ts";

/** A step as a form sends it. */
export interface SignOffInput {
  readonly line: LineInput;
  readonly year: string;
  readonly until: string;
  readonly move: string;
  /** The number of the last step seen, 0 where there was none. */
  readonly step: string;
  /** Of `propose`: the value seen. */
  readonly value: string;
  readonly reason: string;
}

/** What is frozen with a proposal. */
export interface SignedContent {
  readonly line: Pick<PlannedLine, "kind" | "id" | "number" | "name" | "unit">;
  readonly plan: string | null;
  readonly actual: Actual;
}

/**
 * Proposes, confirms, returns or reopens the value of a period. A proposal keeps the value with its records; later records
 * never change it. Refuses `actual-line-unknown`, `actual-period`, `sign-off-move`, `sign-off-reason`, `sign-off-missing`,
 * `sign-off-changed`.
 */
export async function moveSignOff(ctx: Context<Tx>, sources: Sources, input: SignOffInput): Promise<void> {
  const move = SIGN_OFF_NAMES.find((known) => known === input.move) ?? refuseIndicator("sign-off-move");
  const { asks, from, to, needsReason } = SIGN_OFF_MOVES[move];
  requirePermission(ctx, asks);
  const planned = await requireLine(ctx, input.line);
  const line = { kind: planned.kind, id: planned.id };
  const period = parsePeriod(input, ctx.today);
  const steps = (await selectSteps(ctx, { year: period.year, line })).filter(({ until }) => until === period.until);
  const last = steps.at(-1);
  const state = stateAfter(last?.move);
  if (!from.some((known) => known === state) || input.step !== String(last?.step ?? 0))
    refuseIndicator("sign-off-move");
  const reason = input.reason.replaceAll("\u0000", "").replace(/\s+/g, " ").trim().slice(0, 1000) || null;
  if (needsReason && reason === null) refuseIndicator("sign-off-reason");
  const frozen =
    move === "propose" ? await freeze(ctx, sources, { planned, period, seen: input.value }) : NOTHING_FROZEN;
  const step = (last?.step ?? 0) + 1;
  if (!(await insertStep(ctx, { line, until: period.until, step, move, reason, ...frozen })))
    refuseIndicator("sign-off-move");
  await note(ctx, { line, period, move, before: state, after: to, reason });
  await raiseRevision(ctx);
}

const NOTHING_FROZEN = { content: null, hash: null };

async function freeze(
  ctx: Context<Tx>,
  sources: Sources,
  { planned, period, seen }: { readonly planned: PlannedLine; readonly period: Period; readonly seen: string },
) {
  const { kind, id, number, name, unit, plans } = planned;
  const actual = await computeActual(ctx, sources, { line: { kind, id }, asked: { ...period, knownAt: ctx.now } });
  if (actual.value === null) refuseIndicator("sign-off-missing");
  if (actual.value !== seen) refuseIndicator("sign-off-changed");
  const plan = plans[String(period.year)] ?? null;
  const content = JSON.stringify({ line: { kind, id, number, name, unit }, plan, actual } satisfies SignedContent);
  return { content, hash: hashContent(content) };
}

export function hashContent(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

interface Noted {
  readonly line: { readonly kind: string; readonly id: string };
  readonly period: Period;
  readonly move: SignOffMove;
  readonly before: string;
  readonly after: string;
  readonly reason: string | null;
}

async function note(ctx: Context<Tx>, { line, period, move, before, after, reason }: Noted): Promise<void> {
  await writeAudit(ctx, {
    action: SIGN_OFF_MOVES[move].asks,
    subject: line,
    detail: { move, until: period.until },
    ...(reason && { basis: reason }),
    before: { signOff: before },
    after: { signOff: after },
  });
}
