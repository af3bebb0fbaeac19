import { isDay } from "../../kernel/times.ts";
import { readRoubles } from "../application/content.ts";
import { refuseContest } from "../refusals.ts";
import type { Instalment, SourceSum } from "./contract.ts";

export interface AgreementInput {
  readonly applicationId: string;
  readonly date: string;
  readonly payee: string;
  readonly details: string;
  readonly reportDue: string;
  /** Sums are roubles as typed, by source. */
  readonly instalments: readonly { readonly payBy: string; readonly sums: Readonly<Record<string, string>> }[];
}

/** An agreement's form. Refuses `agreement-form`, and `agreement-schedule` where instalments do not add up to the award by source. */
export function parseAgreement(input: AgreementInput, awarded: readonly SourceSum[], today: string) {
  const { date, reportDue } = input;
  const payee = input.payee.replace(/\s+/g, " ").trim();
  const details = input.details.trim();
  const isWhole = isDay(date) && date <= today && isDay(reportDue) && reportDue >= date;
  if (!isWhole || payee === "" || payee.length > 500 || details.length > 2_000) refuseContest("agreement-form");
  const instalments = input.instalments.map(({ payBy, sums }): Instalment => {
    if (!isDay(payBy) || payBy < date) refuseContest("agreement-form");
    return { payBy, sums: Object.entries(sums).flatMap(([source, typed]) => parseSum(source, typed)) };
  });
  const wrong = awarded.find(({ source, kopecks }) => addUp(instalments, source) !== kopecks);
  const strange = instalments
    .flatMap(({ sums }) => sums)
    .find((sum) => !awarded.some(({ source }) => source === sum.source));
  if (wrong || strange || instalments.some(({ sums }) => sums.length === 0)) refuseContest("agreement-schedule");
  return { date, reportDue, payee, details, instalments };
}

function parseSum(source: string, typed: string): readonly SourceSum[] {
  if (typed.trim() === "") return [];
  const kopecks = readRoubles(typed) ?? refuseContest("agreement-schedule");
  return kopecks > 0n ? [{ source, kopecks }] : [];
}

const addUp = (instalments: readonly Instalment[], source: string): bigint =>
  instalments.flatMap(({ sums }) => sums).reduce((all, sum) => (sum.source === source ? all + sum.kopecks : all), 0n);
