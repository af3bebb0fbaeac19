import type { Language } from "../kernel/refusal.ts";
import type { Need } from "./contract.ts";
import type { ChangedField } from "./event/fields.ts";
import type { EventState } from "./moves.ts";

/** Fields as sentences name them. */
export const FIELD_NAMES: Readonly<Record<ChangedField, Readonly<Record<Language, string>>>> = {
  kind: { ru: "вид", en: "kind" },
  ownKindId: { ru: "вид", en: "kind" },
  title: { ru: "название", en: "title" },
  description: { ru: "описание", en: "description" },
  organiser: { ru: "организатор", en: "organiser" },
  settlementId: { ru: "поселение", en: "settlement" },
  associationId: { ru: "ТОС", en: "association" },
  activityId: { ru: "строка программы", en: "activity of the programme" },
  startsAt: { ru: "начало", en: "beginning" },
  endsAt: { ru: "окончание", en: "end" },
  responsibleId: { ru: "ответственный", en: "person responsible" },
  agenda: { ru: "повестка", en: "agenda" },
  takesRegistrations: { ru: "запись жителей", en: "registration of residents" },
  capacity: { ru: "число мест", en: "places" },
  sites: { ru: "площадки", en: "sites" },
  hosts: { ru: "ведущие", en: "hosts" },
};

/** What a kind needs, as sentences ask for it. */
export const NEED_NAMES: Readonly<Record<Need | "sites", Readonly<Record<Language, string>>>> = {
  sites: { ru: "место проведения", en: "the place" },
  hosts: { ru: "ведущего", en: "a host" },
  agenda: { ru: "повестку или программу", en: "the agenda or programme" },
  reception: { ru: "время приёма", en: "times of the reception" },
  minutes: { ru: "протокол", en: "the minutes" },
  photos: { ru: "фотографии", en: "photographs" },
};

export const STATE_NAMES: Readonly<Record<EventState, Readonly<Record<Language, string>>>> = {
  planned: { ru: "запланировано", en: "planned" },
  announced: { ru: "объявлено", en: "announced" },
  held: { ru: "состоялось", en: "held" },
  confirmed: { ru: "подтверждено", en: "confirmed" },
  cancelled: { ru: "отменено", en: "cancelled" },
};
