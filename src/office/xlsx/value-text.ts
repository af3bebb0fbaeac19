import { toDecimalText } from "../sheet/decimal-text.ts";
import type { NumberFormat } from "./number-format.ts";

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars of Excel. */
const START_1900 = Date.UTC(1899, 11, 30);
const START_1904 = Date.UTC(1904, 0, 1);
/** Excel holds 1900 for a leap year; days before its 29 February are one day late. */
const FALSE_LEAP_DAY = 60;
/** 31 December 9999, the last day that Excel knows. */
const LAST_DAY = 2_958_465;

/** A number as it is printed by its format; dates as dd.mm.yyyy, whatever their order in the format. */
export function printNumber(value: number, format: NumberFormat, from1904: boolean): string {
  if (format.kind === "number") {
    return toDecimalText(value, format.decimals, format.shift) + (format.percent ? "%" : "");
  }
  if (format.kind === "elapsed") return printElapsed(value);
  if (value < 0 || value > LAST_DAY + 1) return toDecimalText(value, 0);
  return printDate(toDate(value, from1904), format);
}

function toDate(value: number, from1904: boolean): Date {
  const leap = !from1904 && value < FALSE_LEAP_DAY && value >= 1 ? 1 : 0;
  const start = from1904 ? START_1904 : START_1900;
  return new Date(start + Math.round((value + leap) * DAY_MS));
}

function printDate(date: Date, format: NumberFormat & { kind: "date" }): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = format.day ? [two(date.getUTCDate())] : [];
  const month = format.day || format.month ? [two(date.getUTCMonth() + 1)] : [];
  const year = format.day || format.month || format.year ? [String(date.getUTCFullYear())] : [];
  const time = format.time ? [`${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`] : [];
  return [[...day, ...month, ...year].join("."), ...time].filter((part) => part !== "").join(" ");
}

function printElapsed(value: number): string {
  const minutes = Math.round(Math.abs(value) * 24 * 60);
  return `${value < 0 ? "-" : ""}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
