/** The money of the demonstration's year 2024, invented but for the plan. Roubles as a person types them. */

/** What the budget decision and the budget list give: the words by which an activity is found, and the sum by source. */
export const LIMITS = [
  { activity: "конкурса социально значимых проектов", regional: "708 500,00", local: "13 000,00" },
  { activity: "Обучение членов ТОС", local: "70 000,00" },
  { activity: "«Лучший ТОС»", local: "40 000,00" },
  { activity: "«День соседей»", local: "27 000,00" },
] as const;

/** What the list of January gave less of, until that of September: the plans differ in between, and it is seen by which document. */
export const EARLY_LIMITS: Readonly<Record<string, { readonly local: string }>> = {
  "«Лучший ТОС»": { local: "30 000,00" },
};

export interface Payment {
  readonly date: string;
  readonly order: string;
  readonly regional?: string;
  readonly local?: string;
  /** Posted wrongly: reversed with this reason, and posted again by the next. */
  readonly wrong?: string;
  /** What the payee paid back, and when. */
  readonly refund?: { readonly date: string; readonly order: string; readonly total: string };
}

export interface Obligation {
  readonly activity: (typeof LIMITS)[number]["activity"];
  readonly basisKind: "agreement" | "contract" | "act";
  readonly basis: string;
  readonly date: string;
  readonly payee: string;
  /** What it was asked for by a payment request. */
  readonly asked: string;
  readonly payments: readonly Payment[];
  /** What was accepted, and by which document. */
  readonly performances: readonly Performance[];
}

interface Performance {
  readonly date: string;
  readonly basis: string;
  readonly regional?: string;
  readonly local: string;
}

const CONTEST = LIMITS[0].activity;
/** «отчёт получателя от 02.12.2024 № 3»: what of a grant was used. */
const usage = (number: number, regional: string, local: string): Performance => ({
  ...{ date: "2024-12-20", basis: `отчёт получателя гранта от 20.12.2024 № ${number} (пример)`, regional, local },
});
const agreement = (
  number: number,
  tos: string,
  used: readonly [string, string],
  payments: readonly Payment[],
): Obligation => ({
  activity: CONTEST,
  basisKind: "agreement",
  basis: `соглашение о гранте от 18.04.2024 № ${number} (пример)`,
  date: "2024-04-18",
  payee: `ТОС «${tos}» (пример)`,
  asked: "",
  payments,
  performances: [usage(number, ...used)],
});

/** The agreements of the contest, in the order of its places: they are concluded by the slice of contests. */
export const GRANTS: readonly Obligation[] = [
  agreement(
    1,
    "Рассвет",
    ["147 297,30", "2 702,70"],
    [
      { date: "2024-04-26", order: "112", regional: "147 297,30" },
      { date: "2024-04-26", order: "113", local: "2 702,70" },
    ],
  ),
  agreement(
    2,
    "Берёзовая роща",
    ["137 477,48", "2 522,52"],
    [{ date: "2024-04-26", order: "114", regional: "137 477,48", local: "2 522,52" }],
  ),
  agreement(
    3,
    "Набережный",
    ["127 657,66", "2 342,34"],
    [
      { date: "2024-05-03", order: "121", regional: "63 828,83", local: "1 171,17" },
      { date: "2024-07-12", order: "203", regional: "63 828,83", local: "1 171,17" },
    ],
  ),
  agreement(
    4,
    "Родник",
    ["112 927,92", "2 072,08"],
    [
      {
        date: "2024-05-03",
        order: "122",
        regional: "117 837,83",
        local: "2 162,17",
        refund: { date: "2024-12-16", order: "41", total: "5 000,00" },
      },
    ],
  ),
  agreement(
    5,
    "Новый дом",
    ["98 198,20", "1 801,80"],
    [{ date: "2024-05-06", order: "125", regional: "98 198,20", local: "1 801,80" }],
  ),
  agreement(
    6,
    "Соседи",
    ["80 031,53", "1 468,47"],
    [{ date: "2024-05-06", order: "126", regional: "80 031,53", local: "1 468,47" }],
  ),
];

export const OBLIGATIONS: readonly Obligation[] = [
  {
    activity: "Обучение членов ТОС",
    basisKind: "contract",
    basis: "муниципальный контракт от 11.03.2024 № 7 на проведение семинара (пример)",
    date: "2024-03-11",
    payee: "АНО «Ресурсный центр» (пример)",
    asked: "семинар для председателей и членов ТОС (пример)",
    payments: [{ date: "2024-03-29", order: "78", local: "35 000,00" }],
    performances: [{ date: "2024-03-22", basis: "акт приёмки от 22.03.2024 № 1 (пример)", local: "35 000,00" }],
  },
  {
    activity: "Обучение членов ТОС",
    basisKind: "contract",
    basis: "муниципальный контракт от 09.09.2024 № 31 на проведение семинара (пример)",
    date: "2024-09-09",
    payee: "АНО «Ресурсный центр» (пример)",
    asked: "семинар для председателей и членов ТОС (пример)",
    payments: [{ date: "2024-10-04", order: "288", local: "35 000,00" }],
    performances: [{ date: "2024-09-27", basis: "акт приёмки от 27.09.2024 № 2 (пример)", local: "35 000,00" }],
  },
  {
    activity: "«День соседей»",
    basisKind: "contract",
    basis: "договор поставки от 13.05.2024 № 14 (пример)",
    date: "2024-05-13",
    payee: "ИП Петрова (пример)",
    asked: "призы и оформление площадок Дня соседей (пример)",
    payments: [
      {
        date: "2024-05-28",
        order: "151",
        local: "2 700,00",
        wrong: "в сумме потерян ноль: по платёжному поручению № 151 уплачено 27 000,00 руб.",
      },
      { date: "2024-05-28", order: "151", local: "27 000,00" },
    ],
    performances: [{ date: "2024-05-24", basis: "товарная накладная от 24.05.2024 № 86 (пример)", local: "27 000,00" }],
  },
  {
    activity: "«Лучший ТОС»",
    basisKind: "act",
    basis: "распоряжение о награждении победителей от 22.11.2024 № 96 (пример)",
    date: "2024-11-22",
    payee: "победители конкурса «Лучший ТОС», «Лучший активист ТОС» (пример)",
    asked: "призы победителям (пример)",
    payments: [{ date: "2024-11-29", order: "341", local: "40 000,00" }],
    performances: [{ date: "2024-11-22", basis: "протокол награждения от 22.11.2024 (пример)", local: "40 000,00" }],
  },
];
