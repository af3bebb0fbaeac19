import { loadMunicipality, may, requirePermission } from "../access/index.ts";
import { listOwnKinds } from "../event/index.ts";
import type { Context } from "../kernel/context.ts";
import { listBegunYears } from "../kernel/quarter.ts";
import type { Tx } from "../platform/database/index.ts";
import { type PlannedLine, selectPlannedLines } from "../programme/index.ts";
import { reckonAchieved, tellNoShare } from "./achieved.ts";
import { computeActual, computeActuals } from "./actual/actions.ts";
import type { Sources } from "./actual/actions-reading.ts";
import { compareActuals, isDifferent } from "./actual/compare.ts";
import type { Actual } from "./contract.ts";
import { type LineInput, requireLine } from "./line/actions.ts";
import { type PeriodInput, parseKnownAt, parsePeriod, parseQuarter, quarterOf } from "./line/period.ts";
import { type KeptPassport, selectPassports, selectVersions } from "./passport/store.ts";
import { hashContent, type SignedContent } from "./sign-off/actions.ts";
import { findProposal } from "./sign-off/actions-require.ts";
import { type KeptStep, selectSteps } from "./sign-off/store.ts";
import { listSignOffMoves, SIGN_OFF_MOVES, stateAfter } from "./sign-off/views.ts";
import type { ActualRow, ActualView, ActualYear, LineHead, PassportForm, SignedView } from "./views.ts";

/** All indicators and activities of a year, or of a part of it, with plan and fact. Refuses `not-permitted`, `actual-period`. */
export async function listYear(
  ctx: Context<Tx>,
  sources: Sources,
  given: Pick<PeriodInput, "year" | "quarter">,
): Promise<ActualYear> {
  requirePermission(ctx, "indicator.read");
  const { year, until } = parsePeriod(given, ctx.today);
  const lines = await selectPlannedLines(ctx);
  const computed = await computeActuals(ctx, sources, { lines, asked: { year, until, knownAt: ctx.now } });
  const steps = await selectSteps(ctx, { year });
  const rows = lines.flatMap((line, at): ActualRow[] => {
    const own = steps.filter((step) => isOf(step.line, line) && step.until === until);
    const found = computed[at];
    return found ? [toRow({ ...found, line, own })] : [];
  });
  return { year, until, rows, ...listPeriods(lines, given, ctx.today) };
}

/** Today may end several periods of a year: that which was asked for is shown. */
function listPeriods(lines: readonly PlannedLine[], given: PeriodInput, today: string) {
  const { year, until } = parsePeriod(given, today);
  return {
    years: listBegunYears([...lines.flatMap((line) => line.years), year], today),
    quarter: given.until ? quarterOf({ year, until }, today) : parseQuarter(given, today),
  };
}

const isOf = (a: { kind: string; id: string }, b: { kind: string; id: string }) => a.kind === b.kind && a.id === b.id;

interface RowParts {
  readonly line: PlannedLine;
  readonly actual: Actual;
  readonly passport: KeptPassport | null;
  readonly own: readonly KeptStep[];
}

function toRow({ line, actual, passport, own }: RowParts): ActualRow {
  const plan = line.plans[String(actual.year)] ?? null;
  const direction = passport?.direction ?? null;
  return {
    line: toHead(line),
    direction,
    plan,
    value: actual.value,
    lack: actual.lack,
    isCorrected: actual.corrections.length > 0,
    records: actual.records.length,
    achieved: reckonAchieved({ direction, plan, fact: actual.value }),
    noShare: tellNoShare({ direction, plan, fact: actual.value }),
    state: stateAfter(own.at(-1)?.move),
    isDifferent: tellSigned(own, actual).difference !== null,
  };
}

function toHead({ kind, id, slug, position, number, name, unit }: PlannedLine): LineHead {
  return { kind, id, slug, position, number, name, unit };
}

function tellSigned(steps: readonly KeptStep[], today: Actual): SignedView {
  const proposal = findProposal(steps);
  const content = proposal?.content ?? null;
  const kept = content === null ? null : (JSON.parse(content) as SignedContent);
  const difference = kept && compareActuals(kept.actual, today);
  return {
    state: stateAfter(steps.at(-1)?.move),
    lastStep: steps.at(-1)?.step ?? 0,
    steps: steps.map(({ step, move, reason, at, by, hash }) => ({ step, move, reason, at, by, hash })),
    value: kept?.actual.value ?? null,
    difference: difference && isDifferent(difference) ? difference : null,
    isIntact: content === null || hashContent(content) === proposal?.hash,
  };
}

/** What a line's page asks for: a year, a day of it, and the day or instant against which it is held. */
export interface ActualQuestion extends PeriodInput {
  readonly line: LineInput;
  /** «как было известно»: a day; its end counts. */
  readonly knownOn?: string;
  /** The earlier day of a comparison. */
  readonly since?: string;
  readonly sinceKnownOn?: string;
}

/** One line with its figure down to the records. Refuses `not-permitted`, `actual-line-unknown`, `actual-period`. */
export async function getActual(ctx: Context<Tx>, sources: Sources, asked: ActualQuestion): Promise<ActualView> {
  requirePermission(ctx, "indicator.read");
  const line = await requireLine(ctx, asked.line);
  const period = parsePeriod(asked, ctx.today);
  const compute = (until: string, knownAt: Date) =>
    computeActual(ctx, sources, { line, asked: { year: period.year, until, knownAt } });
  const { timeZone } = await loadMunicipality(ctx);
  const knownAt = (day: string | undefined) => parseKnownAt(day, { now: ctx.now, timeZone });
  const actual = await compute(period.until, knownAt(asked.knownOn));
  const passport = (await selectPassports(ctx, ctx.now)).find((own) => isOf(own.line, line)) ?? null;
  const steps = (await selectSteps(ctx, { year: period.year, line })).filter(({ until }) => until === period.until);
  const today = asked.knownOn ? await compute(period.until, ctx.now) : actual;
  const signed = tellSigned(steps, today);
  const plan = line.plans[String(period.year)] ?? null;
  const compared = { direction: passport?.direction ?? null, plan, fact: actual.value };
  return {
    line: toHead(line),
    ...listPeriods([line], asked, ctx.today),
    plan,
    achieved: reckonAchieved(compared),
    noShare: tellNoShare(compared),
    actual,
    passport: passport && toPassportView(passport),
    signed,
    moves: listSignOffMoves(signed.state).filter((move) => may(ctx.actor, SIGN_OFF_MOVES[move].asks)),
    mayCorrect: may(ctx.actor, "indicator.correct"),
    mayPassport: may(ctx.actor, "indicator.passport"),
    since: await compareSince(ctx, asked, { period, actual, compute, knownAt }),
  };
}

function toPassportView({ version, direction, level, printed, reason }: KeptPassport) {
  return { version, direction, level, printed, reason };
}

interface Comparing {
  readonly period: { readonly year: number; readonly until: string };
  readonly actual: Actual;
  readonly compute: (until: string, knownAt: Date) => Promise<Actual>;
  readonly knownAt: (day: string | undefined) => Date;
}

async function compareSince(ctx: Context<Tx>, asked: ActualQuestion, { period, actual, ...frame }: Comparing) {
  if (!asked.since && !asked.sinceKnownOn) return null;
  const { until } = parsePeriod({ year: asked.year, until: asked.since || period.until }, ctx.today);
  const knownAt = frame.knownAt(asked.sinceKnownOn);
  const difference = compareActuals(await frame.compute(until, knownAt), actual);
  return { until, knownAt: knownAt.toISOString(), difference };
}

/** What the form of a line's passport starts from. Refuses `not-permitted`, `actual-line-unknown`. */
export async function getPassport(ctx: Context<Tx>, { contests }: Sources, input: LineInput): Promise<PassportForm> {
  requirePermission(ctx, "indicator.passport");
  const line = await requireLine(ctx, input);
  const [passport = null] = await selectVersions(ctx, line);
  const activities = (await selectPlannedLines(ctx)).filter(({ kind }) => kind === "activity").map(toHead);
  const ownKinds = (await listOwnKinds(ctx)).map(({ id, name }) => ({ id, name }));
  const all = ((await contests?.listContests(ctx)) ?? []).map(({ id, name }) => ({ id, name }));
  return { line: toHead(line), passport, activities, ownKinds, contests: all };
}
