import { type CallRow, file, type RouteRow } from "../row.ts";

const item: RouteRow["at"] = async ({ one }) =>
  `/newsroom/${await one("publication_picture", "true", "publication_id")}`;
const move = (asks: "news.write" | "news.approve"): CallRow => ({ asks, form: { version: "1", reason: "проверка" } });

export const newsRows: readonly RouteRow[] = [
  { route: "news", calls: { GET: "everybody" } },
  { route: "news.csv", calls: { GET: "everybody" } },
  { route: "news.xlsx", calls: { GET: "everybody" } },
  {
    route: "news/:number",
    at: async ({ one }) => `/news/${await one("publication", "state = 'published'", "number")}`,
    calls: { GET: "everybody" },
  },
  {
    route: "news/pictures/:id/:size",
    at: async ({ one }) => `/news/pictures/${await one("publication_picture")}/small`,
    calls: { GET: "everybody" },
  },
  { route: "newsroom", calls: { GET: { asks: "news.read", of: "anything" } } },
  { route: "newsroom.csv", calls: { GET: { asks: "news.read", of: "anything" } } },
  { route: "newsroom.xlsx", calls: { GET: { asks: "news.read", of: "anything" } } },
  {
    route: "newsroom/new",
    calls: {
      GET: { asks: "news.read", of: "anything" },
      "POST draft": "news.write",
      "POST find": { asks: "news.read", of: "anything" },
    },
  },
  { route: "newsroom/outlets", calls: { GET: "outlet.keep", POST: "outlet.keep" } },
  {
    route: "newsroom/:id",
    at: item,
    calls: {
      GET: "news.read",
      "POST find": { asks: "news.read", of: "anything" },
      "POST edit": { asks: "news.write", form: { version: "1" } },
      "POST picture": { asks: "news.write", form: { picture: file("a.png"), alt: "Двор" } },
      "POST picture-off": {
        asks: "news.write",
        form: async ({ one }) => ({ pictureId: await one("publication_picture") }),
      },
      "POST submit": move("news.write"),
      "POST approve": move("news.approve"),
      "POST return": move("news.approve"),
      "POST publish": move("news.approve"),
      "POST withdraw": move("news.approve"),
    },
  },
];
