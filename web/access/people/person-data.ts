import { data } from "react-router";
import { may } from "../../../src/access/permissions.ts";
import { answer } from "../../app/answer.ts";
import type { Doors } from "../../app/doors.ts";

/** One person of this municipality with their roles and consents; a page that is not there for anybody else. */
export async function loadPerson(doors: Doors, wanted: string | undefined) {
  const { actor, access } = doors;
  const people = await answer(doors, (ctx) => doors.people.list(ctx));
  const person = people.find(({ id }) => id === wanted);
  if (!person) throw data(null, { status: 404 });
  const { id, name, email, holdings, ended, erased } = person;
  const mayGive = may(actor, "role.give") && !erased;
  const choices = mayGive ? await answer(doors, (ctx) => doors.people.listSubjects(ctx)) : [];
  const { consents, texts } = await answer(doors, (ctx) => access.readConsentsOf(ctx, id));
  return {
    ...{ id, name, email, holdings, ended, erased, consents },
    texts: texts.map((text) => ({ id: text.id, purpose: text.purpose, version: text.version })),
    today: doors.today,
    choices,
    mayGive,
    mayRecord: may(actor, "consent.record") && !erased,
    mayExport: may(actor, "personal.export"),
    mayErase: may(actor, "personal.erase") && !erased && !(actor.kind === "person" && actor.personId === id),
  };
}

export type Person = Awaited<ReturnType<typeof loadPerson>>;
