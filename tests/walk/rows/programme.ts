import { type CallRow, file, type RouteRow } from "../row.ts";

const published = (route: string, more = ""): RouteRow => ({
  route,
  at: ({ slug }) => `/${route.replace(":slug", slug)}${more}`,
  calls: { GET: "everybody" },
});
const at = (rest: string) => (records: { readonly slug: string }) => `/programmes/${records.slug}${rest}`;
const ACT = "?was=1&became=draft";

const draftOf: CallRow["form"] = async ({ one }) => ({ id: await one("programme_draft"), version: "1" });

export const programmeRows: readonly RouteRow[] = [
  { route: "/", calls: { GET: "everybody" } },
  published("programmes/:slug"),
  published("programmes/:slug/indicators"),
  { route: "programmes/:slug/indicators/:number", at: at("/indicators/1.1"), calls: { GET: "everybody" } },
  published("programmes/:slug/activities"),
  { route: "programmes/:slug/activities/:position", at: at("/activities/1"), calls: { GET: "everybody" } },
  published("programmes/:slug/finance"),
  published("programmes/:slug/editions"),
  { route: "programmes/:slug/editions/:edition", at: at("/editions/1"), calls: { GET: "everybody" } },
  { route: "programmes/:slug/editions/:edition/:file", at: at("/editions/1/original"), calls: { GET: "everybody" } },
  published("programmes/:slug/compare"),
  {
    route: "programmes/:slug/compare/:file",
    at: at("/compare/1-2.docx"),
    // The demonstration has one edition: there is nothing to compare it with.
    calls: { GET: { asks: "everybody", status: 404 } },
  },
  published("programmes/:slug/findings"),
  { route: "programmes/:slug/:file", at: at("/finance.csv"), calls: { GET: "everybody" } },
  // Only a region's pages have it.
  { route: "districts.csv", calls: { GET: { asks: "everybody", status: 404 } } },

  // The draft of the records changes nothing yet: there is no act to be made of it.
  {
    route: "programmes/:slug/act",
    at: at(`/act${ACT}`),
    calls: { GET: { asks: "programme.read-drafts", status: 422 } },
  },
  {
    route: "programmes/:slug/act.docx",
    at: at(`/act.docx${ACT}`),
    calls: { GET: { asks: "programme.read-drafts", status: 422 } },
  },
  {
    route: "programmes/:slug/draft",
    at: at("/draft"),
    calls: {
      GET: "programme.read-drafts",
      "POST open": "programme.draft",
      "POST rebase": { asks: "programme.draft", form: draftOf },
      POST: { asks: "programme.draft", form: draftOf },
      "POST discard": { asks: "programme.draft", form: draftOf },
    },
  },
  {
    route: "programmes/:slug/draft/changes",
    at: at("/draft/changes"),
    calls: { POST: { asks: "programme.draft", form: draftOf, json: true } },
  },
  {
    route: "programmes/:slug/draft/comparison",
    at: at("/draft/comparison"),
    calls: { GET: "programme.read-drafts" },
  },
  {
    route: "programmes/:slug/draft/history",
    at: at("/draft/history"),
    calls: { GET: "programme.read-drafts", POST: { asks: "programme.draft", form: draftOf } },
  },
  {
    route: "programmes/:slug/draft/act",
    at: at("/draft/act"),
    calls: {
      GET: "programme.read-drafts",
      "POST open": "programme.draft",
      POST: { asks: "programme.draft", form: { document: file("act.docx") } },
    },
  },
  {
    route: "import",
    calls: { GET: "signed-in", POST: { asks: "programme.import", form: { document: file("programme.txt") } } },
  },
  {
    route: "import/:id",
    at: async ({ one }) => `/import/${await one("programme_reading")}`,
    calls: {
      GET: "programme.read-drafts",
      "POST answer": "programme.import",
      "POST approve": { asks: "programme.approve", also: { asks: "programme.read-drafts" } },
      "POST discard": { asks: "programme.discard", form: { version: "1" } },
    },
  },
  {
    route: "import/:id/changes",
    at: async ({ one }) => `/import/${await one("programme_reading")}/changes`,
    calls: { GET: "programme.read-drafts" },
  },
];
