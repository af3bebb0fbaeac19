import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectPlannedLines } from "../../programme/index.ts";
import { type Computation, computationShape } from "../contract.ts";
import { type LineInput, requireLine } from "../line/actions.ts";
import { DIRECTIONS, LEVELS } from "../method/contract.ts";
import { refuseIndicator } from "../refusals.ts";
import { insertPassport, type PassportFields, selectVersions } from "./store.ts";

/** A passport as a form sends it; `version` is that of the passport seen, 0 where there was none. */
export interface PassportInput {
  readonly line: LineInput;
  readonly version: string;
  readonly computation: unknown;
  readonly direction: string;
  readonly level: string;
  readonly printed: string;
  readonly reason: string;
}

/**
 * Says how the actual of a line is computed; the passport before stays among its versions. Refuses `actual-line-unknown`,
 * `passport-malformed`, `passport-activity`, `passport-reason`, `passport-changed`.
 */
export async function setPassport(ctx: Context<Tx>, input: PassportInput): Promise<void> {
  requirePermission(ctx, "indicator.passport");
  const { kind, id } = await requireLine(ctx, input.line);
  const fields = parsePassport(input);
  await requireActivities(ctx, fields.computation);
  const [last] = await selectVersions(ctx, { kind, id });
  if (input.version !== String(last?.version ?? 0)) refuseIndicator("passport-changed");
  const version = (last?.version ?? 0) + 1;
  if (!(await insertPassport(ctx, { line: { kind, id }, version, ...fields }))) refuseIndicator("passport-changed");
  await writeAudit(ctx, {
    action: "indicator.passport",
    subject: { kind, id },
    detail: { version },
    basis: fields.reason,
    ...(last && { before: toTrail(last) }),
    after: toTrail(fields),
  });
  await raiseRevision(ctx);
}

const clean = (text: string) => text.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();

function parsePassport(input: PassportInput): PassportFields {
  const read = computationShape.safeParse(input.computation);
  const direction = DIRECTIONS.find((known) => known === input.direction);
  const level = LEVELS.find((known) => known === input.level);
  const printed = clean(input.printed) || null;
  if (!read.success || !direction || !level || (printed?.length ?? 0) > 2000) refuseIndicator("passport-malformed");
  const reason = clean(input.reason);
  if (reason === "" || reason.length > 1000) refuseIndicator("passport-reason");
  return { computation: read.data, direction, level, printed, reason };
}

async function requireActivities(ctx: Context<Tx>, computation: Computation): Promise<void> {
  if (computation.kind !== "money") return;
  const lines = await selectPlannedLines(ctx);
  const known = new Set(lines.flatMap(({ kind, id }) => (kind === "activity" ? [id] : [])));
  if (!computation.activityIds.every((id) => known.has(id))) refuseIndicator("passport-activity");
}

function toTrail({ computation, direction, level, printed }: PassportFields) {
  return { computation: JSON.stringify(computation), direction, level, printed };
}
