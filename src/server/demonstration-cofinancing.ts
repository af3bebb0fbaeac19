import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import { printDay } from "../kernel/day.ts";
import type { LedgerDoor } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** The activity of the programme that has money of two budgets. */
const ACTIVITY = "конкурса социально значимых проектов";
const RULE = "правила предоставления субсидий из областного бюджета, доля местного бюджета 1,8 % (пример)";

/** The agreement of the demonstration's year, invented but for the sums of the plan and the region's programme that the document names. */
const AGREEMENT = {
  key: "demonstration agreement",
  number: "17-С (пример)",
  date: "2024-02-05",
  source: "regional",
  grantor: "министерство региональной политики Новосибирской области (пример)",
  grantee: "администрация Ордынского района Новосибирской области",
  programme:
    "государственная программа Новосибирской области «Развитие институтов региональной политики и гражданского общества в Новосибирской области», постановление Правительства Новосибирской области от 26.12.2018 № 570-п",
  years: [{ year: 2024, sum: "708 500,00", share: "1,8", base: "total", ruleBasis: RULE, returnBy: "" }],
  lateReturnDays: "10",
} as const;

/** Two instalments. */
const RECEIPTS = [
  { date: "2024-04-22", order: "5117", sum: "400 000,00" },
  { date: "2024-05-02", order: "6043", sum: "308 500,00" },
] as const;

/** The regional part of the grant's rest that came back in December; the rule says that it goes back by the fifteenth working day. */
const RETURN = { date: "2025-01-21", order: "9", sum: "4 909,91" } as const;

/** Co-financing of the demonstration's year by the same actions as a person's: agreement, instalments, the rest returned. */
export async function fillCofinancing(ctx: Context<Tx>, ledger: LedgerDoor): Promise<void> {
  const { activities } = await ledger.listLedgerChoices(ctx);
  const activity = activities.find(({ name }) => name.includes(ACTIVITY));
  assert(activity, `the example has the activity ${ACTIVITY}`);
  const agreementId = await ledger.signAgreement(ctx, { ...AGREEMENT, activities: [activity.id] });
  const move = ({ date, order, sum }: { readonly date: string; readonly order: string; readonly sum: string }) => ({
    key: `demonstration transfer ${date}`,
    agreementId,
    year: "2024",
    date,
    sum,
    basis: `платёжное поручение от ${printDay(date)} № ${order} (пример)`,
  });
  for (const receipt of RECEIPTS) await ledger.receive(ctx, move(receipt));
  await ledger.giveRestBack(ctx, move(RETURN));
}
