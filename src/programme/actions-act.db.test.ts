import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personWith } from "../access/testing.ts";
import { newId } from "../kernel/id.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import type { TechniqueChoices } from "./amend/index.ts";
import type { Programme } from "./contract.ts";
import type { Address, Edit } from "./draft/edit.ts";
import { encodeChanges } from "./draft/transport.ts";
import { readValue } from "./draft/values.ts";
import { essenceOf } from "./export/essence.ts";
import { readActBytes } from "./reading-act.ts";
import { EXAMPLE_READING, openTestSlice } from "./testing-store.ts";
import type { ActSides } from "./views-act.ts";
import type { DraftView } from "./views-draft.ts";

const YARD = EXAMPLE_READING.programme.activities.findIndex((one) => one.name.text.includes("А у нас во дворе"));
const RESTATE: TechniqueChoices = { passport: "restate", annex2: "restate", annex3: "restate" };
const DRAFT = { was: null, became: "draft" } as const;

let database: Database;
let slice: ReturnType<typeof openTestSlice>;
let places = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  slice = openTestSlice(database);
});
afterAll(async () => {
  slice.removeFiles();
  await database.close();
});

async function newDraft() {
  places += 1;
  const place = `act${places}`;
  const municipality = await slice.createMunicipality(place);
  const run = slice.runAs(municipality);
  const slug = `${place}-2024-2026`;
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile(EXAMPLE_READING)));
  await run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: "акт", acceptErrors: true }));
  const draft = await run((ctx) => slice.door.openDraft(ctx, slug));
  return { municipality, run, slug, draft };
}

type Run = ReturnType<typeof slice.runAs>;

function figure(kind: "local" | "unitCost", key: string): Address {
  return { of: "figure", at: YARD, kind, key };
}

function save(run: Run, draft: DraftView, ...edits: Edit[]) {
  const changes = edits.map((edit) => ({
    token: randomUUID(),
    change: JSON.parse(encodeChanges([{ edits: [edit] }]))[0],
  }));
  const voice = { id: draft.id, version: draft.version, visitor: randomUUID(), place: null };
  return run((ctx) => slice.door.saveChanges(ctx, { ...voice, changes }));
}

function set(content: Programme, address: Address, text: string): Edit {
  return { do: "set", address, was: readValue(content, address) ?? "", text };
}

/** The summer amendment in a draft, its act, and a second draft of the edition in force. */
async function amendAndBeginAnew(techniques: TechniqueChoices) {
  const opened = await newDraft();
  const { run, slug, draft } = opened;
  const say = (address: Address, text: string) => set(draft.content, address, text);
  await save(
    run,
    draft,
    say(figure("local", "2025"), "400"),
    say(figure("local", "2026"), "600"),
    say(figure("unitCost", "2025"), "400"),
    say(figure("unitCost", "2026"), "600"),
    say(
      { of: "section", section: 0, paragraph: 0 },
      `${readValue(draft.content, { of: "section", section: 0, paragraph: 0 })} Так.`,
    ),
  );
  const first = await run((ctx) => slice.door.getDraft(ctx, slug));
  const question = { slug, sides: DRAFT, requisites: null, techniques };
  const { bytes } = await run((ctx) => slice.door.writeAct(ctx, question));
  await run((ctx) => slice.door.discardDraft(ctx, draft.id));
  const second = await run((ctx) => slice.door.openDraft(ctx, slug));
  const reading = await readActBytes(bytes, second.content);
  return { ...opened, first: first?.content ?? second.content, second, reading };
}

test.each([
  ["figures replaced", {}],
  ["parts printed anew", RESTATE],
] as const)("an act drafted from a draft with %s makes another draft the same", async (_name, techniques) => {
  const { run, slug, first, second, reading } = await amendAndBeginAnew(techniques);
  expect(reading.findings).toEqual([]);
  const chosen = { id: second.id, version: 0, proposals: reading.proposals, whole: true, name: "акт № 1", hash: "0" };
  await run((ctx) => slice.door.applyAct(ctx, chosen));
  const after = await run((ctx) => slice.door.getDraft(ctx, slug));
  expect(essenceOf(after?.content ?? second.content)).toEqual(essenceOf(first));
  const compared = await run((ctx) => slice.door.compareDraft(ctx, slug));
  expect(compared?.changes.filter((change) => change.fate !== "kept")).toEqual([]);
  const history = await run((ctx) => slice.door.listDraftHistory(ctx, { slug, page: 1 }));
  expect(history?.entries.map(({ version, act }) => [version, act])).toEqual([[1, "акт № 1"]]);
  await run((ctx) => slice.door.takeBack(ctx, { id: second.id, version: 1, change: 1 }));
  const back = await run((ctx) => slice.door.getDraft(ctx, slug));
  expect(essenceOf(back?.content ?? first)).toEqual(essenceOf(second.content));
});

test("of an act only some figures: the totals follow them", async () => {
  const { run, slug, second, reading } = await amendAndBeginAnew({});
  const proposals = reading.proposals.filter(({ edits }) =>
    edits.some((edit) => edit.do === "set" && edit.address.of === "figure" && edit.address.key === "2025"),
  );
  const chosen = { id: second.id, version: 0, proposals, whole: false, name: "акт", hash: "0" };
  await run((ctx) => slice.door.applyAct(ctx, chosen));
  const after = await run((ctx) => slice.door.getDraft(ctx, slug));
  const costs = after?.content.summary.find((row) => row.kind === "cost")?.values;
  expect([costs?.["2025"]?.printed, costs?.["2026"]?.printed]).toEqual(["1258,5", "1358,5"]);
});

test("an act is not taken into a draft that was changed meanwhile or says otherwise, nor twice, nor when nothing is ticked", async () => {
  const { run, second, reading } = await amendAndBeginAnew({});
  const { proposals } = reading;
  const apply = (version: number, some = proposals) =>
    run((ctx) =>
      slice.door.applyAct(ctx, { id: second.id, version, proposals: some, whole: true, name: "", hash: "0" }),
    );
  await expect(apply(0, [])).rejects.toMatchObject({ code: "nothing-chosen" });
  await save(run, second, set(second.content, figure("local", "2024"), "10"));
  await expect(apply(0)).rejects.toMatchObject({ code: "version-changed" });
  await expect(apply(1)).rejects.toMatchObject({ code: "act-does-not-fit" });
  await save(run, { ...second, version: 1 }, { do: "set", address: figure("local", "2024"), was: "10,0", text: "0,0" });
  await apply(2);
  await expect(apply(2)).rejects.toMatchObject({ code: "version-changed" });
});

test("a change that a later one covers is not taken back", async () => {
  const { run, slug, draft } = await newDraft();
  await save(run, draft, set(draft.content, figure("local", "2024"), "10"));
  const now = await run((ctx) => slice.door.getDraft(ctx, slug));
  await save(run, now ?? draft, set(now?.content ?? draft.content, figure("local", "2024"), "20"));
  const take = (change: number, version: number) =>
    run((ctx) => slice.door.takeBack(ctx, { id: draft.id, version, change }));
  await expect(take(1, 2)).rejects.toMatchObject({ code: "change-later" });
  await expect(take(9, 2)).rejects.toMatchObject({ code: "draft-changes-wrong" });
  await take(2, 2);
  await take(1, 3);
  const back = await run((ctx) => slice.door.getDraft(ctx, slug));
  expect(back?.content).toEqual(draft.content);
});

test("the record is told by pages, the last change first, in the words of the draft", async () => {
  const { run, slug, draft } = await newDraft();
  let content = draft.content;
  for (let at = 1; at <= 23; at++) {
    await save(run, { ...draft, version: at - 1 }, set(content, figure("local", "2024"), `${at}`));
    content = (await run((ctx) => slice.door.getDraft(ctx, slug)))?.content ?? content;
  }
  const history = await run((ctx) => slice.door.listDraftHistory(ctx, { slug, page: 2 }));
  expect(history).toMatchObject({ page: 2, pages: 2, version: 23 });
  expect(history?.entries.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(history?.entries.at(-1)).toMatchObject({
    madeBy: "test",
    edits: [
      {
        object: expect.stringContaining("А у нас во дворе"),
        detail: "местный бюджет, 2024 год",
        was: "0,0",
        became: "1",
      },
    ],
  });
});

test("two editions give their act; a draft of the older one is moved first, and keeps of an act what it can", async () => {
  const { run, slug, second, reading } = await amendAndBeginAnew(RESTATE);
  const chosen = { id: second.id, version: 0, proposals: reading.proposals, whole: true, name: "акт", hash: "0" };
  await run((ctx) => slice.door.applyAct(ctx, chosen));
  const later = { ...EXAMPLE_READING, programme: { ...EXAMPLE_READING.programme, title: renamed("Добрые соседи") } };
  const { id } = await run((ctx) => slice.door.saveReading(ctx, { ...slice.makeFile(later), slug }));
  await run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: "акт", acceptErrors: true }));
  const ask = (sides: ActSides) =>
    run((ctx) => slice.door.prepareAct(ctx, { slug, sides, requisites: null, techniques: {} }));
  const act = await ask({ was: 1, became: 2 });
  expect(JSON.stringify(act.paper)).toContain("Программы изложить в следующей редакции: «Добрые соседи»");
  await expect(ask({ was: 2, became: 2 })).rejects.toMatchObject({ code: "nothing-to-amend" });
  await expect(ask({ was: 1, became: 9 })).rejects.toMatchObject({ code: "edition-unknown" });
  await expect(ask(DRAFT)).rejects.toMatchObject({ code: "draft-outdated" });
  const { draft, conflicts } = await run((ctx) => slice.door.rebaseDraft(ctx, second.id));
  expect(conflicts.length).toBeGreaterThan(0);
  expect(draft.content.title.text).toBe("Добрые соседи");
});

function renamed(text: string) {
  return { ...EXAMPLE_READING.programme.title, text };
}

test("only those who may draft take an act in; who may read drafts sees the act", async () => {
  const { municipality, slug, draft, run } = await newDraft();
  await save(run, draft, set(draft.content, figure("local", "2024"), "10"));
  const auditor = slice.runAs(municipality, personWith(newId(), "auditor"));
  const resident = slice.runAs(municipality, personWith(newId(), "resident"));
  const question = { slug, sides: DRAFT, requisites: null, techniques: {} };
  const sheet = await auditor((ctx) => slice.door.prepareAct(ctx, question));
  expect(sheet.parts.map(({ part }) => part)).toEqual(["passport", "annex2", "annex3"]);
  await expect(resident((ctx) => slice.door.prepareAct(ctx, question))).rejects.toMatchObject({ name: "Refusal" });
  await expect(auditor((ctx) => slice.door.keepAct(ctx, new Uint8Array(1)))).rejects.toMatchObject({ name: "Refusal" });
  const back = { id: draft.id, version: 1, change: 1 };
  await expect(auditor((ctx) => slice.door.takeBack(ctx, back))).rejects.toMatchObject({ name: "Refusal" });
  const unknown = run((ctx) => slice.door.openAct(ctx, "0".repeat(64)));
  await expect(unknown).rejects.toMatchObject({ code: "act-unknown" });
  await expect(run((ctx) => slice.door.takeBack(ctx, { ...back, id: newId() }))).rejects.toMatchObject({
    code: "draft-unknown",
  });
});
