/** The legal acts of the demonstration: those that the programme and the laws name, and invented ones, marked «(пример)». */

const ADMINISTRATION = "администрация Ордынского района Новосибирской области";
const COUNCIL = "Совет депутатов Ордынского района Новосибирской области";

interface DemonstrationAct {
  /** By which relations name it. */
  readonly key: string;
  readonly kind: string;
  readonly subject: string;
  readonly state?: "draft";
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly title: string;
  readonly clause?: string;
  readonly link?: string;
  readonly inForceFrom?: string;
}

export const ACTS: readonly DemonstrationAct[] = [
  {
    key: "131",
    kind: "federal-law",
    subject: "general",
    number: "131-ФЗ",
    date: "2003-10-06",
    issuer: "Российская Федерация",
    title: "Об общих принципах организации местного самоуправления в Российской Федерации",
    clause: "статья 27",
  },
  {
    key: "33",
    kind: "federal-law",
    subject: "general",
    number: "33-ФЗ",
    date: "2025-03-20",
    issuer: "Российская Федерация",
    title: "Об общих принципах организации местного самоуправления в единой системе публичной власти",
    clause: "статья 50",
    link: "https://publication.pravo.gov.ru/document/0001202503200023",
    inForceFrom: "2025-06-19",
  },
  {
    key: "570",
    kind: "regional-act",
    subject: "support",
    number: "570-п",
    date: "2018-12-26",
    issuer: "Правительство Новосибирской области",
    title:
      "О государственной программе Новосибирской области «Развитие институтов региональной политики и гражданского общества в Новосибирской области»",
  },
  {
    key: "1036",
    kind: "resolution",
    subject: "programme",
    number: "1036/89",
    date: "2023-08-11",
    issuer: ADMINISTRATION,
    title:
      "О разработке муниципальной программы «Развитие и поддержка территориального общественного самоуправления на территории Ордынского района Новосибирской области на 2024 – 2026 годы»",
  },
  {
    key: "1056",
    kind: "resolution",
    subject: "programme",
    number: "1056/89",
    date: "2023-08-18",
    issuer: ADMINISTRATION,
    title:
      "Об утверждении муниципальной программы «Развитие и поддержка территориального общественного самоуправления на территории Ордынского района Новосибирской области на 2024 – 2026 годы»",
  },
  {
    key: "58",
    kind: "council-decision",
    subject: "general",
    number: "58",
    date: "2010-04-22",
    issuer: COUNCIL,
    title: "Об утверждении Положения о территориальном общественном самоуправлении (пример)",
  },
  {
    key: "74",
    kind: "council-decision",
    subject: "charter-registration",
    number: "74",
    date: "2011-06-17",
    issuer: COUNCIL,
    title: "О порядке регистрации уставов территориального общественного самоуправления (пример)",
  },
  {
    key: "75",
    kind: "council-decision",
    subject: "boundaries",
    number: "75",
    date: "2011-06-17",
    issuer: COUNCIL,
    title: "О порядке установления границ территориального общественного самоуправления (пример)",
  },
  {
    key: "19",
    kind: "council-decision",
    subject: "meetings",
    number: "19",
    date: "2012-03-20",
    issuer: COUNCIL,
    title: "О порядке назначения и проведения собраний и конференций граждан (пример)",
  },
  {
    key: "118",
    kind: "resolution",
    subject: "general",
    number: "118",
    date: "2016-02-10",
    issuer: ADMINISTRATION,
    title: "О реестре территориального общественного самоуправления (пример)",
  },
  {
    key: "402",
    kind: "resolution",
    subject: "general",
    number: "402",
    date: "2024-05-15",
    issuer: ADMINISTRATION,
    title: "О внесении изменений в постановление от 10.02.2016 № 118 «О реестре ТОС» (пример)",
  },
  {
    key: "811",
    kind: "resolution",
    subject: "general",
    number: "811",
    date: "2025-12-02",
    issuer: ADMINISTRATION,
    title: "О внесении изменений в постановление от 10.02.2016 № 118 «О реестре ТОС» (пример)",
  },
  {
    key: "31",
    kind: "council-decision",
    subject: "general",
    number: "31",
    date: "2026-06-25",
    issuer: COUNCIL,
    title: "Об утверждении Положения о территориальном общественном самоуправлении в новой редакции (пример)",
    inForceFrom: "2026-07-01",
  },
  {
    key: "draft",
    kind: "council-decision",
    subject: "charter-registration",
    state: "draft",
    number: "",
    date: "",
    issuer: COUNCIL,
    title: "О порядке регистрации уставов территориального общественного самоуправления (проект, пример)",
  },
];

export const RELATIONS = [
  {
    act: "33",
    kind: "replaces",
    target: "131",
    holdsFrom: "2028-01-01",
    note: "день — по вторичному источнику, сверьте с законом № 85-ФЗ от 09.04.2026",
  },
  { act: "1056", kind: "based-on", target: "1036" },
  { act: "1056", kind: "based-on", target: "570" },
  { act: "58", kind: "based-on", target: "131" },
  { act: "402", kind: "amends", target: "118", bringsUpToDate: true },
  { act: "811", kind: "amends", target: "118", bringsUpToDate: true },
  { act: "31", kind: "replaces", target: "58", bringsUpToDate: true },
  { act: "31", kind: "based-on", target: "33" },
  { act: "draft", kind: "replaces", target: "74", bringsUpToDate: true },
] as const;

export const REVIEW = {
  act: "19",
  key: "33-fz-50",
  date: "2026-02-16",
  basis: "заключение управления делами от 16.02.2026 № 4 (пример)",
} as const;
