import { data } from "react-router";
import { may } from "../../../src/access/permissions.ts";
import { answer } from "../../app/answer.ts";
import type { Doors } from "../../app/doors.ts";

/** One person of this municipality with their roles; a page that is not there for anybody else. */
export async function loadPerson(doors: Doors, wanted: string | undefined) {
  const people = await answer(doors, (ctx) => doors.people.list(ctx));
  const person = people.find(({ id }) => id === wanted);
  if (!person) throw data(null, { status: 404 });
  const { id, name, email, holdings, ended } = person;
  return { id, name, email, holdings, ended, today: doors.today, mayGive: may(doors.actor, "role.give") };
}

export type Person = Awaited<ReturnType<typeof loadPerson>>;
