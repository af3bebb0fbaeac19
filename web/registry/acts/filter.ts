import { ACT_KINDS, ACT_SUBJECTS, type ActFilter, EFFECT_STATES } from "../../../src/registry/act/views.ts";

const DAY = /^(19|20)\d\d-\d\d-\d\d$/;

/** The conditions of the register as the page's address says them; what is no condition is left out. */
export function readActFilter(asked: URLSearchParams): ActFilter {
  const kind = ACT_KINDS.find((known) => known === asked.get("kind"));
  const subject = ACT_SUBJECTS.find((known) => known === asked.get("subject"));
  const state = EFFECT_STATES.find((known) => known === asked.get("state"));
  const year = asked.get("year") ?? "";
  const text = (asked.get("text") ?? "").replaceAll("\u0000", "").trim().slice(0, 200);
  const on = asked.get("on") ?? "";
  const isDay = DAY.test(on) && new Date(`${on}T00:00:00Z`).toString() !== "Invalid Date";
  return {
    ...(kind && { kind }),
    ...(subject && { subject }),
    ...(state && { state }),
    ...(/^(19|20)\d\d$/.test(year) && { year: Number(year) }),
    ...(text !== "" && { text }),
    ...(asked.get("due") === "yes" && { due: true }),
    ...(isDay && { on }),
  };
}

/** The address's part after «?», with it; empty where nothing is narrowed. */
export function writeActFilter({ due, ...plain }: ActFilter): string {
  const pairs = Object.entries(plain).map(([name, value]) => [name, String(value)]);
  const all = due ? [...pairs, ["due", "yes"]] : pairs;
  return all.length === 0 ? "" : `?${new URLSearchParams(all)}`;
}
