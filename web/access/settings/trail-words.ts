import { ACTIONS, type Action, permissionOf } from "../../../src/access/permissions.ts";
import { isRole, ROLE_NAMES } from "../../../src/access/roles.ts";
import type { ShownValue, TrailRow } from "../../../src/access/trail/views.ts";
import type { Language } from "../../ui/language.ts";
import type { Text } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import type { ru } from "./ru.ts";

/** Deeds as they stand in the trail, where the permission table names what may be done. */
const DEEDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  request: { ru: "обращение к странице", en: "a request for a page" },
  "programme.import": { ru: "принят документ программы", en: "a programme's document was imported" },
  "programme.approve": { ru: "утверждена редакция программы", en: "an edition was approved" },
  "programme.discard": { ru: "документ отклонён", en: "a document was discarded" },
  "person.create": { ru: "заведена учётная запись", en: "an account was created" },
  "municipality.change": {
    ru: "изменены сведения о муниципальном образовании",
    en: "the municipality's particulars were changed",
  },
  "consent.give": { ru: "дано согласие", en: "a consent was given" },
  "consent.record": { ru: "внесено согласие на бумаге", en: "a consent on paper was recorded" },
  "consent.publish": { ru: "введён в действие текст согласия", en: "a consent's text was put into force" },
  "personal.export": { ru: "выгружены данные человека", en: "a person's data were exported" },
  "personal.erase": { ru: "уничтожены данные человека", en: "a person's data were erased" },
  "personal.operate": { ru: "отмечена обязанность оператора", en: "a duty of the operator was marked" },
  "programme.draft-open": { ru: "начат черновик редакции", en: "a draft was begun" },
  "programme.draft-discard": { ru: "черновик отменён", en: "a draft was discarded" },
  "programme.draft-submit": { ru: "черновик отправлен на утверждение", en: "a draft was submitted" },
  "programme.draft-amend": { ru: "акт внесён в черновик", en: "an act was taken into a draft" },
  "programme.draft-take-back": { ru: "правка черновика отменена", en: "a change of a draft was taken back" },
  "municipality.create": { ru: "заведено муниципальное образование", en: "a municipality was added" },
  "municipality.region": { ru: "изменён регион", en: "the region was changed" },
  "municipality.population": { ru: "записана численность населения", en: "the population was recorded" },
  "municipality.logo": { ru: "изменён знак", en: "the mark was changed" },
  "consent.withdraw": { ru: "согласие отозвано", en: "a consent was withdrawn" },
  "personal.incident": { ru: "инцидент с персональными данными", en: "an incident with personal data" },
  "letters.language": { ru: "выбран язык писем", en: "the language of letters was chosen" },
  "trail.export": { ru: "журнал выгружен", en: "the trail was exported" },
};

/** A deed in words; one that has none yet is shown by its code. */
export function nameAction(action: string, language: Language): string {
  const known = DEEDS[action]?.[language];
  if (known) return capitalise(known);
  return ACTIONS.includes(action as Action) ? capitalise(permissionOf(action as Action)[language]) : action;
}

export function nameRoles(roles: readonly string[], language: Language): string {
  return roles.map((role) => (isRole(role) ? ROLE_NAMES[role][language] : role)).join(", ");
}

export function nameActor(actor: TrailRow["actor"], t: Text<typeof ru>): string {
  if (actor.kind === "system") return t("trailSystem", { name: actor.name });
  if (actor.kind === "stranger") return t("trailStranger");
  return actor.name || t("trailErased");
}

/** What changed, a line for each field, and what else is said of the deed. */
export function listChanges(
  { fields, detail }: Pick<TrailRow, "fields" | "detail">,
  t: Text<typeof ru>,
): readonly string[] {
  const changes = fields.map(({ name, before, after }) => `${name}: ${showValue(before, t)} → ${showValue(after, t)}`);
  const details = Object.entries(detail).map(([name, value]) => `${name}: ${String(value)}`);
  return [...changes, ...details];
}

const LONGEST = 60;

/** A line as a page shows it: hashes and long texts are cut, the file has them whole. */
export function cutLine(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function showValue(value: ShownValue, t: Text<typeof ru>): string {
  if ("text" in value) return value.text === "" ? t("trailEmpty") : value.text;
  return value.state === "destroyed" ? t("trailErased") : t("trailEmpty");
}
