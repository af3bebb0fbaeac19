import { newId } from "../../../src/kernel/id.ts";
import type { Records } from "../records.ts";
import { type CallRow, file, type RouteRow } from "../row.ts";

/** A meeting of the administration: nobody's own. */
const meeting = ({ one }: Records) =>
  one("event", "organiser = 'administration' and kind = 'meeting' and state = 'held'");
const reception = ({ one }: Records) => one("event", "title = 'Приём обхода'");
const announced = ({ one }: Records) => one("event", "state = 'announced' and takes_registrations");
const keep = (form: NonNullable<CallRow["form"]> = {}): CallRow => ({ asks: "event.keep", form });

/** Whoever works at some event may have a table of visitors read. */
const table = { asks: "event.work", of: "anything" } as const;

/** A whole form, so that the right alone decides. */
const FORM = {
  kind: "clean-up",
  title: "Субботник",
  organiser: "administration",
  date: "2026-04-18",
  from: "10:00",
  until: "12:00",
  siteNumber: "0",
  "site-0-place": "Парк",
};

const ofMeeting = async (records: Records) => `event_id = '${await meeting(records)}'`;
const siteOf = async (records: Records) => ({ site: await records.one("event_site", await ofMeeting(records)) });
const paperOf = async (records: Records) => records.one("attendance_sheet", await ofMeeting(records));
/** Work at the meeting's one site. */
const work = (form: (records: Records) => Promise<Readonly<Record<string, string>>>): CallRow => ({
  asks: "event.work",
  form: async (records) => ({ ...(await siteOf(records)), ...(await form(records)) }),
});

export const eventRows: readonly RouteRow[] = [
  { route: "events", calls: { GET: "everybody" } },
  { route: "events/:id", at: async (records) => `/events/${await announced(records)}`, calls: { GET: "everybody" } },
  { route: "events/calendar.ics", calls: { GET: "everybody" } },
  {
    route: "events/calendar/:file",
    at: async ({ one }) => `/events/calendar/${await one("association")}.ics`,
    calls: { GET: "everybody" },
  },
  {
    route: "events/files/:id/:size?",
    at: async ({ one }) => `/events/files/${await one("event_paper", "is_public")}`,
    calls: { GET: "everybody" },
  },
  {
    route: "events/:id/register",
    at: async (records) => `/events/${await announced(records)}/register`,
    calls: { GET: "everybody", POST: { asks: "everybody", form: { places: "0" } } },
  },
  {
    route: "events/registration/:token",
    at: () => "/events/registration/unknown",
    calls: {
      GET: { asks: "everybody", status: 404 },
      "POST confirm": { asks: "everybody", status: 404 },
      "POST withdraw": { asks: "everybody", status: 404 },
    },
  },
  { route: "desk/events", calls: { GET: "event.read" } },
  { route: "desk/event-list/:file", at: () => "/desk/event-list/events.csv", calls: { GET: "event.read" } },
  {
    route: "desk/events/new",
    calls: {
      GET: "event.read",
      POST: keep(FORM),
      "POST find": { asks: "event.read", form: { "associationId-words": "тос" } },
    },
  },
  {
    route: "desk/events/kinds",
    calls: {
      GET: "event.read",
      "POST add": "event-kind.keep",
      "POST end": {
        asks: "event-kind.keep",
        form: async ({ one }) => ({ kind: await one("event_kind"), version: "1" }),
      },
    },
  },
  {
    route: "desk/events/visitors",
    calls: {
      GET: "signed-in",
      POST: { ...table, form: { text: "ФИО;Площадка\n" } },
      "POST check": { ...table, form: { text: "ФИО;Площадка\n" } },
      "POST accept": { ...table, form: { text: "ФИО;Площадка\n" }, status: 422 },
    },
  },
  {
    route: "desk/events/visitors/:id",
    at: () => "/desk/events/visitors/00000000-0000-7000-8000-000000000000",
    calls: { GET: { asks: "signed-in", status: 404 }, POST: { asks: "signed-in", status: 404 } },
  },
  {
    route: "desk/events/:id",
    at: async (records) => `/desk/events/${await meeting(records)}`,
    calls: {
      GET: "event.read",
      "POST announce": keep(),
      "POST hold": keep(),
      "POST confirm": "event.confirm",
      "POST reopen": "event.confirm",
      "POST cancel": keep({ reason: "проверка" }),
      "POST outcome": keep({ version: "1" }),
      "POST paper": keep({ kind: "material", files: file("list.txt") }),
      "POST remove-paper": keep(async ({ one }) => ({ paper: await one("event_paper", "not is_public") })),
      "POST raise": keep(),
      "POST answer": {
        asks: "event-question.answer",
        form: async ({ one }) => ({ question: await one("event_question"), version: "1" }),
      },
      "POST publish": keep(async ({ one }) => ({ question: await one("event_question"), version: "1" })),
      "POST withdraw": keep(async ({ one }) => ({ question: await one("event_question"), version: "1" })),
      "POST copy": keep({ date: "2026-05-05" }),
    },
  },
  {
    route: "desk/events/:id/attendance",
    at: async (records) => `/desk/events/${await meeting(records)}/attendance`,
    calls: {
      GET: "attendance.read",
      "POST mark": work(async ({ one }) => ({ participant: await one("participant", "name = 'Вера Обходова'") })),
      "POST enter": work(async () => ({ participant: newId(), name: "Новый Участник", consent: "yes" })),
      "POST unmark": work(async (records) => ({
        mark: await records.one("attendance_mark", await ofMeeting(records)),
      })),
      "POST count": work(async () => ({ people: "12", method: "counted" })),
      "POST accept": "event.confirm",
      "POST refuse": "event.confirm",
      "POST join": {
        asks: "participant.keep",
        form: async ({ one }) => ({ keep: await one("participant"), alias: await one("participant") }),
      },
    },
  },
  {
    route: "desk/events/:id/attendance/sheets",
    at: async (records) => `/desk/events/${await meeting(records)}/attendance/sheets`,
    calls: { GET: "event.work", POST: work(async () => ({ emptyRows: "5" })) },
  },
  {
    route: "desk/events/:id/attendance/sheets/:sheet",
    at: async (records) => `/desk/events/${await meeting(records)}/attendance/sheets/${await paperOf(records)}`,
    calls: { GET: "event.work" },
  },
  {
    route: "desk/events/:id/attendance/sheets/:sheet/entry",
    at: async (records) => `/desk/events/${await meeting(records)}/attendance/sheets/${await paperOf(records)}/entry`,
    calls: { GET: "event.work", POST: { asks: "event.work", form: { signed: "1", "name-1": "С Бумаги" } } },
  },
  {
    route: "desk/events/:id/attendance/door/:site",
    at: async (records) => `/desk/events/${await meeting(records)}/attendance/door/${(await siteOf(records)).site}`,
    calls: { GET: "event.work", "POST make": { asks: "event.work" }, "POST anew": { asks: "event.work" } },
  },
  {
    route: "come/:code",
    at: () => `/come/${"a".repeat(20)}`,
    calls: { GET: { asks: "everybody", status: 404 }, POST: { asks: "everybody", status: 404 } },
  },
  { route: "sheet/manifest.webmanifest", calls: { GET: "everybody" } },
  { route: "sheet", calls: { GET: "everybody" } },
  {
    route: "sheet/:id",
    at: async (records) => `/sheet/${await meeting(records)}`,
    calls: { GET: "event.work" },
  },
  {
    route: "sheet/:id/people",
    at: async (records) => `/sheet/${await meeting(records)}/people`,
    calls: { GET: "event.work" },
  },
  {
    route: "sheet/:id/marks",
    at: async (records) => `/sheet/${await meeting(records)}/marks`,
    calls: { POST: { asks: "event.work", form: {}, json: true } },
  },
  {
    route: "desk/events/:id/edit",
    at: async (records) => `/desk/events/${await meeting(records)}/edit`,
    calls: {
      GET: "event.read",
      POST: keep({ ...FORM, version: "1" }),
      "POST find": { asks: "event.read", form: { "associationId-words": "тос" } },
    },
  },
  {
    route: "desk/events/:id/reception",
    at: async (records) => `/desk/events/${await reception(records)}/reception`,
    calls: {
      GET: "reception.read",
      "POST slots": keep(),
      "POST remove-slot": keep(async ({ one }) => ({ slot: await one("event_slot") })),
      "POST visit": { asks: "reception.keep" },
      "POST settle": {
        asks: "reception.keep",
        form: async ({ one }) => ({ visit: await one("event_visit"), version: "1", move: "miss" }),
      },
    },
  },
];
