import type { Language } from "../../src/kernel/refusal.ts";

const NBSP = "\u00a0";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** A local date `YYYY-MM-DD` as «25 мая 2024 г.» or “25 May 2024”. Anything else comes back as it is. */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.split("-").map(Number);
  const name = MONTHS[language][(month ?? 0) - 1];
  if (!year || !day || !name) return date;
  return `${day}${NBSP}${name} ${year}${language === "ru" ? `${NBSP}г.` : ""}`;
}

/** An ISO instant as the municipality's clock shows it: «25 мая 2024 г., 14:05». */
export function formatInstant(instant: string, timeZone: string, language: Language): string {
  const { date, time } = localParts(instant, timeZone);
  return `${formatDate(date, language)}, ${time}`;
}

/** The municipality's date of an ISO instant. */
export function formatDayOf(instant: string, timeZone: string, language: Language): string {
  return formatDate(localParts(instant, timeZone).date, language);
}

/**
 * A wall clock's `YYYY-MM-DDTHH:MM`, as a form sends it, in the municipality's time zone. An invalid date where it is none. In
 * the hour that a change of the clocks repeats, the earlier; of one that it leaves out, the instant of the change.
 */
export function parseLocal(wall: string, timeZone: string): Date {
  const asked = Date.parse(`${wall}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) || Number.isNaN(asked)) return new Date(Number.NaN);
  const offsetAt = (instant: number) => {
    const { date, time } = localParts(new Date(instant).toISOString(), timeZone);
    return Date.parse(`${date}T${time}Z`) - Math.floor(instant / 60_000) * 60_000;
  };
  const offsets = [asked - 86_400_000, asked + 86_400_000].map(offsetAt);
  return new Date(
    asked - Math.max(...offsets.filter((offset) => offsetAt(asked - offset) === offset), Math.min(...offsets)),
  );
}

/** A time zone as people here name it on a day: «МСК+4, UTC+7» or “UTC+7”. */
export function sayZone(timeZone: string, date: string, language: Language): string {
  const noon = new Date(`${date}T12:00Z`);
  const hoursOf = (zone: string) => {
    const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(noon);
    const said = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/.exec(said) ?? [];
    return (Number(hours) + Number(minutes) / 60) * (sign === "-" ? -1 : 1);
  };
  const signed = (hours: number) => (hours === 0 ? "" : hours > 0 ? `+${hours}` : `−${-hours}`);
  const own = hoursOf(timeZone);
  const universal = `UTC${signed(own)}`;
  return language === "ru" ? `МСК${signed(own - hoursOf("Europe/Moscow"))}, ${universal}` : universal;
}

function localParts(instant: string, timeZone: string): { date: string; time: string } {
  const form = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const [date = "", time = ""] = form.format(new Date(instant)).split(" ");
  return { date, time };
}
