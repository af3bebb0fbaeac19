import type { Quarter } from "../../src/kernel/quarter.ts";
import type { Language } from "../../src/kernel/refusal.ts";
import type { ActSides } from "../../src/programme/views-act.ts";

/** Addresses of pages without their language. A page's file is found from its address in `routes.ts`. */
export const paths = {
  home: "/",
  /** The page of a region in a year, or over all years. */
  regionOf: (period: number | "all") => `/?year=${period}`,
  districtsFile: (period: number | "all") => `/districts.csv?year=${period}`,
  programme: (slug: string) => `/programmes/${slug}`,
  indicators: (slug: string) => `/programmes/${slug}/indicators`,
  indicator: (slug: string, number: string) => `/programmes/${slug}/indicators/${encodeURIComponent(number)}`,
  activities: (slug: string) => `/programmes/${slug}/activities`,
  activity: (slug: string, position: number) => `/programmes/${slug}/activities/${position}`,
  finance: (slug: string) => `/programmes/${slug}/finance`,
  editions: (slug: string) => `/programmes/${slug}/editions`,
  edition: (slug: string, number: number) => `/programmes/${slug}/editions/${number}`,
  editionFile: (slug: string, number: number, file: EditionFile) => `/programmes/${slug}/editions/${number}/${file}`,
  /** Without numbers the last two editions; `show` narrows what is listed. */
  compare: (slug: string, pair?: { was: number; became: number }, show?: string) =>
    `/programmes/${slug}/compare${pair ? `?was=${pair.was}&became=${pair.became}${show && show !== "all" ? `&show=${show}` : ""}` : ""}`,
  compareFile: (slug: string, pair: { was: number; became: number }, format: "docx" | "xlsx") =>
    `/programmes/${slug}/compare/${pair.was}-${pair.became}.${format}`,
  act: (slug: string, sides: ActSides) => `/programmes/${slug}/act?${writeSides(sides)}`,
  actFile: (slug: string) => `/programmes/${slug}/act.docx`,
  findings: (slug: string) => `/programmes/${slug}/findings`,
  draft: (slug: string) => `/programmes/${slug}/draft`,
  draftComparison: (slug: string) => `/programmes/${slug}/draft/comparison`,
  draftChanges: (slug: string) => `/programmes/${slug}/draft/changes`,
  draftAct: (slug: string, act?: { file: string; name: string }) =>
    `/programmes/${slug}/draft/act${act ? `?${new URLSearchParams(act)}` : ""}`,
  draftHistory: (slug: string, page = 1) => `/programmes/${slug}/draft/history${page > 1 ? `?page=${page}` : ""}`,
  csv: (slug: string, table: CsvTable) => `/programmes/${slug}/${table}.csv`,
  accessibility: "/accessibility",
  privacy: "/privacy",
  own: "/settings",
  ownFile: "/settings/own.zip",
  municipality: "/settings/municipality",
  personalData: "/settings/personal-data",
  trail: (query: Readonly<Record<string, string>> = {}) => `/settings/trail${writeQuery(query)}`,
  trailFile: (query: Readonly<Record<string, string>> = {}) => `/settings/trail.csv${writeQuery(query)}`,
  demonstration: "/demonstration",
  ownProgramme: "/own-programme",
  setUp: "/set-up",
  firstSteps: "/first-steps",
  signIn: "/sign-in",
  signOut: "/sign-out",
  secondFactor: "/sign-in/second-factor",
  /** The same in all languages: it stands before the address that is registered with the provider. */
  goToProvider: (id: string) => `/sign-in/with/${id}`,
  backFromProvider: (id: string) => `/sign-in/with/${id}/back`,
  forgotten: "/new-password",
  newPassword: (secret: string) => `/new-password/${secret}`,
  invitation: (secret: string) => `/invitation/${secret}`,
  signIns: "/settings/sign-ins",
  account: "/settings/account",
  ownFactor: "/settings/second-factor",
  people: "/people",
  invite: "/people/invite",
  person: (id: string) => `/people/${id}`,
  personFile: (id: string) => `/people/${id}/data.zip`,
  personErasure: (id: string) => `/people/${id}/erasure`,
  personScan: (id: string, consent: string) => `/people/${id}/consents/${consent}`,
  desk: "/desk",
  mail: "/settings/mail",
  tasks: "/desk/tasks",
  newTask: "/desk/tasks/new",
  task: (id: string) => `/desk/tasks/${id}`,
  tasksFile: (format: "csv" | "xlsx") => `/desk/tasks.${format}`,
  executors: "/desk/executors",
  notices: "/desk/notices",
  /** The messages on a record that has no page of the desk. */
  thread: (kind: string, id: string) => `/desk/messages/${kind}/${id}`,
  messageFile: (id: string) => `/desk/files/${id}`,
  /** The public calendar. */
  events: (query: Readonly<Record<string, string>> = {}) => `/events${writeQuery(query)}`,
  event: (id: string) => `/events/${id}`,
  eventFile: (id: string, size?: "small") => `/events/files/${id}${size ? `/${size}` : ""}`,
  feed: (associationId?: string) => (associationId ? `/events/calendar/${associationId}.ics` : "/events/calendar.ics"),
  register: (id: string) => `/events/${id}/register`,
  deskEvents: (query: Readonly<Record<string, string>> = {}) => `/desk/events${writeQuery(query)}`,
  newEvent: "/desk/events/new",
  eventKinds: "/desk/events/kinds",
  visitors: (eventId?: string) => `/desk/events/visitors${eventId ? `?event=${eventId}` : ""}`,
  visitorImport: (id: string) => `/desk/events/visitors/${id}`,
  deskEvent: (id: string) => `/desk/events/${id}`,
  editEvent: (id: string) => `/desk/events/${id}/edit`,
  reception: (id: string) => `/desk/events/${id}/reception`,
  attendance: (id: string, query: Readonly<Record<string, string>> = {}) =>
    `/desk/events/${id}/attendance${writeQuery(query)}`,
  paperSheets: (id: string) => `/desk/events/${id}/attendance/sheets`,
  paperSheet: (id: string, sheet: string) => `/desk/events/${id}/attendance/sheets/${sheet}`,
  enterPaperSheet: (id: string, sheet: string) => `/desk/events/${id}/attendance/sheets/${sheet}/entry`,
  doorCode: (id: string, site: string) => `/desk/events/${id}/attendance/door/${site}`,
  /** Where somebody marks themselves who has read the code at the door. */
  come: (code: string) => `/come/${code}`,
  /** The sheet that works without a network, and all of this device. */
  sheet: (id: string) => `/sheet/${id}`,
  sheets: "/sheet/",
  eventsFile: (format: "csv" | "xlsx", query: Readonly<Record<string, string>> = {}) =>
    `/desk/event-list/events.${format}${writeQuery(query)}`,
  money: (query: Readonly<Record<string, string>> = {}) => `/money${writeQuery(query)}`,
  moneyJournal: (query: Readonly<Record<string, string>> = {}) => `/money/journal${writeQuery(query)}`,
  moneyEntry: (id: string) => `/money/entries/${id}`,
  moneyRegister: (query: Readonly<Record<string, string>> = {}) => `/money/register${writeQuery(query)}`,
  moneyFile: (table: "balance" | "journal" | "register" | "reconciliation", format: "csv" | "xlsx") =>
    `/money/${table}.${format}`,
  reconciliation: (query: Readonly<Record<string, string>> = {}) => `/money/reconciliation${writeQuery(query)}`,
  moneyMove: (query: Readonly<Record<string, string>> = {}) => `/money/move${writeQuery(query)}`,
  moneyStatements: "/money/statements",
  moneyStatement: (hash: string) => `/money/statements/${hash}`,
  statementColumns: (hash: string) => `/money/statements/${hash}/columns`,
  statementFile: (hash: string, format: "csv" | "xlsx") => `/money/statements/${hash}/rows.${format}`,
  newAppropriation: (query: Readonly<Record<string, string>> = {}) => `/money/new-limit${writeQuery(query)}`,
  newCommitment: (query: Readonly<Record<string, string>> = {}) => `/money/new-obligation${writeQuery(query)}`,
  requests: (query: Readonly<Record<string, string>> = {}) => `/money/requests${writeQuery(query)}`,
  newRequest: () => "/money/requests/new",
  request: (id: string) => `/money/requests/${id}`,
  requestsFile: (format: string, query: Readonly<Record<string, string>>) =>
    `/money/requests/files/requests.${format}${writeQuery(query)}`,
  cofinancing: "/money/cofinancing",
  newAgreement: "/money/cofinancing/new",
  agreement: (id: string, year?: number) => `/money/cofinancing/${id}${year === undefined ? "" : `?year=${year}`}`,
  amendAgreement: (id: string) => `/money/cofinancing/${id}/amend`,
  regionReport: (id: string, query: Readonly<Record<string, string>>) =>
    `/money/cofinancing/${id}/report${writeQuery(query)}`,
  cofinancingFile: (id: string, file: string, query: Readonly<Record<string, string>>) =>
    `/money/cofinancing/${id}/files/${file}${writeQuery(query)}`,
  spending: (slug: string) => `/programmes/${slug}/spending`,
  spendingFile: (slug: string, format: "csv" | "xlsx") => `/programmes/${slug}/spending/balance.${format}`,
  news: "/news",
  newsPage: (page: number) => `/news${page > 1 ? `?page=${page}` : ""}`,
  newsItem: (number: number) => `/news/${number}`,
  newsPicture: (id: string, size: "large" | "small") => `/news/pictures/${id}/${size}`,
  newsFile: (format: "csv" | "xlsx") => `/news.${format}`,
  newsroom: "/newsroom",
  newsroomItem: (id: string) => `/newsroom/${id}`,
  newPublication: "/newsroom/new",
  outlets: "/newsroom/outlets",
  newsroomFile: (format: "csv" | "xlsx") => `/newsroom.${format}`,
  /** Figures of a year or of a part of it. */
  actuals: (year?: number, quarter?: Quarter | null) => `/indicators${writePeriod(year, quarter)}`,
  actual: (kind: string, id: string, year?: number, quarter?: Quarter | null) =>
    `/indicators/${kind}/${id}${writePeriod(year, quarter)}`,
  actualPassport: (kind: string, id: string) => `/indicators/${kind}/${id}/passport`,
  actualsFile: (format: "csv" | "xlsx", year: number, quarter?: Quarter | null) =>
    `/indicators.${format}${writePeriod(year, quarter)}`,
  /** The records behind a figure, with the conditions of its page. */
  actualRecords: (kind: string, id: string, query: Readonly<Record<string, string>>) =>
    `/indicators/${kind}/${id}${writeQuery(query)}`,
  actualRecordsFile: (
    { kind, id }: { kind: string; id: string },
    format: "csv" | "xlsx",
    query: Readonly<Record<string, string>>,
  ) => `/indicators/${kind}/${id}/records.${format}${writeQuery(query)}`,
  /** Contests as everybody reads them, and a funded project. */
  contests: "/contests",
  contest: (id: string) => `/contests/${id}`,
  project: (id: string) => `/projects/${id}`,
  projectPhoto: (id: string, photo: string) => `/projects/${id}/photos/${photo}`,
  deskContests: "/desk/contests",
  deskCall: (id: string) => `/desk/contests/${id}`,
  editCall: (id: string) => `/desk/contests/${id}/edit`,
  editCriteria: (id: string) => `/desk/contests/${id}/criteria`,
  callJury: (id: string) => `/desk/contests/${id}/jury`,
  markSheet: (id: string, application: string) => `/desk/contests/${id}/jury/${application}`,
  callSitting: (id: string) => `/desk/contests/${id}/sitting`,
  callAppeal: (id: string) => `/desk/contests/${id}/appeal`,
  callFile: (id: string, file: string) => `/desk/contests/${id}/files/${file}`,
  documentFile: (callId: string, id: string) => `/desk/contests/${callId}/documents/${id}`,
  /** What was awarded to an application: agreement, payment, report, refunds. */
  grant: (id: string) => `/desk/grants/${id}`,
  grantFile: (id: string, file: string) => `/desk/grants/${id}/files/${file}`,
  grantTemplate: "/desk/agreement-template",
  /** A form to be filled in without a network, and where it is uploaded. */
  callForm: (id: string, format: "xlsx" | "docx") => `/contests/${id}/forms/application.${format}`,
  applyByFile: (id: string) => `/contests/${id}/apply`,
  application: (id: string) => `/contests/applications/${id}`,
  saveApplication: (id: string) => `/contests/applications/${id}/save`,
  applicationFile: (id: string, file: string) => `/contests/applications/${id}/files/${file}`,
  reports: (year?: number) => `/reports${year === undefined ? "" : `?year=${year}`}`,
  report: (id: string) => `/reports/${id}`,
  saveReport: (id: string) => `/reports/${id}/save`,
  reportFile: (id: string, format: "docx" | "xlsx" | "json") => `/reports/${id}/report.${format}`,
  reportForm: (kind: string) => `/reports/forms/${kind}`,
  reportCharts: (year: number, quarter?: Quarter | null) => `/reports/charts${writePeriod(year, quarter)}`,
  methods: (year?: number) => `/methods${year === undefined ? "" : `?year=${year}`}`,
  method: (key: string, year?: number) => `/methods/${key}${year === undefined ? "" : `?year=${year}`}`,
  editMethod: (key: string) => `/methods/${key}/edit`,
  /** `from`: a copy of that method, with equal weights or a cap where asked for, tried on a year. */
  newMethod: (query: Readonly<Record<string, string>> = {}) => `/methods/new${writeQuery(query)}`,
  acts: "/acts",
  legalAct: (id: string) => `/acts/${id}`,
  legalActFile: (id: string, file: string) => `/acts/${id}/files/${file}`,
  actsFile: (format: "csv" | "xlsx") => `/acts.${format}`,
  bodies: "/bodies",
  body: (id: string) => `/bodies/${id}`,
  bodiesFile: (format: "csv" | "xlsx") => `/bodies.${format}`,
  registryBodies: "/registry/bodies",
  registryBody: (id: string) => `/registry/bodies/${id}`,
  newBody: "/registry/bodies/new",
  registryActs: "/registry/acts",
  registryAct: (id: string) => `/registry/acts/${id}`,
  newAct: "/registry/acts/new",
  revisionRules: "/registry/acts/rules",
  registryActsFile: (format: "csv" | "xlsx") => `/registry/acts.${format}`,
  associations: "/associations",
  association: (number: number) => `/associations/${number}`,
  associationsFile: (format: "csv" | "xlsx") => `/associations.${format}`,
  settlement: (id: string) => `/settlements/${id}`,
  registry: "/registry",
  registerFile: (format: "csv" | "xlsx") => `/registry/register.${format}`,
  newAssociation: "/registry/new",
  associationImport: "/registry/import",
  quorumRules: "/registry/rules",
  settlements: "/registry/settlements",
  settlementForm: (id: string) => `/registry/settlements/${id}`,
  officials: "/registry/officials",
  official: (id: string) => `/registry/officials/${id}`,
  associationCard: (id: string) => `/registry/associations/${id}`,
  associationHistory: (id: string) => `/registry/associations/${id}/history`,
  associationPeople: (id: string) => `/registry/associations/${id}/people`,
  associationSection: (id: string, section: string) => `/registry/associations/${id}/sections/${section}`,
  map: "/map",
  settlementMap: (id: string) => `/map/${id}`,
  boundariesFile: "/associations.geojson",
  boundaries: "/registry/boundaries",
  boundary: ({ kind, id }: { kind: string; id: string }) => `/registry/boundaries/${kind}/${id}`,
  boundaryUpload: (hash: string) => `/registry/boundaries/files/${hash}`,
  mapTiles: "/settings/map",
  import: "/import",
  reading: (id: string) => `/import/${id}`,
  readingChanges: (id: string) => `/import/${id}/changes`,
} as const;

/** A whole year names no quarter. */
function writePeriod(year?: number, quarter?: Quarter | null): string {
  if (year === undefined) return "";
  return `?year=${year}${quarter && quarter !== 4 ? `&quarter=${quarter}` : ""}`;
}

function writeSides(sides: ActSides): string {
  return sides.became === "draft" ? "became=draft" : `was=${sides.was}&became=${sides.became}`;
}

export const EDITION_FILES = ["original", "docx", "xlsx", "json"] as const;
export type EditionFile = (typeof EDITION_FILES)[number];

export const CSV_TABLES = ["finance", "indicators", "activities", "findings"] as const;
export type CsvTable = (typeof CSV_TABLES)[number];

function writeQuery(query: Readonly<Record<string, string>>): string {
  const written = String(new URLSearchParams(query));
  return written === "" ? "" : `?${written}`;
}

/** The address in a language: English pages stand under `/en`. */
export function inLanguage(path: string, language: Language): string {
  if (language === "ru") return path;
  return /^\/(?=[?#]|$)/.test(path) ? `/en${path.slice(1)}` : `/en${path}`;
}

/** The same page in the other language. */
export function otherLanguage(pathname: string): string {
  if (pathname === "/en") return "/";
  return pathname.startsWith("/en/") ? pathname.slice("/en".length) : inLanguage(pathname, "en");
}
