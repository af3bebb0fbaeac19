import type { RefusalText } from "../kernel/refusal.ts";

/** What the server itself refuses when it starts. */
export const serverRefusals = {
  "installation-demonstration": {
    status: 409,
    ru: "В {place} лежит демонстрация, с --empty она не открывается и не стирается. Назовите другое место: --data ПАПКА или DATABASE_URL пустой базы.",
    en: "{place} holds the demonstration; --empty neither opens nor empties it. Name another place: --data FOLDER, or the DATABASE_URL of an empty database.",
  },
  "no-municipality": {
    status: 409,
    ru: "В базе нет ни одного муниципального образования. Запустите сервер: npm start загрузит пример, npm start -- --empty проведёт настройку.",
    en: "The database holds no municipality. Start the server: npm start loads the example, npm start -- --empty leads through the set-up.",
  },
  "tenant-malformed": {
    status: 422,
    ru: "Проверьте: {fields}. Короткое имя — латинские буквы, цифры и дефис; часовой пояс — вида Asia/Novosibirsk.",
    en: "Look again at: {fields}. The short name has Latin letters, digits and hyphens; the time zone is like Asia/Novosibirsk.",
  },
  "tenant-taken": {
    status: 409,
    ru: "Короткое имя или имя узла занято: {slug}.",
    en: "The short name or the host is taken: {slug}.",
  },
  "tenant-unknown": {
    status: 404,
    ru: "Муниципального образования {slug} в этой установке нет.",
    en: "There is no municipality {slug} in this installation.",
  },
  "region-unknown": {
    status: 404,
    ru: "Региона {slug} в этой установке нет.",
    en: "There is no region {slug} in this installation.",
  },
  "tenant-is-region": {
    status: 409,
    ru: "{slug} — сам регион: регион в регион не входит.",
    en: "{slug} is a region itself: a region is in no other.",
  },
  "file-has-no-editions": {
    status: 422,
    ru: "«{file}» — файл, редакций у него нет: уберите --edition или назовите программу её коротким именем (sosedstvo list).",
    en: "“{file}” is a file and has no editions: leave out --edition, or give the programme's short name (sosedstvo list).",
  },
  "nothing-to-amend-from": {
    status: 422,
    ru: "«{programme}»: более ранней редакции нет, не с чем сравнить. Назовите её: --from ФАЙЛ или --from ИМЯ@НОМЕР.",
    en: "“{programme}” has no earlier edition to compare with. Name one: --from FILE or --from NAME@NUMBER.",
  },
} as const satisfies Record<string, RefusalText>;

export type ServerRefusalCode = keyof typeof serverRefusals;
