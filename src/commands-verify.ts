import {
  type ChainReport,
  checkChain,
  listMunicipalities,
  loadAnchor,
  type Municipality,
  setAnchor,
} from "./access/index.ts";
import type { CommandOptions } from "./commands.ts";
import { Refusal } from "./kernel/refusal.ts";
import {
  type CofinancingCheck,
  type RecountCheck,
  type RequestCheck,
  recountCofinancing,
  recountLedger,
  recountRequests,
} from "./ledger/index.ts";
import { localDate } from "./platform/clock.ts";
import { readConfig } from "./platform/config.ts";
import { inOwnerTransaction, inTenant } from "./platform/database/index.ts";
import { type AssociationCheck, recountAssociations } from "./registry/index.ts";
import { openParts, type Parts } from "./server/parts.ts";
import type { ServerRefusalCode } from "./server/refusals.ts";

const FAULTS: Readonly<Record<NonNullable<ChainReport["firstBroken"]>["fault"], string>> = {
  altered: "строка изменена после записи · the row was changed after it was written",
  missing: "строка удалена · the row was deleted",
  gap: "звено удалено · a link was deleted",
  unlinked: "строка вписана в обход журнала · the row was slipped in past the trail",
  end: "цепь обрезана или подменена с конца · the chain was cut or replaced at its end",
};

const LEDGER_FAULTS: Readonly<Record<RecountCheck, string>> = {
  "entry-incomplete": "у записи не все проводки · an entry has not all its postings",
  "entry-unbalanced": "проводки записи не сходятся · an entry does not balance",
  "sum-not-zero": "сумма всех проводок не ноль · the postings do not add up to nothing",
  "balance-differs": "остаток не равен своим проводкам · a balance differs from its postings",
  "commitment-differs": "остаток обязательства не равен проводкам · an obligation differs from its postings",
  "limit-broken": "нарушен лимит · a limit is broken",
  "reversal-differs": "исправление не равно исправленному · a reversal differs from what it takes back",
  "allocation-differs": "план в журнале не равен редакции · the ledger's plan differs from the edition",
  "number-missing": "номера записей с пропуском · entry numbers have a gap",
  "sum-differs": "сумма записи не равна её проводкам · an entry says another sum than its postings",
  "trail-differs":
    "запись не та, что была внесена (журнал действий) · an entry is not what the trail says was recorded",
};

const COFINANCING_FAULTS: Readonly<Record<CofinancingCheck, string>> = {
  "version-missing": "у соглашения не все редакции · an agreement has not all its versions",
  "holding-differs":
    "остаток средств региона не равен поступлениям и возвратам · what is held differs from receipts and returns",
  "returned-over-received": "возвращено больше, чем получено · more was returned than received",
  "transfer-reversal-differs": "исправление не равно исправленному · a reversal differs from what it takes back",
  "transfer-number-missing": "номера поступлений с пропуском · numbers of receipts have a gap",
  "covered-twice": "мероприятие входит в два соглашения · an activity is covered by two agreements",
};

const REQUEST_FAULTS: Readonly<Record<RequestCheck, string>> = {
  "request-without-sum": "у заявки нет суммы · a request has no sum",
  "request-state-differs": "состояние заявки не равно её платежам · a request's state differs from its payments",
  "request-overpaid": "оплачено больше, чем просили · more was paid than asked",
  "request-commitment-differs": "обязательство не равно заявке · an obligation differs from its request",
  "request-moves-differ": "история заявки не сходится с её состоянием · a request's history differs from its state",
  "request-number-missing": "номера заявок с пропуском · numbers of requests have a gap",
};

const ASSOCIATION_FAULTS: Readonly<Record<AssociationCheck, string>> = {
  "association-without-entries": "у ТОС нет действующих записей · an association has no entry that holds",
  "particulars-differ": "сведения о ТОС не равны записям · what is shown of an association differs from its entries",
  "search-differs": "ТОС ищется не по своему названию · an association is found by another name than its own",
};

/** `verify`: 0 where everything holds, 1 where something does not. */
export async function verifyInstallation({ data, write }: CommandOptions): Promise<number> {
  const parts = await openParts(readConfig(process.env, { dataFolder: data }), "command");
  try {
    return (await verifyParts(parts, write)) ? 0 : 1;
  } finally {
    await parts.database.close();
  }
}

/** All that `verify` looks at, in an installation that is open. */
export async function verifyParts(parts: Installation, write: (text: string) => void): Promise<boolean> {
  const trails = await verifyTrails(parts, write);
  const ledgers = await verifyLedgers(parts, write);
  const agreements = await verifyCofinancing(parts, write);
  const requests = await verifyRequests(parts, write);
  const associations = await verifyAssociations(parts, write);
  return trails && ledgers && agreements && requests && associations;
}

type Installation = Pick<Parts, "config" | "database">;

/** Reckons the trail of every municipality anew and says of each whether it holds; sets a new anchor for what does. */
export async function verifyTrails(parts: Installation, write: (text: string) => void): Promise<boolean> {
  const municipalities = await inOwnerTransaction(parts.database, listMunicipalities);
  if (municipalities.length === 0) throw new Refusal<ServerRefusalCode>("no-municipality");
  let holds = true;
  for (const municipality of municipalities) {
    const report = await verifyTrail(parts, municipality);
    write(describeReport(municipality, report));
    holds &&= report.firstBroken === null;
  }
  return holds;
}

/** Adds up the ledger of every municipality anew and says of each whether it holds, and what does not. */
export async function verifyLedgers(
  { database }: Pick<Installation, "database">,
  write: (text: string) => void,
): Promise<boolean> {
  let holds = true;
  for (const { id, slug } of await inOwnerTransaction(database, listMunicipalities)) {
    const { entries, postings, faults } = await inTenant(database, id, (tx) => recountLedger(tx, id));
    const name = `${slug}: деньги · money`;
    if (faults.length === 0) write(`${name}: ${entries} записей · entries, ${postings} проводок · postings ✓\n`);
    for (const { check, what } of faults) write(`${name}: ${LEDGER_FAULTS[check]}: ${what}\n`);
    holds &&= faults.length === 0;
  }
  return holds;
}

/** Adds up what came from the region and went back anew. */
export async function verifyCofinancing(
  { database }: Pick<Installation, "database">,
  write: (text: string) => void,
): Promise<boolean> {
  let holds = true;
  for (const { id, slug } of await inOwnerTransaction(database, listMunicipalities)) {
    const { agreements, transfers, faults } = await inTenant(database, id, (tx) => recountCofinancing(tx, id));
    const name = `${slug}: софинансирование · co-financing`;
    const found = `${agreements} соглашений · agreements, ${transfers} поступлений и возвратов · transfers`;
    if (faults.length === 0) write(`${name}: ${found} ✓\n`);
    for (const { check, what } of faults) write(`${name}: ${COFINANCING_FAULTS[check]}: ${what}\n`);
    holds &&= faults.length === 0;
  }
  return holds;
}

/** Compares every payment request with its payments, its obligation and its history. */
export async function verifyRequests(
  { database }: Pick<Installation, "database">,
  write: (text: string) => void,
): Promise<boolean> {
  let holds = true;
  for (const { id, slug } of await inOwnerTransaction(database, listMunicipalities)) {
    const { requests, faults } = await inTenant(database, id, (tx) => recountRequests(tx, id));
    const name = `${slug}: заявки на оплату · payment requests`;
    if (faults.length === 0) write(`${name}: ${requests} ✓\n`);
    for (const { check, what } of faults) write(`${name}: ${REQUEST_FAULTS[check]}: ${what}\n`);
    holds &&= faults.length === 0;
  }
  return holds;
}

/** Reads what every association's entries say today, and compares it with what is shown. */
export async function verifyAssociations(
  { database }: Pick<Installation, "database">,
  write: (text: string) => void,
): Promise<boolean> {
  let holds = true;
  for (const { id, slug, timeZone } of await inOwnerTransaction(database, listMunicipalities)) {
    const today = localDate(new Date(), timeZone);
    const { associations, entries, faults } = await inTenant(database, id, (tx) => recountAssociations(tx, id, today));
    const name = `${slug}: ТОС · associations`;
    if (faults.length === 0) write(`${name}: ${associations}, ${entries} записей · entries ✓\n`);
    for (const { check, what } of faults) write(`${name}: ${ASSOCIATION_FAULTS[check]}: ${what}\n`);
    holds &&= faults.length === 0;
  }
  return holds;
}

async function verifyTrail({ database, config }: Installation, { id }: Municipality): Promise<ChainReport> {
  const anchor = await loadAnchor(config.dataFolder, id);
  const report = await inTenant(database, id, (tx) => checkChain(tx, id, anchor));
  const end = { length: BigInt(report.rows), hash: report.head };
  if (!report.firstBroken) await setAnchor(config.dataFolder, id, end);
  return report;
}

function describeReport({ slug }: Municipality, { rows, head, firstBroken }: ChainReport): string {
  const name = `${slug}: журнал · trail`;
  if (!firstBroken) return `${name}: ${rows} ✓ ${head}\n`;
  const { fault, number, entryId, at, action } = firstBroken;
  const place = [number === null ? "" : `№ ${number}`, entryId ?? "", at?.toISOString() ?? "", action ?? ""];
  return `${name}: ${FAULTS[fault]}: ${place.filter((part) => part !== "").join(" ")}\n`;
}
