import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestPerson, personWith } from "../access/testing.ts";
import { openTestDesk } from "../desk/testing.ts";
import type { Actor, Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type Database, inTenant, type Tx } from "../platform/database/index.ts";
import { openFiles } from "../platform/files.ts";
import type { Reading } from "../programme/contract.ts";
import { EXAMPLE_READING, openTestSlice } from "../programme/testing-store.ts";
import { findRequestSubject, type LedgerDoor, openLedger } from "./index.ts";

/** A municipality with the example programme approved, an accountant, and the ledger over it. */
export async function openTestLedger(database: Database, slug: string) {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-ledger-"));
  const desk = openTestDesk({ "payment-request": findRequestSubject });
  const ledger = openLedger({ files: openFiles(folder), deadlines: desk.door });
  const slice = openTestSlice(database, ledger.restateAllocations, { linesInUse: ledger.listLedgerUses });
  const municipalityId = await slice.createMunicipality(slug);
  const system = slice.runAs(municipalityId);
  const personId = await system((ctx) => createTestPerson(ctx, "Орлова Вера", ["accountant"]));
  const accountant = personWith(personId, "accountant");
  /** One transaction on a day, at noon there. */
  const on =
    (today: string, actor: Actor = accountant) =>
    <T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T> =>
      inTenant(database, municipalityId, (tx) =>
        work({ tx, actor, municipalityId, today, now: new Date(`${today}T05:00:00Z`), language: "ru" }),
      );
  const approve = async (today: string, reading: Reading = EXAMPLE_READING) => {
    const run = on(today, { kind: "system", name: "test" });
    const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile(reading)));
    return run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: "постановление", acceptOlder: true }));
  };
  await approve("2024-01-10");
  const { activities } = await on("2024-01-10")((ctx) => ledger.listLedgerChoices(ctx));
  /** The activity at this place of annex 2. */
  const activityAt = (position: number): Id =>
    activities.find((activity) => activity.position === position)?.id ?? newId();
  const close = () => {
    slice.removeFiles();
    desk.close();
    rmSync(folder, { recursive: true });
  };
  return {
    ledger,
    desk: desk.door,
    letters: desk.letters,
    municipalityId,
    accountant,
    on,
    approve,
    activityAt,
    slice,
    close,
  };
}

export type TestLedger = Awaited<ReturnType<typeof openTestLedger>>;

const SOURCE_KEYS = ["federal", "regional", "local", "settlement", "extrabudgetary"] as const;

/**
 * Runs a scenario: a command a line, «day verb name key=value … = outcome», and gives the lines as they came out. A name is
 * the form's key and what later lines call the entry; «_» stands for a space. `balance` lines say what they found,
 * `edition` approves the example without an activity. A refused line after which `look` sees something else than before says so.
 */
export async function runScenario(
  test: TestLedger,
  text: string,
  look: () => Promise<string> = async () => "",
): Promise<string> {
  const ids = new Map<string, Id>();
  const lines: string[] = [];
  for (const line of text.trim().split("\n")) {
    const [command = ""] = line.trim().split(" = ");
    const [today = "", verb = "", name = "", ...rest] = command.trim().split(/\s+/);
    const values = Object.fromEntries(rest.map((pair) => pair.split("=", 2).map((part) => part.replaceAll("_", " "))));
    const row: Row = { today, verb, name, values, ids };
    const before = await look();
    const outcome = await runRow(test, row);
    const isWhole = outcome === "ok" || before === (await look());
    lines.push(`${command} = ${outcome}${isWhole ? "" : ", half posted"}`);
  }
  return lines.join("\n");
}

interface Row {
  readonly today: string;
  readonly verb: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly ids: Map<string, Id>;
}

async function runRow(test: TestLedger, row: Row): Promise<string> {
  if (row.verb === "balance") return readBalance(test, row);
  try {
    if (row.verb === "edition") {
      await test.approve(row.today, dropActivity(Number(row.values.without)));
      return "ok";
    }
    const { id, already } = await test.on(row.today)((ctx) => makeCommand(test, row)(ctx));
    row.ids.set(row.name, id);
    return already ? "already" : "ok";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** The example without the activity at this place of annex 2. */
export function dropActivity(position: number): Reading {
  const { programme } = EXAMPLE_READING;
  const activities = programme.activities.filter((_activity, at) => at !== position - 1);
  return { ...EXAMPLE_READING, programme: { ...programme, activities } };
}

function makeCommand({ ledger, activityAt }: TestLedger, { today, verb, name, values, ids }: Row) {
  const sums = Object.fromEntries(SOURCE_KEYS.flatMap((key) => (values[key] ? [[key, values[key]]] : [])));
  const of = ids.get(values.of ?? "") ?? values.of ?? newId();
  const own = {
    key: values.key ?? name,
    date: values.date ?? today,
    basis: values.basis ?? "документ № 1",
    note: values.note ?? "опечатка",
    sums,
    confirmed: values.confirmed === "yes",
  };
  const line = { activityId: activityAt(Number(values.activity ?? 0)), year: values.year ?? today.slice(0, 4) };
  const verbs: Readonly<Record<string, (ctx: Context<Tx>) => ReturnType<LedgerDoor["pay"]>>> = {
    appropriate: (ctx) => ledger.appropriate(ctx, { ...own, ...line, basisKind: values.kind ?? "budget-list" }),
    commit: (ctx) =>
      ledger.commit(ctx, {
        ...own,
        ...line,
        basisKind: values.kind ?? "agreement",
        payee: values.payee ?? "ТОС «Заря»",
      }),
    pay: (ctx) => ledger.pay(ctx, { ...own, commitmentId: of }),
    perform: (ctx) => ledger.perform(ctx, { ...own, commitmentId: of }),
    release: (ctx) => ledger.release(ctx, { ...own, commitmentId: of }),
    lapse: (ctx) => ledger.lapse(ctx, { ...own, commitmentId: of }),
    "carry-over": (ctx) => ledger.carryOver(ctx, { ...own, commitmentId: of }),
    refund: (ctx) => ledger.refund(ctx, { ...own, paymentId: of, total: values.total ?? "" }),
    return: (ctx) => ledger.giveBack(ctx, { ...own, refundId: of }),
    reverse: (ctx) => ledger.reverse(ctx, { ...own, entryId: of }),
  };
  const run = verbs[verb];
  if (!run) throw new Error(`no such verb: ${verb}`);
  return run;
}

/** «free 10.00, paid 5.00»: what is not nothing. */
async function readBalance({ on, ledger }: TestLedger, { today, name }: Row): Promise<string> {
  const sheet = await on(today)((ctx) => ledger.getBalance(ctx, name === "all" ? null : Number(name)));
  const held = Object.entries(sheet.total)
    .filter(([key, kopecks]) => kopecks !== 0n && key !== "allocated")
    .map(([key, kopecks]) => `${key} ${Number(kopecks) / 100}`)
    .join(", ");
  return held || "nothing";
}
