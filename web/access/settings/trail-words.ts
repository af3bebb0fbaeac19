import { ACTIONS, type Action, permissionOf } from "../../../src/access/permissions.ts";
import { isRole, ROLE_NAMES } from "../../../src/access/roles.ts";
import type { ShownValue, TrailRow } from "../../../src/access/trail/views.ts";
import type { Language } from "../../ui/language.ts";
import type { Text } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import type { ru } from "./ru.ts";
import { DEEDS, FIELDS, SUBJECTS } from "./trail-names.data.ts";

/** A deed in words; one that has none yet is shown by its code. */
export function nameAction(action: string, language: Language): string {
  const known = DEEDS[action]?.[language];
  if (known) return capitalise(known);
  return ACTIONS.includes(action as Action) ? capitalise(permissionOf(action as Action)[language]) : action;
}

/** The kind of record that a deed was done to; one without a name yet is shown by its code. */
export function nameSubject(kind: string, language: Language): string {
  return SUBJECTS[kind]?.[language] ?? kind;
}

/** What filled a refusal is not in the trail: its sentences without gaps, or the words before the first gap. */
export function cutUnfilled(sentences: string): string {
  const whole = sentences.split(/(?<=[.?!])\s+/).filter((sentence) => !/\{\w+\}/.test(sentence));
  return whole.length > 0 ? whole.join(" ") : sentences.replaceAll(/\{\w+\}/g, "…");
}

export function nameRoles(roles: readonly string[], language: Language): string {
  return roles.map((role) => (isRole(role) ? ROLE_NAMES[role][language] : role)).join(", ");
}

export function nameActor(actor: TrailRow["actor"], t: Text<typeof ru>): string {
  if (actor.kind === "system") return t("trailSystem", { name: actor.name });
  if (actor.kind === "stranger") return t("trailStranger");
  return actor.name || t("trailErased");
}

interface Saying {
  readonly t: Text<typeof ru>;
  /** None in a file for machines: fields keep their codes. */
  readonly language: Language | null;
}

/** What changed, a line for each field, and what else is said of the deed. */
export function listChanges(
  { fields, detail }: Pick<TrailRow, "fields" | "detail">,
  { t, language }: Saying,
): readonly string[] {
  const nameField = (name: string) => (language && FIELDS[name]?.[language]) || name;
  const changes = fields.map(
    ({ name, before, after }) => `${nameField(name)}: ${showValue(before, t)} → ${showValue(after, t)}`,
  );
  const details = Object.entries(detail).map(
    ([name, value]) => `${nameField(name)}: ${language ? showDetail(value, t) : String(value)}`,
  );
  return [...changes, ...details];
}

function showDetail(value: unknown, t: Text<typeof ru>): string {
  if (typeof value === "boolean") return t(value ? "trailYes" : "trailNo");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
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
