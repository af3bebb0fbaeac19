import type { Context } from "../../src/kernel/context.ts";
import { type Id, newId } from "../../src/kernel/id.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import { registry } from "../../src/registry/index.ts";
import { asSystem } from "../../src/server/as-system.ts";
import type { Installation, Place } from "../installation/open.ts";
import { addPerson } from "../installation/people.ts";

const BASE = { organiser: "administration", from: "10:00", until: "12:00", sites: [{ place: "Клуб" }] };

/**
 * Of events: a meeting that was held, with a public paper and one that is not and a question that somebody owes an answer; a
 * reception with times and a visitor's card; one that may be registered for; a kind of the municipality's own; an association.
 */
export async function makeEventRecords(site: Installation, place: Place): Promise<void> {
  const { events } = site.slices;
  const { personId: ownerId } = await addPerson(site, "Кто отвечает", [{ role: "auditor", place }]);
  const file = { kind: "material", name: "памятка.txt", bytes: Buffer.from("памятка"), caption: "", keepsPlace: false };
  const papers = [
    await events.preparePaper({ ...file, isPublic: true }),
    await events.preparePaper({ ...file, isPublic: false }),
  ];
  await asSystem(site.database, place.municipalityId, async (ctx) => {
    await ensureAssociation(ctx);
    await events.addKind(ctx, { name: "Ярмарка обхода", needs: [], isTraining: false });
    const official = { kind: "official", name: "Кто принимает", office: "глава", since: "2020-01-01", until: "" };
    const host = await registry.addOfficial(ctx, official);
    const meeting = { ...BASE, kind: "meeting", title: "Встреча обхода", agenda: "1. Дороги", date: "2026-03-02" };
    const reception = { ...BASE, kind: "reception", title: "Приём обхода", date: "2026-03-03" };
    const open = { ...BASE, kind: "clean-up", title: "Субботник обхода", date: "2099-04-18", takesRegistrations: true };
    const [held = "", received = "", announced = ""] = await events.planEvents(ctx, [
      { ...meeting, hosts: [host] },
      { ...reception, hosts: [host] },
      open,
    ]);
    await events.moveEvents(ctx, { ids: [held], move: "hold" });
    await events.moveEvents(ctx, { ids: [announced], move: "announce" });
    for (const paper of papers) await events.addPaper(ctx, held, paper);
    await makeAttendance(ctx, site, held);
    const asked = { eventId: held, question: "Когда?", asker: "", contact: "", ownerId, dueDate: "2099-01-01" };
    await events.raiseQuestion(ctx, asked);
    const hours = { officialId: host, from: "10:00", until: "11:00", minutes: "20" };
    await events.addSlots(ctx, { eventId: received, ...hours });
    const visit = { slotId: "", officialId: host, name: "Посетитель", contact: "", subject: "Дорога" };
    await events.openVisit(ctx, { ...visit, eventId: received });
  });
}

/** Two people who were marked, and one who was not. */
async function makeAttendance(ctx: Context<Tx>, { slices: { events } }: Installation, eventId: Id): Promise<void> {
  const [place] = await events.listSites(ctx, eventId);
  const siteId = place?.id ?? "";
  const participants = ["Анна Обходова", "Борис Обходов", "Вера Обходова"].map((name) => ({
    id: newId(),
    name,
    consent: true,
  }));
  const marks = participants.slice(0, 2).map(({ id }) => ({ id: newId(), siteId, participantId: id }));
  await events.attendance.recordMarks(ctx, eventId, { channel: "name", participants, marks });
  await events.attendance.makeSheet(ctx, { eventId, siteId, emptyRows: 3 });
}

async function ensureAssociation(ctx: Context<Tx>): Promise<Id> {
  const [known] = await registry.listAssociations(ctx);
  if (known) return known.id;
  const settlementId = await registry.addSettlement(ctx, { name: "Поселение обхода", oktmo: "" });
  return registry.enterAssociation(ctx, { name: "ТОС обхода", settlementId });
}
