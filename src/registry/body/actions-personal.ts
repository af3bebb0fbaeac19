import { loadNames, type PersonalField, type PersonalSource } from "../../access/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import { forgetHolder, selectSeatsOf } from "./store-personal.ts";

const HOLDER: PersonalField = {
  at: "body_seat.holder_name",
  what: { ru: "имя того, кто занимает место в совете или комиссии", en: "the name of who holds a seat of a body" },
  ground: "publication",
  readers: ["coordinator", "settlement", "administrator", "auditor"],
  retention: { ru: "до отзыва согласия", en: "until the consent is withdrawn" },
  erasure: "blanked",
};

/**
 * Seats as a source of what is kept of people. A seat names people who need no account, so a person is found by the very name
 * of their account; of a namesake only the name on the page goes, the seat stays theirs.
 */
export const bodySource: PersonalSource<Tx> = {
  fields: [HOLDER],
  collect: async (ctx, personId) => {
    const name = (await loadNames(ctx, [personId])).get(personId) ?? "";
    const rows = name.trim() === "" ? [] : await selectSeatsOf(ctx, name);
    return [
      { key: "seats", title: { ru: "Места в советах и комиссиях", en: "Seats of councils and commissions" }, rows },
    ];
  },
  erase: async (ctx, personId) => {
    const name = (await loadNames(ctx, [personId])).get(personId) ?? "";
    if (name.trim() !== "") await forgetHolder(ctx, name);
  },
};
