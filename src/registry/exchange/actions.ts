import { may, notePersonalRead, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import { fillSentence } from "../../kernel/refusal.ts";
import { readGrid, writeGrid } from "../../office/grid/values.ts";
import { foldText } from "../../office/grid/words.ts";
import type { Tx } from "../../platform/database/index.ts";
import { openAssociations, recordEntries } from "../association/actions-record.ts";
import { resolveNames } from "../association/actions-save.ts";
import { lockRegister } from "../association/store.ts";
import { selectEntries } from "../association/store-entry.ts";
import { type NewBoardPerson, namePeople, selectPeopleOf } from "../association/store-person.ts";
import { requireReach } from "../list/actions.ts";
import { selectRecords } from "../list/store.ts";
import type { ListFilter } from "../list/views.ts";
import { findSameDay } from "../record/entry.ts";
import type { Names } from "../record/print.ts";
import type { Particulars } from "../record/record.ts";
import { readAsOf } from "../record/record.ts";
import { refuseRegistry, registryRefusals } from "../refusals.ts";
import { addSettlement } from "../settlement/actions.ts";
import { selectSettlements } from "../settlement/store.ts";
import { loadWarningIndex } from "../warning/actions-index.ts";
import { type ImportFrame, type ImportPlan, type PlannedRow, planImport } from "./plan.ts";
import { writeRegister } from "./table.ts";
import type { Grid, ImportAnswers, ImportPreview } from "./views.ts";

const MOST_ROWS = 5_000;

/** What a table of associations comes with: its text as the preview gave it, and what was said about it. */
export interface Importing {
  readonly text: string;
  readonly answers: ImportAnswers;
}

/**
 * What would become of a table, and what stands in the way; nothing is stored. Refuses `not-permitted`, `import-no-heads`,
 * `import-too-many`.
 */
export async function previewImport(ctx: Context<Tx>, given: Importing): Promise<ImportPreview> {
  const { plan, text } = await makePlan(ctx, given);
  const { heads, rows, errors, newSettlements } = plan;
  return {
    columns: heads.columns,
    rows: rows.map(({ number: _number, drafts: _drafts, ...row }) => row),
    errors: errors.map((error) => ({
      ...error,
      sentence: fillSentence(registryRefusals[error.code][ctx.language], error.values),
    })),
    newSettlements,
    text,
  };
}

/**
 * Takes a table in, whole or not at all. Refuses as `previewImport`, `import-errors` and `import-questions` where the preview
 * still has some, and `import-nothing`.
 */
export async function acceptImport(
  ctx: Context<Tx>,
  given: Importing,
): Promise<{ readonly entered: number; readonly changed: number }> {
  await lockRegister(ctx);
  const { plan } = await makePlan(ctx, given);
  const { rows, errors, newSettlements } = plan;
  if (errors.length > 0) refuseRegistry("import-errors", { count: errors.length });
  const open = rows.filter(({ state }) => state === "ask").length;
  if (open > 0) refuseRegistry("import-questions", { count: open });
  const fresh = rows.filter(({ state }) => state === "new");
  const changed = rows.filter(({ state }) => state === "changed");
  if (fresh.length + changed.length === 0) refuseRegistry("import-nothing");
  for (const name of newSettlements) await addSettlement(ctx, { name, oktmo: "" });
  await enterRows(ctx, fresh);
  for (const row of changed) await changeRow(ctx, row);
  await writeAudit(ctx, {
    action: "association.keep",
    subject: { kind: "association-import", id: null },
    detail: { entered: fresh.length, changed: changed.length, settlements: newSettlements.length },
  });
  return { entered: fresh.length, changed: changed.length };
}

async function makePlan(
  ctx: Context<Tx>,
  { text, answers }: Importing,
): Promise<{ readonly plan: ImportPlan; readonly text: string }> {
  requireKeeper(ctx);
  const grid = mend(readGrid(text), answers.cells);
  if (grid.length > MOST_ROWS) refuseRegistry("import-too-many", { limit: MOST_ROWS });
  const plan = planImport(grid, answers, await loadFrame(ctx));
  return { plan: plan ?? refuseRegistry("import-no-heads"), text: writeGrid(grid) };
}

/** Whoever keeps some association may read a table; what is not theirs is an error of its row. */
function requireKeeper(ctx: Context<Tx>): void {
  const { actor } = ctx;
  const held = actor.kind === "person" ? actor.holdings.flatMap(({ subjectId }) => subjectId ?? []) : [];
  requirePermission(ctx, "association.keep", held);
}

/** The table with what a person typed over its cells. */
function mend(grid: Grid, cells: ImportAnswers["cells"]): Grid {
  return grid.map((row, at) => row.map((text, place) => cells[`${at + 1}:${place + 1}`] ?? text));
}

async function loadFrame(ctx: Context<Tx>): Promise<ImportFrame> {
  const listed = await selectRecords(ctx, { filter: { sort: "number" }, inside: "all", warned: [] });
  const settlements = await selectSettlements(ctx);
  const names = await loadNames(ctx, listed);
  return {
    today: ctx.today,
    settlements,
    associations: listed.map(({ id, number, name, settlementId, particulars }) => ({
      ...{ id, number, name, settlementId },
      particulars: nameAll(particulars, names),
    })),
    mayKeep: (settlementId, associationId) =>
      may(
        ctx.actor,
        "association.keep",
        [settlementId, associationId].filter((one) => one !== null),
      ),
  };
}

async function loadNames(ctx: Context<Tx>, listed: readonly { readonly id: Id }[]): Promise<Names> {
  const people = await selectPeopleOf(
    ctx,
    listed.map(({ id }) => id),
  );
  const settlements = await selectSettlements(ctx);
  return new Map([...people, ...settlements].map(({ id, name }) => [id, name]));
}

/** People and the settlement under their names; somebody who was erased has none, and is left out. */
function nameAll(particulars: Particulars, names: Names): Particulars {
  const { chair, members, settlementId, ...rest } = particulars;
  const chairName = names.get(String(chair));
  const memberNames = ((members ?? []) as readonly string[]).flatMap((id) => names.get(id) || []);
  return {
    ...rest,
    settlementId: names.get(String(settlementId)) ?? "",
    ...(chairName && { chair: chairName }),
    ...(members !== undefined && { members: memberNames }),
  };
}

/** New associations with their people, all at once. */
async function enterRows(ctx: Context<Tx>, rows: readonly PlannedRow[]): Promise<void> {
  const settlements = new Map((await selectSettlements(ctx)).map(({ id, name }) => [foldText(name), id]));
  const first = { basis: "", corrects: null, was: {} };
  const openings = rows.map(({ number, drafts }) => {
    const people: NewBoardPerson[] = [];
    const keep = (names: readonly string[]) => {
      const named = namePeople(people, names);
      people.push(...named.people);
      return named.ids;
    };
    const own = drafts.map(({ content: { settlementId, chair, members, ...content }, ...draft }) => ({
      ...{ ...draft, ...first },
      content: {
        ...content,
        ...(typeof settlementId === "string" && {
          settlementId: settlements.get(foldText(settlementId)) ?? settlementId,
        }),
        ...(typeof chair === "string" && { chair: keep([chair])[0] ?? "" }),
        ...(Array.isArray(members) && { members: keep(members as readonly string[]) }),
      },
    }));
    return { id: newId(), ...(number !== null && { number }), drafts: own, people };
  });
  await openAssociations(ctx, openings);
}

async function prepare(ctx: Context<Tx>, id: Id, drafts: PlannedRow["drafts"]) {
  const prepared: PlannedRow["drafts"][number][] = [];
  for (const draft of drafts) prepared.push({ ...draft, content: await resolveNames(ctx, id, draft.content) });
  return prepared;
}

async function changeRow(ctx: Context<Tx>, { target, drafts }: PlannedRow): Promise<void> {
  if (!target) return;
  const entries = await selectEntries(ctx, target.id);
  const prepared = await prepare(ctx, target.id, drafts);
  await recordEntries(ctx, {
    id: target.id,
    action: "association.keep",
    drafts: prepared.map((draft) => {
      const replaced = findSameDay(entries, draft);
      const held = readAsOf(entries, { on: draft.since, knownAt: null }).get(draft.section);
      return { ...draft, basis: "", corrects: replaced?.id ?? null, was: (replaced ?? held)?.content ?? {} };
    }),
  });
}

/** The register as a table that imports back unchanged, of those whom this person may see inside. Refuses `not-permitted`. */
export async function exportRegister(ctx: Context<Tx>, filter: ListFilter = {}): Promise<Grid> {
  const inside = requireReach(ctx);
  const warned = filter.warned ? (await loadWarningIndex(ctx)).warned : [];
  const own = await selectRecords(ctx, { filter, inside, warned });
  const names = await loadNames(ctx, own);
  await notePersonalRead(
    ctx,
    "associations",
    own.flatMap(({ particulars: { chair, members } }) =>
      [chair, members].flat().filter((id) => typeof id === "string"),
    ),
  );
  return writeRegister(own, names);
}
