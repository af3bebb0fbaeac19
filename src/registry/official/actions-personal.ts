import { loadNames, type PersonalField, type PersonalSource } from "../../access/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectOfficialsOf } from "./store.ts";

const NAME: PersonalField = {
  at: "official.name",
  what: {
    ru: "имя и должность должностных лиц и депутатов, которые встречаются с жителями",
    en: "name and office of officials and deputies who meet residents",
  },
  ground: "law",
  readers: ["coordinator", "operator", "settlement", "chair", "administrator", "auditor"],
  retention: {
    ru: "пока хранятся мероприятия, которые человек вёл по должности",
    en: "while the events are kept that the person held by their office",
  },
  erasure: {
    keep: "пп. «д» п. 1 ч. 1 ст. 13 Федерального закона № 8-ФЗ: органы местного самоуправления называют своих руководителей",
  },
};

/**
 * Officials as a source of what is kept of people: by the account that a record names, and by the very name of the account.
 * Who holds a public office is public by law, so an erasure leaves the name in it.
 */
export const officialSource: PersonalSource<Tx> = {
  fields: [NAME],
  collect: async (ctx, personId) => {
    const name = (await loadNames(ctx, [personId])).get(personId) ?? "";
    const rows = await selectOfficialsOf(ctx, { personId, name });
    return [{ key: "offices", title: { ru: "Должности и мандаты", en: "Offices and mandates" }, rows }];
  },
  erase: async () => undefined,
};
