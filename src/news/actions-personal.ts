import { loadNames, type PersonalField, type PersonalSource } from "../access/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { forgetAuthor, selectWritten } from "./store-personal.ts";

const AUTHOR: PersonalField = {
  at: "publication.author_name",
  what: { ru: "имя автора публикации", en: "the name of a publication's author" },
  ground: "publication",
  readers: ["coordinator", "operator", "settlement", "chair", "administrator", "auditor"],
  retention: { ru: "пока публикация видна и согласие не отозвано", en: "while it is public and the consent holds" },
  erasure: "blanked",
};

/** Publications as a source of what is kept of people: what they wrote, and where they are named as authors. */
export const newsSource: PersonalSource<Tx> = {
  fields: [AUTHOR],
  collect: async (ctx, personId) => {
    const name = (await loadNames(ctx, [personId])).get(personId)?.trim() ?? "";
    const rows = await selectWritten(ctx, personId, name);
    return [{ key: "publications", title: { ru: "Публикации", en: "Publications" }, rows }];
  },
  erase: async (ctx, personId) => {
    const name = (await loadNames(ctx, [personId])).get(personId)?.trim() ?? "";
    await forgetAuthor(ctx, personId, name);
  },
};
