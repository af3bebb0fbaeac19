import { requirePermission, writeAudit } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type Frame, loadFrame, requireActivity, requireYear, sourceIdOf } from "../entry/actions-frame.ts";
import { lockLedger } from "../entry/store.ts";
import { cleanText, parseBasis, parseDate, parseNote } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { digestOf, isRepeated, parseKey } from "./actions-once.ts";
import { parseNumber, parseSource, parseTerms, type Terms, type TermsInput } from "./input.ts";
import { refuseCofinancing } from "./refusals.ts";
import {
  findVersionByKey,
  insertAgreement,
  insertVersion,
  raiseVersion,
  type StoredAgreement,
  type StoredVersion,
  selectAgreements,
} from "./store.ts";
import { findHolding } from "./store-transfer.ts";

export interface AgreementInput extends TermsInput {
  readonly key: string;
  readonly number: string;
  readonly date: string;
  readonly source: string;
  readonly note?: string;
}

/**
 * «Соглашение о предоставлении субсидии» as it was signed. Its id; the same form again gives the same one. Refuses what the form
 * lacks, `cofinancing-duplicate`, `cofinancing-overlap`.
 */
export async function signAgreement(ctx: Context<Tx>, input: AgreementInput): Promise<Id> {
  requirePermission(ctx, "cofinancing.agree");
  const key = parseKey(input.key);
  const number = parseNumber(input.number);
  const date = parseDay(ctx, input.date);
  const source = parseSource(input.source);
  const terms = parseTerms(input);
  const note = parseNote(input.note ?? "");
  await lockLedger(ctx);
  const digest = digestOf("cofinancing.sign", input);
  const made = await findVersionByKey(ctx, key);
  if (made && isRepeated(made, digest, number)) return made.agreementId;
  const frame = await loadFrame(ctx);
  const known = await selectAgreements(ctx);
  if (known.some((agreement) => agreement.number === number && agreement.date === date)) {
    refuseCofinancing("cofinancing-duplicate", { number });
  }
  const id = newId();
  const sourceId = sourceIdOf(frame, source);
  const activityIds = requireCovered(frame, input.activities, terms);
  refuseOverlap(frame, { id, sourceId, activityIds, terms }, known);
  await insertAgreement(ctx, { id, number, date, sourceId });
  const document = `соглашение от ${printDay(date)} № ${number}`;
  const version = { version: 1, kind: "signed" as const, document, date, note, activityIds, ...terms };
  await insertVersion(ctx, { agreementId: id, key, digest, ...version });
  await audit(ctx, "cofinancing.sign", { id, basis: document, after: version });
  return id;
}

export interface AmendmentInput extends TermsInput {
  readonly key: string;
  readonly agreementId: string;
  /** Of the version that the person saw. */
  readonly version: number;
  readonly document: string;
  readonly date: string;
  readonly note?: string;
}

/**
 * «Дополнительное соглашение»: the terms anew and whole; those before stay. Refuses as `signAgreement`,
 * `cofinancing-unknown`, `cofinancing-changed`, `cofinancing-ended`, `cofinancing-before`, `cofinancing-year-used`.
 */
export async function amendAgreement(ctx: Context<Tx>, input: AmendmentInput): Promise<Id> {
  requirePermission(ctx, "cofinancing.agree");
  const terms = parseTerms(input);
  return addVersion(ctx, input, async (agreement, frame) => {
    const { id, sourceId } = agreement;
    const activityIds = requireCovered(frame, input.activities, terms);
    refuseOverlap(frame, { id, sourceId, activityIds, terms }, await selectAgreements(ctx));
    await refuseUsedYears(ctx, agreement, terms);
    return { kind: "amended", ...terms, activityIds };
  });
}

export type EndingInput = Omit<AmendmentInput, keyof TermsInput>;

/** The parties ended the agreement, by this paper and from this day; what was received stays to be returned. Refuses as `amendAgreement`. */
export async function endAgreement(ctx: Context<Tx>, input: EndingInput): Promise<Id> {
  requirePermission(ctx, "cofinancing.agree");
  return addVersion(ctx, input, async (agreement) => {
    const [last] = agreement.versions;
    assert(last, "an agreement has a version");
    return { ...last, kind: "ended" };
  });
}

type VersionTerms = Pick<StoredVersion, "kind" | "activityIds"> & Terms;

async function addVersion(
  ctx: Context<Tx>,
  input: EndingInput,
  decide: (agreement: StoredAgreement, frame: Frame) => Promise<VersionTerms>,
): Promise<Id> {
  const key = parseKey(input.key);
  const document = parseBasis(input.document);
  const date = parseDay(ctx, input.date);
  const note = parseNote(input.note ?? "");
  await lockLedger(ctx);
  const digest = digestOf("cofinancing.amend", input);
  const made = await findVersionByKey(ctx, key);
  if (made && isRepeated(made, digest, document)) return made.agreementId;
  const agreement = await requireAgreement(ctx, input.agreementId);
  const [last] = agreement.versions;
  assert(last, "an agreement has a version");
  if (agreement.endedOn !== null) refuseCofinancing("cofinancing-ended");
  if (date < last.date) refuseCofinancing("cofinancing-before", { date, earlier: last.date });
  const { kind, activityIds, years, grantor, grantee, programme, lateReturnDays } = await decide(
    agreement,
    await loadFrame(ctx),
  );
  const endedOn = kind === "ended" ? date : null;
  if (!(await raiseVersion(ctx, { id: agreement.id, from: input.version, endedOn }))) {
    refuseCofinancing("cofinancing-changed");
  }
  const terms = { years, activityIds, grantor, grantee, programme, lateReturnDays };
  const version = { version: input.version + 1, kind, document, date, note, ...terms };
  await insertVersion(ctx, { agreementId: agreement.id, key, digest, ...version });
  await audit(ctx, kind === "ended" ? "cofinancing.end" : "cofinancing.amend", {
    id: agreement.id,
    basis: document,
    before: last,
    after: version,
  });
  return agreement.id;
}

/** Refuses `cofinancing-unknown`. */
export async function requireAgreement(ctx: Context<Tx>, id: string): Promise<StoredAgreement> {
  const [found] = isId(id) ? await selectAgreements(ctx, id) : [];
  return found ?? refuseCofinancing("cofinancing-unknown");
}

function parseDay(ctx: Context<Tx>, text: string): string {
  const date = parseDate(text);
  if (date > ctx.today) refuseLedger("ledger-date-future", { date });
  return date;
}

/** The activities, each in every year of the terms. Refuses `cofinancing-activities-missing` and what the ledger refuses of activities and years. */
function requireCovered(frame: Frame, ids: readonly string[], { years }: Terms): readonly Id[] {
  const activities = [...new Set(ids.map(cleanText))].filter((id) => id !== "").map((id) => requireActivity(frame, id));
  if (activities.length === 0) refuseCofinancing("cofinancing-activities-missing");
  for (const activity of activities) for (const { year } of years) requireYear(activity, year);
  return activities.map(({ id }) => id);
}

interface Covering {
  readonly id: Id;
  readonly sourceId: Id;
  readonly activityIds: readonly Id[];
  readonly terms: Terms;
}

/** One activity's money of one budget and year is accounted for by one agreement. */
function refuseOverlap(frame: Frame, own: Covering, known: readonly StoredAgreement[]): void {
  const years = own.terms.years.map(({ year }) => year);
  for (const other of known) {
    const [last] = other.versions;
    if (!last || other.id === own.id || other.endedOn !== null || other.sourceId !== own.sourceId) continue;
    const year = last.years.find((terms) => years.includes(terms.year))?.year;
    const activityId = last.activityIds.find((id) => own.activityIds.includes(id));
    if (year === undefined || activityId === undefined) continue;
    const name = frame.activities.get(activityId)?.name ?? "";
    refuseCofinancing("cofinancing-overlap", { name, year, number: other.number });
  }
}

async function refuseUsedYears(ctx: Context<Tx>, agreement: StoredAgreement, { years }: Terms): Promise<void> {
  for (const { year } of agreement.versions[0]?.years ?? []) {
    if (years.some((terms) => terms.year === year)) continue;
    const { received } = await findHolding(ctx, { agreementId: agreement.id, year });
    if (received > 0n) refuseCofinancing("cofinancing-year-used", { year });
  }
}

type Snapshot = VersionTerms & Pick<StoredVersion, "document" | "date" | "note">;

/** The terms as the trail keeps them: sums in kopecks, shares in millionths of a per cent. */
function snapshot({ kind, document, date, grantor, grantee, programme, years, activityIds, note }: Snapshot) {
  const said = years.map(({ year, kopecks, rule, returnBy }) => [
    `sum ${year}`,
    `${kopecks}, ${rule ? `${rule.minShare} of ${rule.base}` : "no rule"}, ${returnBy}`,
  ]);
  const covered = activityIds.join(" ");
  return { kind, document, date, grantor, grantee, programme, note, activities: covered, ...Object.fromEntries(said) };
}

async function audit(
  ctx: Context<Tx>,
  action: string,
  given: { readonly id: Id; readonly basis: string; readonly before?: Snapshot; readonly after: Snapshot },
): Promise<void> {
  const { id, basis, before, after } = given;
  await writeAudit(ctx, {
    action,
    subject: { kind: "cofinancing-agreement", id },
    basis,
    ...(before && { before: snapshot(before) }),
    after: snapshot(after),
  });
}
