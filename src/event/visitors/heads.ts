import { findHeads, type Grid, type Heads } from "../../office/grid/heads.ts";
import { foldText } from "../../office/grid/words.ts";
import type { VisitorAnswers, VisitorColumn } from "./views.ts";

/** How people head their lists of visitors. */
const HEADS: Readonly<Record<VisitorColumn, readonly string[]>> = {
  name: [
    "ФИО",
    "Ф. И. О.",
    "ФИО участника",
    "ФИО полностью",
    "Фамилия, имя, отчество",
    "Фамилия имя отчество участника",
    "Фамилия, имя, отчество (при наличии)",
    "Участник",
    "Имя участника",
    "Житель",
    "Name",
    "Full name",
  ],
  surname: ["Фамилия", "Surname", "Last name"],
  firstName: ["Имя", "First name"],
  patronymic: ["Отчество", "Отчество (при наличии)", "Patronymic"],
  birth: [
    "Год рождения",
    "Дата рождения",
    "Г. р.",
    "Год рожд.",
    "Рождён",
    "Birth year",
    "Year of birth",
    "Date of birth",
  ],
  consent: [
    "Согласие",
    "Согласие на обработку персональных данных",
    "Согласие на обработку ПД",
    "Согласие на обработку ПДн",
    "Подпись",
    "Consent",
    "Signature",
  ],
  event: ["Мероприятие", "Номер мероприятия", "№ мероприятия", "Название мероприятия", "Event", "Event number"],
  date: ["Дата", "Дата мероприятия", "День", "Когда", "Date"],
  site: ["Площадка", "Место", "Место проведения", "Адрес площадки", "Где", "Site", "Place"],
};

const MEANINGS: ReadonlyMap<string, VisitorColumn> = new Map(
  (Object.entries(HEADS) as [VisitorColumn, readonly string[]][]).flatMap(([meaning, heads]) =>
    heads.map((head) => [foldText(head), meaning] as const),
  ),
);

export function findVisitorHeads(grid: Grid, said: VisitorAnswers["columns"]): Heads<VisitorColumn> | null {
  return findHeads(grid, { meanings: MEANINGS, anchors: ["name", "surname"], said });
}
