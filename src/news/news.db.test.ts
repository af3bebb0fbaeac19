import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../access/testing.ts";
import { openTestDesk, openTestDistrict } from "../desk/testing.ts";
import type { Id } from "../kernel/id.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { openFiles } from "../platform/files.ts";
import { registry } from "../registry/index.ts";
import { type NewsDoor, newsSource, openNews } from "./index.ts";
import type { PublicationInput } from "./input.ts";

let database: Database;
let folder: string;
let desk: ReturnType<typeof openTestDesk>;
let news: NewsDoor;
let district: Awaited<ReturnType<typeof openTestDistrict<"coordinator" | "operator" | "chair">>>;
let outletId: Id;
let associationId: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-news-"));
  desk = openTestDesk();
  news = openNews({ files: openFiles(folder), desk: desk.door });
  const people = { coordinator: ["coordinator"], operator: ["operator"], chair: ["resident"] } as const;
  district = await openTestDistrict(database, "news", people);
  outletId = await by()((ctx) => news.addOutlet(ctx, { kind: "newspaper", name: "Газета", link: "" }));
  const settlementId = await by()((ctx) => registry.addSettlement(ctx, { name: "Яр", oktmo: "" }));
  associationId = await by()((ctx) => registry.enterAssociation(ctx, { name: "Дружба", settlementId }));
});
afterAll(async () => {
  desk.close();
  rmSync(folder, { recursive: true });
  await database.close();
});

const by = (name: "coordinator" | "operator" = "coordinator") => district.as(district.actors[name]);

/** The day of the tests is 25 March 2026. */
const OWN: PublicationInput = {
  kind: "news",
  outletId: "",
  title: "Субботник во дворе",
  lead: "",
  text: "Вышли двадцать человек.",
  link: "",
  issue: "",
  publishedOn: "",
  activityId: "",
  associationIds: [],
  authorName: "",
};
const draft = (given: Partial<PublicationInput> = {}, who: "coordinator" | "operator" = "coordinator") =>
  by(who)((ctx) => news.draftPublication(ctx, { ...OWN, ...given }));
const get = (id: Id) => by()((ctx) => news.getPublication(ctx, id));
const move = async (id: Id, to: string, given: { reason?: string; publishedOn?: string; version?: string } = {}) => {
  const { version } = await get(id);
  const own = { id, version: String(version), move: to, reason: "", publishedOn: "", ...given };
  return by()((ctx) => news.movePublication(ctx, own));
};
const publish = async (given: Partial<PublicationInput> = {}) => {
  const id = await draft(given);
  for (const to of ["submit", "approve", "publish"]) await move(id, to);
  return id;
};
const stranger = () => district.as(STRANGER);

describe("the associations of a publication", () => {
  test("are listed where they are few, else found by number or words, the chosen ones beside them", async () => {
    const settlementId = await by()((ctx) => registry.addSettlement(ctx, { name: "Луг", oktmo: "" }));
    const ids: Id[] = [];
    for (const name of ["Заря", "Зарница", "Берег"]) {
      ids.push(await by()((ctx) => registry.enterAssociation(ctx, { name, settlementId })));
    }
    const choices = await by()((ctx) => news.listNewsChoices(ctx));
    expect(choices.associations?.map(({ name }) => name)).toContain("Берег");
    expect((await by()((ctx) => news.listNewsChoices(ctx, 2))).associations).toBeNull();
    const find = (words: string, chosen: readonly string[] = []) =>
      by()((ctx) => news.findNewsAssociations(ctx, { words, chosen }));
    const found = await find(" зар ", [ids[0] ?? "", "nobody"]);
    expect(found).toMatchObject({ words: "зар", chosen: [{ id: ids[0] }], found: [{ id: ids[1] }], hasMore: false });
    expect((await find("ромашка")).found).toEqual([]);
    expect((await find("")).found).toEqual([]);
    await expect(
      stranger()((ctx) => news.findNewsAssociations(ctx, { words: "зар", chosen: [] })),
    ).rejects.toMatchObject({ code: "not-signed-in" });
  });
});

describe("a publication", () => {
  test("goes from draft over approval to everybody, and is withdrawn with a reason", async () => {
    const id = await draft();
    const { number } = await get(id);
    const read = () => stranger()((ctx) => news.getPublished(ctx, String(number)));
    for (const to of ["submit", "approve"]) {
      await move(id, to);
      await expect(read()).rejects.toMatchObject({ code: "publication-unknown" });
    }
    await move(id, "publish");
    expect(await read()).toMatchObject({ title: OWN.title, text: OWN.text, publishedOn: "2026-03-25", events: [] });
    await expect(move(id, "withdraw")).rejects.toMatchObject({ code: "publication-reason" });
    await move(id, "withdraw", { reason: "перепутаны имена" });
    await expect(read()).rejects.toMatchObject({ code: "publication-unknown" });
    expect((await get(id)).events.map((event) => event.move)).toEqual(["submit", "approve", "publish", "withdraw"]);
  });

  test("waits for approval as a task on the desk, anew each time it is submitted", async () => {
    const id = await draft({ title: "Ждёт согласования" });
    const states = async () => {
      const { rows } = await by()((ctx) => desk.door.listAllTasks(ctx, {}));
      return rows
        .filter(({ title }) => title.includes("Ждёт согласования"))
        .map(({ state }) => state)
        .sort();
    };
    await move(id, "submit");
    expect(await states()).toEqual(["open"]);
    await move(id, "return", { reason: "нет имён" });
    expect(await states()).toEqual(["accepted"]);
    await move(id, "submit");
    expect(await states()).toEqual(["accepted", "open"]);
  });

  test.each<[string, Partial<PublicationInput>, string]>([
    ["of an unknown kind", { kind: "poem" }, "publication-kind"],
    ["without a title", { title: " " }, "publication-title"],
    ["with a title too long", { title: "я".repeat(301) }, "publication-title"],
    ["on an own page without a text", { text: " " }, "publication-text"],
    ["with a text too long", { text: "я".repeat(100_001) }, "publication-text"],
    ["with a script for a link", { link: "javascript:alert(1)" }, "publication-link"],
    ["with a machine of the office for a link", { link: "http://192.168.0.5/news" }, "publication-link"],
    ["of tomorrow", { publishedOn: "2026-03-26" }, "publication-date"],
    ["of a day that no month has", { publishedOn: "2026-02-30" }, "publication-date"],
    ["of an unknown association", { associationIds: ["' or 1=1"] }, "publication-belongs"],
    ["of an unknown activity", { activityId: "' or 1=1" }, "publication-belongs"],
    [
      "in an unknown outlet",
      { outletId: "' or 1=1", link: "https://a.example/1", publishedOn: "2026-03-01" },
      "outlet-unknown",
    ],
  ])("%s is refused", async (_case, given, code) => {
    await expect(draft(given)).rejects.toMatchObject({ code });
  });

  test("in an outlet says where and when it came out", async () => {
    await expect(draft({ outletId, publishedOn: "2026-03-01" })).rejects.toMatchObject({ code: "publication-where" });
    await expect(draft({ outletId, issue: "№ 5" })).rejects.toMatchObject({ code: "publication-date" });
    expect(await draft({ outletId, issue: "№ 5", publishedOn: "2026-03-01", text: "" })).toMatch(/-/);
  });

  test("with a link that another has, in whatever spelling, is told which; withdrawn ones stand in nobody's way", async () => {
    const given = { outletId, publishedOn: "2026-03-01", text: "" };
    const id = await publish({ ...given, link: "https://gazeta.example/a", title: "Первая" });
    const again = { ...given, link: "http://www.gazeta.example/a/?utm_source=vk#c" };
    const refusal = { code: "publication-link-known", values: { number: (await get(id)).number, title: "Первая" } };
    await expect(draft(again)).rejects.toMatchObject(refusal);
    const twice = ["https://gazeta.example/b", "https://gazeta.example/b/"].map((link) => draft({ ...given, link }));
    const outcomes = await Promise.allSettled(twice);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await move(id, "withdraw", { reason: "дубль" });
    expect(await draft(again)).toMatch(/-/);
  });

  test("is moved only as the table says, by who may, and not over another's change", async () => {
    const id = await draft({}, "operator");
    await expect(move(id, "publish")).rejects.toMatchObject({ code: "publication-move" });
    await expect(move(id, "burn")).rejects.toMatchObject({ code: "publication-move" });
    await expect(move(id, "submit", { version: "9" })).rejects.toMatchObject({ code: "publication-changed" });
    await move(id, "submit");
    const given = { id, version: "2", move: "approve", reason: "", publishedOn: "" };
    const own = by("operator")((ctx) => news.movePublication(ctx, given));
    await expect(own).rejects.toMatchObject({ code: "not-permitted" });
    await move(id, "approve");
    await expect(move(id, "publish", { publishedOn: "2026-03-26" })).rejects.toMatchObject({
      code: "publication-date",
    });
    await move(id, "publish", { publishedOn: "2026-03-20" });
    expect((await get(id)).publishedOn).toBe("2026-03-20");
  });

  test("is edited as a draft alone, and a stale save is refused", async () => {
    const id = await draft();
    const edit = (version: string, given: { id?: string } = {}) =>
      by()((ctx) => news.editPublication(ctx, { ...OWN, title: "Иначе", id, version, ...given }));
    await edit("1");
    await expect(edit("1")).rejects.toMatchObject({ code: "publication-changed" });
    await expect(edit("1", { id: "' or 1=1" })).rejects.toMatchObject({ code: "publication-unknown" });
    await move(id, "submit");
    await expect(edit("3")).rejects.toMatchObject({ code: "publication-closed" });
    expect((await get(id)).title).toBe("Иначе");
  });

  test("is written by a chair of their own association, and seen by them alone of what is no one's", async () => {
    const chair = { ...district.actors.chair, holdings: [{ role: "chair", subjectId: associationId }] };
    const write = (associationIds: readonly string[]) =>
      district.as(chair)((ctx) => news.draftPublication(ctx, { ...OWN, associationIds }));
    await expect(write([])).rejects.toMatchObject({ code: "not-permitted" });
    const id = await write([associationId]);
    const other = await draft({ title: "Чужая" });
    const seen = (await district.as(chair)((ctx) => news.listPublications(ctx, {}))).map((row) => row.id);
    expect([seen.includes(id), seen.includes(other)]).toEqual([true, false]);
    const look = district.as(chair)((ctx) => news.getPublication(ctx, other));
    await expect(look).rejects.toMatchObject({ code: "not-permitted" });
    await expect(stranger()((ctx) => news.listPublications(ctx, {}))).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("of another municipality is unknown here", async () => {
    const { number } = await get(await publish());
    const other = await openTestDistrict(database, "news-other", { coordinator: ["coordinator"] });
    const read = other.as(STRANGER)((ctx) => news.getPublished(ctx, String(number)));
    await expect(read).rejects.toMatchObject({ code: "publication-unknown" });
  });
});

describe("a picture", () => {
  const photograph = () =>
    sharp({ create: { width: 1800, height: 900, channels: 3, background: "#369" } })
      .withExif({ IFD0: { Artist: "Камера Петрова" } })
      .jpeg()
      .toBuffer();
  const add = (id: Id, given: { alt?: string; bytes?: Uint8Array } = {}) =>
    by()(async (ctx) => news.addPicture(ctx, { id, alt: "Двор", bytes: await photograph(), ...given }));

  test("is drawn anew without the camera's notes, large and small, and public with its publication alone", async () => {
    const id = await draft();
    await add(id);
    const [picture] = (await get(id)).pictures;
    expect(picture).toMatchObject({ alt: "Двор", width: 1600, height: 800, smallWidth: 480, smallHeight: 240 });
    const find = () => stranger()((ctx) => news.findPicture(ctx, picture?.id ?? "", "small"));
    await expect(find()).rejects.toMatchObject({ code: "publication-picture-unknown" });
    for (const to of ["submit", "approve", "publish"]) await move(id, to);
    const { hash, isPublic } = await find();
    const kept = await openFiles(folder).read(hash);
    expect([isPublic, Buffer.from(kept).includes("Петрова"), (await sharp(kept).metadata()).exif]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  test("is refused without words, without a file, as no picture, too many, and once the draft is closed", async () => {
    const id = await draft();
    await expect(add(id, { alt: " " })).rejects.toMatchObject({ code: "publication-picture-alt" });
    await expect(add(id, { bytes: new Uint8Array() })).rejects.toMatchObject({ code: "publication-picture-missing" });
    await expect(add(id, { bytes: Buffer.from("<svg/>") })).rejects.toMatchObject({ code: "picture-unreadable" });
    for (let at = 0; at < 12; at += 1) await add(id);
    await expect(add(id)).rejects.toMatchObject({ code: "publication-pictures-many" });
    const [first] = (await get(id)).pictures;
    const off = (pictureId: string) => by()((ctx) => news.takePictureOff(ctx, { id, pictureId }));
    await expect(off("' or 1=1")).rejects.toMatchObject({ code: "publication-picture-unknown" });
    await off(first?.id ?? "");
    expect((await get(id)).pictures).toHaveLength(11);
    await move(id, "submit");
    await expect(add(id)).rejects.toMatchObject({ code: "publication-closed" });
  });
});

test("an outlet is named once, with a kind, and with a link of the web", async () => {
  const add = (given: object) => by()((ctx) => news.addOutlet(ctx, { kind: "site", name: "Сайт", link: "", ...given }));
  await add({});
  await expect(add({ name: "САЙТ" })).rejects.toMatchObject({ code: "outlet-known" });
  await expect(add({ kind: "wall", name: "Стена" })).rejects.toMatchObject({ code: "outlet-name" });
  await expect(add({ name: " " })).rejects.toMatchObject({ code: "outlet-name" });
  await expect(add({ name: "Другой", link: "file:///etc" })).rejects.toMatchObject({ code: "publication-link" });
});

test("an outlet is corrected as its list shows it, under a name that no other has", async () => {
  const id = await by()((ctx) => news.addOutlet(ctx, { kind: "site", name: "Вестник", link: "" }));
  const find = async () => (await by()((ctx) => news.listNewsChoices(ctx))).outlets.find((one) => one.id === id);
  const change = (given: object) =>
    by()((ctx) => news.changeOutlet(ctx, { id, version: "1", kind: "radio", name: "Вестник", link: "", ...given }));
  await expect(change({ name: "газета" })).rejects.toMatchObject({ code: "outlet-known" });
  await expect(change({ id: "x" })).rejects.toMatchObject({ code: "outlet-unknown" });
  await expect(change({ kind: "wall" })).rejects.toMatchObject({ code: "outlet-name" });
  await change({ name: "ВЕСТНИК", link: "https://vestnik.example" });
  expect(await find()).toMatchObject({ kind: "radio", name: "ВЕСТНИК", link: "https://vestnik.example/", version: 2 });
  await expect(change({ name: "Иначе" })).rejects.toMatchObject({ code: "outlet-changed" });
  const asChair = district.as(district.actors.chair)((ctx) =>
    news.changeOutlet(ctx, { id, version: "2", kind: "site", name: "Моё", link: "" }),
  );
  await expect(asChair).rejects.toMatchObject({ code: "not-permitted" });
});

test("a year counts what is published by the day it came out, with the records", async () => {
  const before = await by()((ctx) => news.countPublications(ctx, 2023));
  await publish({ publishedOn: "2023-05-01", title: "Давнее" });
  await draft({ publishedOn: "2023-05-02" });
  const after = await by()((ctx) => news.countPublications(ctx, 2023));
  expect(after.count).toBe(before.count + 1);
  expect(after.terms.map(({ title }) => title)).toContain("Давнее");
  const [first] = await by()(news.listNewsYears);
  expect(first).toMatchObject({ year: 2023, planned: null, published: after.count, own: after.count, inOutlets: 0 });
});

test("a person's export names what they wrote, and erasing takes the author's name off", async () => {
  const id = await draft({ authorName: "Автор А. А." }, "operator");
  const { personId } = district.actors.operator;
  const [section] = await by()((ctx) => newsSource.collect(ctx, personId));
  expect(section?.rows.map((row) => row.author_name)).toContain("Автор А. А.");
  await by()((ctx) => newsSource.erase(ctx, personId));
  expect((await get(id)).authorName).toBeNull();
});
