import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Roster } from "../../../../src/event/index.ts";
import { isOver, type Mark, mergeMarks, type Person } from "./mark.ts";

/** An event whose sheet is on this device. */
export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly endsAt: string;
  /** When the device last had the names and marks from the server; null before the first time. */
  readonly readAt: string | null;
}

interface Schema extends DBSchema {
  sheets: { key: string; value: Sheet };
  people: { key: [string, string]; value: Person; indexes: { event: string } };
  marks: { key: [string, string, string]; value: Mark; indexes: { event: string } };
}

export type Device = IDBPDatabase<Schema>;

/** What the device keeps; of each municipality of a server apart, by where its pages stand. */
export function openDevice(base: string): Promise<Device> {
  return openDB<Schema>(`sheets${base}`, 1, {
    upgrade(db) {
      db.createObjectStore("sheets", { keyPath: "id" });
      db.createObjectStore("people", { keyPath: ["eventId", "id"] }).createIndex("event", "eventId");
      db.createObjectStore("marks", { keyPath: ["eventId", "siteId", "participantId"] }).createIndex(
        "event",
        "eventId",
      );
    },
  });
}

/** Says that an event's sheet is on the device; what it knows of the server stays. */
export async function keepSheet(device: Device, sheet: Omit<Sheet, "readAt">): Promise<void> {
  const was = await device.get("sheets", sheet.id);
  await device.put("sheets", { ...sheet, readAt: was?.readAt ?? null });
}

export function readPeople(device: Device, eventId: string): Promise<Person[]> {
  return device.getAllFromIndex("people", "event", eventId);
}

export function readMarks(device: Device, eventId: string): Promise<Mark[]> {
  return device.getAllFromIndex("marks", "event", eventId);
}

/** Changes a person's mark at a site in one transaction, so that two windows of one device do not write over each other. */
export async function changeMark(
  device: Device,
  place: Pick<Mark, "eventId" | "siteId" | "participantId">,
  change: (mark: Mark | undefined) => Mark | null,
): Promise<void> {
  const { store, done } = device.transaction("marks", "readwrite");
  const key: [string, string, string] = [place.eventId, place.siteId, place.participantId];
  const becomes = change(await store.get(key));
  await (becomes ? store.put(becomes) : store.delete(key));
  await done;
}

export async function addPerson(device: Device, person: Person): Promise<void> {
  await device.put("people", person);
}

/** Puts what the server has in the place of what the device knew of it; names that nothing needs any more go. */
export async function takeRoster(device: Device, eventId: string, roster: Roster): Promise<void> {
  const tx = device.transaction(["sheets", "people", "marks"], "readwrite");
  const own = await tx.objectStore("marks").index("event").getAll(eventId);
  const marks = mergeMarks(eventId, own, roster);
  const left = new Set(marks.map(({ siteId, participantId }) => `${siteId} ${participantId}`));
  for (const { siteId, participantId } of own) {
    if (!left.has(`${siteId} ${participantId}`)) await tx.objectStore("marks").delete([eventId, siteId, participantId]);
  }
  for (const mark of marks) await tx.objectStore("marks").put(mark);
  const needed = new Set(marks.map(({ participantId }) => participantId));
  const known = new Set(roster.people.map(({ id }) => id));
  for (const { id } of await tx.objectStore("people").index("event").getAll(eventId)) {
    if (!needed.has(id) && !known.has(id)) await tx.objectStore("people").delete([eventId, id]);
  }
  for (const { id, name, birthYear } of roster.people) {
    await tx.objectStore("people").put({ eventId, id, name, birthYear: String(birthYear ?? ""), isNew: false });
  }
  const sheet = await tx.objectStore("sheets").get(eventId);
  if (sheet) await tx.objectStore("sheets").put({ ...sheet, readAt: new Date().toISOString() });
  await tx.done;
}

/** Clears an event from the device: names, marks and the page that was kept to be opened without a network. */
export async function clearSheet(device: Device, eventId: string): Promise<void> {
  const tx = device.transaction(["sheets", "people", "marks"], "readwrite");
  for (const name of ["people", "marks"] as const) {
    let cursor = await tx.objectStore(name).index("event").openCursor(eventId);
    while (cursor) {
      await cursor.delete();
      cursor = await cursor.continue();
    }
  }
  await tx.objectStore("sheets").delete(eventId);
  await tx.done;
  for (const name of await caches.keys()) if (name.endsWith(`/sheet/${eventId}`)) await caches.delete(name);
}

/** Clears the events whose time on the device is over. */
export async function clearOver(device: Device): Promise<void> {
  for (const { id, endsAt } of await device.getAll("sheets")) {
    if (isOver(endsAt, await readMarks(device, id), Date.now())) await clearSheet(device, id);
  }
}
