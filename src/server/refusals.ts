import type { RefusalText } from "../kernel/refusal.ts";

/** What the server itself refuses when it starts. */
export const serverRefusals = {
  "installation-demonstration": {
    status: 409,
    ru: "В {place} лежит демонстрация, с --empty она не открывается и не стирается. Назовите другое место: --data ПАПКА или DATABASE_URL пустой базы.",
    en: "{place} holds the demonstration; --empty neither opens nor empties it. Name another place: --data FOLDER, or the DATABASE_URL of an empty database.",
  },
  "backup-unknown": {
    status: 422,
    ru: "«{name}» — копия, которую эта версия программы не понимает. Обновите программу или возьмите другую копию.",
    en: "“{name}” is a backup that this version of the program does not understand. Update the program or take another backup.",
  },
  "backup-newer": {
    status: 409,
    ru: "Копия сделана более новой версией программы: {file} здесь нет или он другой. Обновите программу.",
    en: "The backup was made by a newer version of the program: {file} is missing here or differs. Update the program.",
  },
  "backup-damaged": {
    status: 422,
    ru: "Копия повреждена, из неё ничего не взято. Не сходится: {parts}. Возьмите другую копию.",
    en: "The backup is damaged, nothing was taken from it. What does not hold: {parts}. Take another one.",
  },
  "restore-not-empty": {
    status: 409,
    ru: "{place} не пусто, поверх ничего не записывается. Назовите пустое место: --data ПАПКА и, если база своя, DATABASE_URL пустой базы.",
    en: "{place} is not empty, and nothing is written over. Name an empty place: --data FOLDER and, for a database of your own, the DATABASE_URL of an empty one.",
  },
  "copy-differs": {
    status: 409,
    ru: "Таблица {table} после переноса не равна исходной. Ничего не перенесено; проверьте диск и повторите.",
    en: "The table {table} is not equal to its source after copying. Nothing was moved; check the disk and try again.",
  },
  "move-others": {
    status: 409,
    ru: "С базой работают другие: {count}. Остановите серверы и повторите: перенос берёт данные одного момента.",
    en: "Others are working with the database: {count}. Stop the servers and try again: a move takes the data of one moment.",
  },
  "move-same": {
    status: 409,
    ru: "Переносить некуда: это та же база. Назовите другую: --to postgresql://… или --to ПАПКА.",
    en: "There is nowhere to move to: this is the same database. Name another: --to postgresql://… or --to FOLDER.",
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
