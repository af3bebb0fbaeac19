import { type CallRow, file, type RouteRow, self } from "../row.ts";

const ROLE = { role: "operator", on: "2026-03-01", basis: "протокол № 1" };
/** One's own way of signing in; a password that is wrong for all lets nothing happen. */
const own: CallRow = {
  asks: "sign-in.change",
  of: self,
  form: { password: "another password", email: "a@example.org" },
};
const invitation: CallRow["form"] = async ({ one }) => ({ id: await one("invitation") });
/** The page of letters calls its `intent` a deed. */
const letter = (deed: string): CallRow => ({
  asks: "mail.repeat",
  form: async ({ one }) => ({ deed, address: "post@example.org", id: await one("mail_letter", "template = 'test'") }),
});
const consent: CallRow["form"] = async ({ one, person }) => ({
  id: await one("consent", `person_id = '${person}'`),
  on: "2026-03-02",
  basis: "заявление",
});
/** The consent of this person where there is one, else anybody's. */
const preferring = (personId: string | null) =>
  personId
    ? `person_id = coalesce((select person_id from consent where person_id = '${personId}' limit 1), person_id)`
    : "true";
/** An earlier text takes no consent any more. */
const CURRENT_TEXT =
  "purpose = 'participation' and version = (select max(version) from consent_text where purpose = 'participation')";
const ofPerson: CallRow["of"] = ({ person }) => [person];

const signingIn: readonly RouteRow[] = [
  {
    // There is a municipality here: the page of the first start is gone for everybody.
    route: "set-up",
    calls: { GET: { asks: "everybody", status: 404 }, POST: { asks: "everybody", form: { code: "0" }, status: 404 } },
  },
  // Whoever clicked on a role would be another walker from then on; that each door opens is a journey.
  {
    route: "demonstration",
    calls: {
      GET: { asks: "everybody", status: 404 },
      POST: { asks: "everybody", form: { role: "nobody" }, status: 404 },
    },
  },
  { route: "first-steps", calls: { GET: "person.create" } },
  {
    route: "sign-in",
    calls: {
      GET: "everybody",
      POST: { asks: "everybody", form: { email: "nobody@example.org", password: "wrong password" }, status: 401 },
      "POST confirm": { asks: "everybody", form: (_, { personId }) => ({ email: `${personId}@example.com` }) },
    },
  },
  {
    route: "sign-in/second-factor",
    // Whoever has not given a password yet does that first.
    calls: {
      GET: { asks: "everybody", status: 302 },
      POST: { asks: "everybody", form: { code: "000000" }, status: 401 },
      "POST begin-passkey": { asks: "everybody", status: 401 },
      "POST passkey": { asks: "everybody", form: { answer: "{}" }, status: 401 },
    },
  },
  {
    route: "sign-in/with/:provider",
    at: () => "/sign-in/with/nobody",
    calls: { GET: { asks: "everybody", status: 404 } },
  },
  {
    route: "sign-in/with/:provider/back",
    at: () => "/sign-in/with/nobody/back",
    calls: { GET: { asks: "everybody", status: 404 } },
  },
  {
    route: "new-password",
    calls: {
      GET: "everybody",
      POST: { asks: "everybody", form: (_, { personId }) => ({ email: `${personId}@example.com` }) },
    },
  },
  {
    route: "new-password/:secret",
    at: (_, { personId }) => `/new-password/guessed-${personId}`,
    calls: { GET: "everybody", POST: { asks: "everybody", form: { next: "short" }, status: 422 } },
  },
  {
    route: "confirm-email/:secret",
    at: (_, { personId }) => `/confirm-email/guessed-${personId}`,
    calls: { GET: "everybody", POST: { asks: "everybody", status: 422 } },
  },
  {
    route: "invitation/:secret",
    at: (_, { personId }) => `/invitation/guessed-${personId}`,
    calls: {
      GET: "everybody",
      POST: { asks: "everybody", form: { name: "Незваный", next: "short" }, status: 422 },
      "POST self": "signed-in",
    },
  },
];

const ownSettings: readonly RouteRow[] = [
  {
    route: "settings",
    calls: {
      GET: "signed-in",
      "POST give": {
        asks: "consent.give",
        of: self,
        form: async ({ one }) => ({ id: await one("consent_text", CURRENT_TEXT) }),
      },
      "POST withdraw": {
        asks: "consent.give",
        of: self,
        form: async ({ one }, { personId }) => ({ id: await one("consent", preferring(personId)) }),
      },
    },
  },
  { route: "settings/own.zip", calls: { GET: { asks: "personal.export", of: self } } },
  {
    route: "settings/sign-ins",
    calls: { GET: { asks: "session.read", of: self }, POST: { asks: "session.read", of: self } },
  },
  {
    route: "settings/account",
    calls: {
      GET: { asks: "sign-in.change", of: self },
      "POST language": { asks: "sign-in.change", of: self, form: { language: "en" } },
      "POST password": own,
      "POST email": own,
      "POST unlink": own,
    },
  },
  {
    route: "settings/second-factor",
    calls: {
      GET: { asks: "sign-in.change", of: self },
      "POST start": own,
      "POST verify": { ...own, form: { code: "000000" } },
      "POST renew": own,
      "POST remove": own,
      "POST begin-passkey": own,
      "POST passkey": { ...own, form: { answer: "{}" } },
    },
  },
];

const people: readonly RouteRow[] = [
  {
    route: "people",
    calls: {
      GET: "person.read",
      "POST hand": { asks: "person.create", form: invitation },
      "POST letter": { asks: "person.create", form: invitation },
      "POST withdraw": { asks: "person.create", form: invitation },
      "POST require-not": "sign-in.require",
      // Nobody of those who walk has a second factor: from then on they hold no role.
      "POST require": { asks: "sign-in.require", last: true },
    },
  },
  { route: "people/invite", calls: { GET: "signed-in", POST: "person.create" } },
  {
    route: "people/:id",
    at: ({ person }) => `/people/${person}`,
    calls: {
      GET: "person.read",
      "POST give": { asks: "role.give", form: ROLE },
      "POST end": {
        asks: "role.give",
        form: async ({ one, person }) => ({
          ...ROLE,
          id: await one("role_holding", `person_id = '${person}' and role = 'resident'`),
        }),
      },
      "POST consent": { asks: "consent.record", form: { scan: file("consent.pdf", "%PDF-1.7") } },
      "POST withdrawal": { asks: "consent.record", of: ofPerson, form: consent },
    },
  },
  {
    route: "people/:id/data.zip",
    at: ({ person }) => `/people/${person}/data.zip`,
    calls: { POST: { asks: "personal.export", of: ofPerson, form: { basis: "заявление" } } },
  },
  {
    route: "people/:id/consents/:consent",
    at: async ({ one, person }) => `/people/${person}/consents/${await one("consent", `person_id = '${person}'`)}`,
    calls: { GET: "person.read" },
  },
  {
    route: "people/:id/erasure",
    at: ({ person }) => `/people/${person}/erasure`,
    calls: { GET: "personal.erase", POST: { asks: "personal.erase", form: { basis: "заявление" } } },
  },
];

const running: readonly RouteRow[] = [
  {
    route: "settings/municipality",
    calls: {
      GET: "municipality.change",
      "POST particulars": "municipality.change",
      "POST population": "municipality.change",
      "POST logo": { asks: "municipality.change", form: { logo: file("logo.png") } },
      "POST logo-remove": "municipality.change",
    },
  },
  {
    route: "settings/personal-data",
    calls: {
      GET: "personal.oversee",
      "POST duty": "personal.operate",
      "POST incident": "personal.operate",
      "POST step": { asks: "personal.operate", form: async ({ one }) => ({ id: await one("incident") }) },
      "POST publish": "consent.publish",
    },
  },
  { route: "settings/trail", calls: { GET: "trail.read" } },
  { route: "settings/trail.csv", calls: { GET: "trail.read" } },
  {
    route: "settings/mail",
    calls: {
      GET: "mail.read",
      "POST test": letter("test"),
      "POST repeat": letter("repeat"),
      "POST handOver": letter("handOver"),
      "POST cancel": letter("cancel"),
    },
  },
  {
    route: "marks/:mark",
    at: async ({ one }) =>
      `/marks/${(await one("municipality", "logo_hash is not null", "logo_hash")).slice(0, 12)}.webp`,
    calls: { GET: "everybody" },
  },
];

const signingOut: readonly RouteRow[] = [
  { route: "sign-out", calls: { GET: "everybody", POST: { asks: "everybody", last: true } } },
];

export const accessRows: readonly RouteRow[] = [...signingIn, ...ownSettings, ...people, ...running, ...signingOut];
