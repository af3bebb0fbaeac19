import { loadMunicipality } from "../../access/index.ts";
import type { ContestDoor } from "../../contest/index.ts";
import { countFirstTimers, listCountedEvents } from "../../event/index.ts";
import type { IndicatorDoor, LineActual } from "../../indicator/index.ts";
import type { Context } from "../../kernel/context.ts";
import { add, makeFraction, readFraction, writeFraction } from "../../kernel/fraction.ts";
import { endOfPeriod } from "../../kernel/quarter.ts";
import { loadSpending, type SpendingLine } from "../../ledger/index.ts";
import { listPublishedRecords } from "../../news/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Narrative, ReportDraft, ReportForm, ReportKey } from "../contract.ts";
import { sayPeriod } from "../period.ts";
import { findProgrammeTitle } from "../store-programme.ts";
import type { LineRow, MoneyRow, NarrativeSection, ReportContent } from "../views.ts";
import { reckonDeviation, reckonShare } from "./deviation.ts";
import { addBySource, addMoney, factOf, planOf } from "./money.ts";
import { draftConclusions, draftEvents, draftProjects, draftPublications } from "./narrative.ts";

/** What a report asks of the slices of indicators and of contests. */
export interface ReportSources {
  readonly indicators: Pick<IndicatorDoor, "loadLines" | "assessLines" | "tryMethod" | "listMethods" | "getMethod">;
  readonly contests: Pick<ContestDoor, "listAwards" | "listHeld">;
}

export interface Composing {
  readonly key: ReportKey;
  readonly form: ReportForm;
  readonly formVersion: number;
  readonly draft: ReportDraft;
}

/** A report from the records as they stand: the one computation behind its page, its files and what is signed. Asks `indicator.read`. */
export async function composeReport(
  ctx: Context<Tx>,
  sources: ReportSources,
  given: Composing,
): Promise<ReportContent> {
  const { key, form, formVersion, draft } = given;
  const { slug, year } = key;
  const until = endOfPeriod(key, ctx.today);
  const period = { slug, year, until };
  const all = await sources.indicators.loadLines(ctx, period);
  const lines = all.filter((own) => isOwn(own, key));
  const frame: Frame = { form, draft, isWhole: key.quarter === 4 };
  const rows = lines.map((own) => toLineRow(own, frame));
  const indicators = rows.filter(({ kind }) => kind === "indicator");
  const money = await composeMoney(ctx, { ...period, key, lines }, frame);
  const isAssessed = form.parts.includes("assessment") && key.quarter === 4;
  const { inputs, assessments } = isAssessed
    ? await sources.indicators.assessLines(ctx, all, { ...period, keys: form.methods, given: draft.given })
    : { inputs: null, assessments: [] };
  const municipality = await loadMunicipality(ctx);
  const drafts = await draftNarrative(ctx, sources, { key, form, until, indicators, money });
  return {
    ...{ ...key, form, formVersion, until, inputs, assessments, money, indicators },
    municipality: { name: municipality.name, genitive: municipality.nameGenitive },
    programme: await findProgrammeTitle(ctx, slug),
    composedOn: ctx.today,
    activities: rows.filter(({ kind }) => kind === "activity"),
    narrative: drafts.map((section) => withEdit(section, draft)),
  };
}

/** An executor's report is of the activities that the document gives them, and of no indicator. */
function isOwn({ line }: LineActual, { executor }: ReportKey): boolean {
  return executor === "" || (line.kind === "activity" && line.executors.includes(executor));
}

interface Frame {
  readonly form: ReportForm;
  readonly draft: ReportDraft;
  readonly isWhole: boolean;
}

function toLineRow({ line, passport, plan, actual, achieved }: LineActual, frame: Frame): LineRow {
  const { form, draft, isWhole } = frame;
  const corrections = actual.corrections.flatMap(({ value }) => readFraction(value) ?? []);
  return {
    ...reckonDeviation({ plan, fact: actual.value, limit: form.deviation, isWhole }),
    reason: draft.reasons[line.id] ?? "",
    id: line.id,
    kind: line.kind,
    number: line.number ?? String(line.position),
    name: line.name.replace(/\s+/g, " "),
    unit: (line.unit ?? "").replace(/\s+/g, " "),
    executors: line.executors,
    plan,
    fact: actual.value,
    total: actual.total,
    divisor: actual.divisor?.value ?? null,
    divisorWords: actual.divisor?.words ?? "",
    corrections: writeFraction(corrections.reduce(add, makeFraction(0n))),
    achieved,
    lack: actual.lack,
    records: actual.records,
    printed: passport?.printed ?? null,
    computation: actual.computation,
  };
}

interface MoneyQuestion {
  readonly slug: string;
  readonly year: number;
  readonly until: string;
  readonly key: ReportKey;
  readonly lines: readonly LineActual[];
}

/** Of an executor their activities alone; of the programme all money, also of activities that the edition in force dropped. */
async function composeMoney(ctx: Context<Tx>, { key, lines, ...period }: MoneyQuestion, frame: Frame) {
  const spending = await loadSpending(ctx, period);
  const own = new Map(lines.map(({ line }) => [line.id, line]));
  const isCounted = (id: string) => key.executor === "" || own.has(id);
  const numberOf = ({ activity }: SpendingLine) =>
    own.get(activity.id)?.number ?? (activity.inForce ? String(activity.position) : "–");
  const rows = spending.lines
    .filter(({ activity }) => isCounted(activity.id))
    .map((line) => toMoneyRow(line, { ...frame, number: numberOf(line) }));
  const { plan, fact } = frame.form;
  const total = addMoney(rows);
  return {
    rows,
    bySource: addBySource(rows),
    total,
    records: spending.entries.filter(({ activityId }) => isCounted(activityId)),
    execution: { plan, fact, share: reckonShare(planOf(total, plan), factOf(total, fact)) },
  };
}

function toMoneyRow(line: SpendingLine, frame: Frame & { readonly number: string }): MoneyRow {
  const { activity, ...sums } = line;
  const { form, draft, isWhole, number } = frame;
  const [plan, fact] = [String(planOf(line, form.plan)), String(factOf(line, form.fact))];
  return {
    ...sums,
    ...reckonDeviation({ plan, fact, limit: form.deviation, isWhole }),
    reason: draft.reasons[`${activity.id} ${line.source}`] ?? "",
    activityId: activity.id,
    number,
    name: activity.name.replace(/\s+/g, " "),
  };
}

interface Drafting extends Pick<ReportContent, "indicators" | "money"> {
  readonly key: ReportKey;
  readonly form: ReportForm;
  readonly until: string;
}

type Drafted = Pick<NarrativeSection, "key" | "drafted">;

async function draftNarrative(ctx: Context<Tx>, sources: ReportSources, given: Drafting): Promise<readonly Drafted[]> {
  const { key, form, until, indicators, money } = given;
  const period = sayPeriod(key);
  const asked = { year: key.year, until, knownAt: ctx.now };
  const texts: Readonly<Record<Narrative, () => Promise<string>>> = {
    events: async () => {
      const all = { ...asked, kinds: [] };
      const people = [...(await countFirstTimers(ctx, all)).values()].reduce((sum, own) => sum + own, 0);
      return draftEvents(await listCountedEvents(ctx, all), { people, period });
    },
    projects: async () => {
      const titles = new Map((await sources.contests.listHeld(ctx, asked)).map(({ callId, title }) => [callId, title]));
      const awards = await sources.contests.listAwards(ctx, asked);
      return draftProjects(
        awards.map((award) => ({ ...award, contest: titles.get(award.callId) ?? "" })),
        period,
      );
    },
    publications: async () => draftPublications(await listPublishedRecords(ctx, asked), period),
    conclusions: async () => {
      const { total, execution } = money;
      return draftConclusions({ indicators, total, execution: execution.share, period, isWhole: key.quarter === 4 });
    },
  };
  const sections: Drafted[] = [];
  for (const part of form.parts) {
    const draft = texts[part as Narrative];
    if (draft) sections.push({ key: part as Narrative, drafted: await draft() });
  }
  return sections;
}

function withEdit({ key, drafted }: Drafted, { narrative }: ReportDraft): NarrativeSection {
  const own = narrative[key];
  return { key, drafted, text: own ?? drafted, isEdited: own !== undefined };
}
