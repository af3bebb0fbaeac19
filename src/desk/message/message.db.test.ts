import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Database, Tx } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import type { Subject } from "../subjects.ts";
import { openTestDesk, openTestDistrict, TASK } from "../testing.ts";

const DRAFT = newId();

let database: Database;
let desk: ReturnType<typeof openTestDesk>;
let here: Awaited<ReturnType<typeof openDistrict>>;
let task: Id;

const openDistrict = (slug: string) =>
  openTestDistrict(database, slug, {
    anna: ["coordinator"],
    boris: ["settlement"],
    vera: ["operator"],
    galina: ["auditor"],
    egor: ["settlement"],
  });

/** A record of another slice that only coordinators see. */
async function findDraft(ctx: Context<Tx>, id: Id): Promise<Subject | null> {
  if (id !== DRAFT) return null;
  const may = ctx.actor.kind === "person" && ctx.actor.holdings.some(({ role }) => role === "coordinator");
  return {
    title: "Черновик",
    href: "/programmes/p/draft",
    belongsTo: [here.actors.anna.personId, here.actors.vera.personId],
    may,
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  desk = openTestDesk({ "programme-draft": findDraft });
  here = await openDistrict("messages");
  task = await here.as(here.actors.anna)((ctx) =>
    desk.door.giveTask(ctx, { ...TASK, role: "", owner: here.actors.boris.personId }),
  );
});
afterAll(async () => {
  desk.close();
  await database.close();
});

type Who = keyof (typeof here)["actors"];
type Upload = { name: string; bytes: Uint8Array };
const code = (name: string) => expect.objectContaining({ code: name });
const thread = () => ({ kind: "task", id: task });
const say = (who: Who, text: string, files: readonly Upload[] = [], on = thread()) =>
  here.as(here.actors[who])((ctx) => desk.door.writeMessage(ctx, { thread: on, text, files }));
const open = (who: Who, on = thread()) => here.as(here.actors[who])((ctx) => desk.door.openThread(ctx, on));
const unread = async (who: Who) => (await here.as(here.actors[who])((ctx) => desk.door.getDesk(ctx))).threads;
const file = (name: string, text: string): Upload => ({ name, bytes: Buffer.from(text, "latin1") });
/** A picture of one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==",
  "base64",
).toString("latin1");

describe("messages on a task", () => {
  test("reach those whom it concerns, and are unread until they open it", async () => {
    await say("anna", "Когда будет протокол?");
    expect(await unread("boris")).toMatchObject([
      { title: TASK.title, count: 1, href: `/desk/tasks/${task}#messages` },
    ]);
    expect(await unread("vera")).toEqual([]);
    const seen = await open("boris");
    expect(seen.messages).toMatchObject([{ author: { name: "anna" }, text: "Когда будет протокол?", isOwn: false }]);
    expect(await unread("boris")).toEqual([]);
    expect((await open("anna")).messages[0]?.readBy).toEqual(["boris"]);
  });

  test.each(["vera", "egor"] as const)("are not there for %s, whose task it is not", async (who) => {
    await expect(open(who)).rejects.toEqual(code("subject-unknown"));
    await expect(say(who, "Я тоже")).rejects.toEqual(code("subject-unknown"));
  });

  test("an auditor reads them and writes none", async () => {
    expect((await open("galina")).mayWrite).toBe(false);
    await expect(say("galina", "Замечание")).rejects.toEqual(code("not-permitted"));
  });

  test("a stranger and another municipality find nothing", async () => {
    await expect(here.as(STRANGER)((ctx) => desk.door.openThread(ctx, thread()))).rejects.toEqual(
      code("subject-unknown"),
    );
    const there = await openDistrict("messages-elsewhere");
    const asked = there.as(there.actors.anna)((ctx) => desk.door.openThread(ctx, thread()));
    await expect(asked).rejects.toEqual(code("subject-unknown"));
  });

  test.each(["task", "no-such-kind", "constructor", "__proto__"])(
    "a record of kind %s that is none is refused",
    async (kind) => {
      await expect(open("anna", { kind, id: newId() })).rejects.toEqual(code("subject-unknown"));
      await expect(open("anna", { kind, id: "1 or 1=1" })).rejects.toEqual(code("subject-unknown"));
    },
  );

  test.each([
    ["nothing", "  \n ", [], "message-empty"],
    ["too much", "я".repeat(10_001), [], "message-long"],
    ["too many files", "файлы", Array.from({ length: 11 }, () => file("a.txt", "a")), "files-too-many"],
  ] as const)("saying %s is refused", async (_name, text, files, refusal) => {
    await expect(say("anna", text, files)).rejects.toEqual(code(refusal));
  });

  test("a file over the limit is refused and nothing of the message stays", async () => {
    const before = (await open("anna")).messages.length;
    const large = { name: "../большой.bin", bytes: new Uint8Array(20_000_001) };
    const refused = say("anna", "вот", [large]);
    await expect(refused).rejects.toMatchObject({
      code: "message-file-too-large",
      values: { name: "большой.bin", megabytes: 20 },
    });
    expect((await open("anna")).messages).toHaveLength(before);
  });

  test("nobody is told of a record that they may not see, though it concerns them", async () => {
    await say("anna", "О черновике", [], { kind: "programme-draft", id: DRAFT });
    expect(await unread("vera")).toEqual([]);
  });
});

describe("a correction", () => {
  test("is a new version; the old one stays, and two windows do not overwrite each other", async () => {
    const id = await say("boris", "Протокол будет\u0000 5 апреля");
    const correct = (who: Who, version: number, text: string) =>
      here.as(here.actors[who])((ctx) => desk.door.correctMessage(ctx, { id, version, text }));
    await correct("boris", 1, "Протокол будет 6 апреля");
    await expect(correct("boris", 1, "Протокол будет 7 апреля")).rejects.toEqual(code("message-changed"));
    await expect(correct("anna", 2, "Протокола не будет")).rejects.toEqual(code("not-permitted"));
    await expect(correct("boris", 2, " ")).rejects.toEqual(code("message-empty"));
    const message = (await open("anna")).messages.find((one) => one.id === id);
    expect(message).toMatchObject({
      text: "Протокол будет 6 апреля",
      earlier: [{ text: "Протокол будет 5 апреля" }],
      correctedAt: expect.any(String),
    });
  });
});

describe("files", () => {
  test("are typed by their content, and only those who see the record have them", async () => {
    const id = await say("boris", "", [
      file("снимок.svg", PNG),
      file("протокол.png", "<svg onload=alert(1)>"),
      file("начало.png", "\x89PNG\r\n\x1a\n<script>"),
    ]);
    const sent = (await open("anna")).messages.find((message) => message.id === id)?.files ?? [];
    expect(sent.map(({ name, isPicture }) => [name, isPicture])).toEqual([
      ["снимок.svg", true],
      ["протокол.png", false],
      ["начало.png", false],
    ]);
    const find = (who: Who, fileId: string) =>
      here.as(here.actors[who])((ctx) => desk.door.findMessageFile(ctx, fileId));
    const found = await find("galina", sent[1]?.id ?? "");
    expect(found).toMatchObject({ mediaType: "application/octet-stream", isPicture: false, bytes: 21 });
    expect(Buffer.from(await desk.door.readFile(found.hash)).toString()).toBe("<svg onload=alert(1)>");
    for (const who of ["vera", "egor"] as const) {
      await expect(find(who, sent[0]?.id ?? "")).rejects.toEqual(code("file-unknown"));
    }
  });

  test("a guessed name, hash or path finds nothing", async () => {
    const guessed = [
      newId(),
      createHash("sha256").update(PNG, "latin1").digest("hex"),
      "снимок.svg",
      "../../secret",
      "' or true --",
    ];
    for (const id of guessed) {
      const asked = here.as(here.actors.anna)((ctx) => desk.door.findMessageFile(ctx, id));
      await expect(asked).rejects.toEqual(code("file-unknown"));
    }
  });
});

test("the trail knows that something was said, and not what", async () => {
  await say("boris", "Секретное слово");
  const found = await database.pool.query("select detail, after from audit_entry where action = 'message.write'");
  expect(found.rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(found.rows)).not.toContain("Секретное");
});
