import type { ReportForm, ReportKind } from "../contract.ts";

const EVERY_QUARTER = ([1, 2, 3, 4] as const).map((quarter) => ({ quarter, due: { months: 1, day: 10 } }));
const COMMON = { signatory: { office: "", name: "" }, deviation: "5", plan: "budget-list", fact: "net" } as const;
const METHODS = ["federal", "achieved"];

/**
 * Forms until a municipality sets its own. Due days are those seen most often in local procedures: the tenth of the month
 * after the period for executors, the twentieth and the fifteenth of February for the economy department.
 */
export const FORM_PRESETS: Readonly<Record<ReportKind, ReportForm>> = {
  executor: {
    ...COMMON,
    title: "Отчёт исполнителя о выполнении мероприятий муниципальной программы",
    recipient: "Руководителю муниципальной программы",
    periods: EVERY_QUARTER,
    parts: ["activities", "money", "events", "conclusions"],
    methods: [],
    basis: "",
  },
  economy: {
    ...COMMON,
    title: "Отчёт о ходе реализации муниципальной программы",
    recipient: "В отдел экономики администрации",
    periods: [
      ...([1, 2, 3] as const).map((quarter) => ({ quarter, due: { months: 1, day: 20 } })),
      { quarter: 4, due: { months: 2, day: 15 } },
    ],
    parts: ["indicators", "activities", "money", "assessment", "conclusions"],
    methods: METHODS,
    basis: "",
  },
  region: {
    ...COMMON,
    title: "Отчёт о реализации муниципальной программы",
    recipient: "В орган исполнительной власти субъекта Российской Федерации",
    periods: [{ quarter: 4, due: { months: 1, day: 25 } }],
    parts: ["indicators", "activities", "money", "projects", "events"],
    methods: [],
    basis: "",
  },
  council: {
    ...COMMON,
    title: "Годовой отчёт о реализации и об оценке эффективности муниципальной программы",
    recipient: "В Совет депутатов",
    periods: [{ quarter: 4, due: { months: 3, day: 1 } }],
    parts: ["indicators", "activities", "money", "assessment", "events", "projects", "publications", "conclusions"],
    methods: METHODS,
    basis: "",
  },
};
