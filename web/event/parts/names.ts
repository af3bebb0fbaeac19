import { type EventKind, isBuiltInKind } from "../../../src/event/contract.ts";
import type { EventRowView } from "../../../src/event/views.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { formatDate } from "../../ui/dates.ts";
import type { MarkKind } from "../../ui/mark.tsx";
import { makeText } from "../../ui/text.ts";
import { eventWords } from "../words.ts";

/** A kind as lists name it; one of the municipality's own by its own name. */
export function kindName(
  { kind, kindName: own }: { kind: EventKind; kindName: string | null },
  language: Language,
): string {
  return isBuiltInKind(kind) ? makeText(eventWords, language)(`kind_${kind}`) : (own ?? "—");
}

/** «25 мая 2024 г., 12:00–16:00», with both days where they differ. */
export function sayWhen(
  event: Pick<EventRowView, "date" | "untilDate" | "from" | "until">,
  language: Language,
): string {
  const first = `${formatDate(event.date, language)}, ${event.from}`;
  return event.untilDate === event.date
    ? `${first}–${event.until}`
    : `${first} — ${formatDate(event.untilDate, language)}, ${event.until}`;
}

/** Who holds it: the association or settlement by name. */
export function organiserName(event: EventRowView, language: Language): string {
  const named = { association: event.association, settlement: event.settlement, administration: null }[event.organiser];
  return named ?? makeText(eventWords, language)(`organiser_${event.organiser}`);
}

/** A state's mark. */
export const STATE_MARKS: Readonly<Record<EventRowView["state"], MarkKind>> = {
  planned: "none",
  announced: "note",
  held: "done",
  confirmed: "done",
  cancelled: "error",
};

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ru: "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** `2024-05` as «Май 2024 г.». */
export function monthName(month: string, language: Language): string {
  const [year = "", number = "1"] = month.split("-");
  return `${MONTHS[language][Number(number) - 1]} ${year}${language === "ru" ? "\u00a0г." : ""}`;
}

/** The month so many months later. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
