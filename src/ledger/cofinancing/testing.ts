import { newId } from "../../kernel/id.ts";
import type { TestLedger } from "../testing.ts";
import type { AgreementInput } from "./actions-agreement.ts";

/** The form of an agreement as a person fills it in: 708,500 roubles of 2024, a local share not below 1.8 %. */
export function fillAgreement(here: TestLedger, changes: Partial<AgreementInput> = {}): AgreementInput {
  return {
    key: newId(),
    number: "17",
    date: "2024-02-05",
    source: "regional",
    grantor: "министерство региональной политики Новосибирской области",
    grantee: "администрация Ордынского района",
    programme: "государственная программа, постановление от 26.12.2018 № 570-п",
    activities: [here.activityAt(6)],
    years: [fillYear(2024, "708500")],
    lateReturnDays: "10",
    ...changes,
  };
}

export function fillYear(year: number, sum: string): AgreementInput["years"][number] {
  return { year, sum, share: "1,8", base: "total", ruleBasis: "порядок предоставления субсидий", returnBy: "" };
}

/** Signs the agreement on its day and says its id. */
export async function openTestAgreement(here: TestLedger, changes: Partial<AgreementInput> = {}) {
  const input = fillAgreement(here, changes);
  const agreementId = await here.on(input.date)((ctx) => here.ledger.signAgreement(ctx, input));
  /** A receipt or a return on a day. */
  const move = (verb: "receive" | "giveRestBack", day: string, sum: string, key: string = newId()) =>
    here.on(day)((ctx) =>
      here.ledger[verb](ctx, { key, date: day, basis: "платёжное поручение № 5", agreementId, year: "2024", sum }),
    );
  const reverse = (day: string, transferId: string, key: string = newId()) =>
    here.on(day)((ctx) => here.ledger.reverseTransfer(ctx, { key, transferId, basis: "справка", note: "опечатка" }));
  const read = (day: string, year: number | null = 2024) =>
    here.on(day)((ctx) => here.ledger.getCofinancing(ctx, { id: agreementId, year }));
  return { agreementId, move, reverse, read };
}
