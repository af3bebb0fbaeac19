import { RETURN_WORKING_DAYS } from "./contract.ts";

/** Holidays of ст. 112 ТК РФ as month and day. Days off that the Government moves are not among them: a form lets people correct the day. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  ...["01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08"],
  ...["02-23", "03-08", "05-01", "05-09", "06-12", "11-04"],
]);

const DAY_MS = 86_400_000;

function isWorking(day: Date): boolean {
  const weekday = day.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day.toISOString().slice(5, 10));
}

/** The working day that is `days` working days after a date `YYYY-MM-DD`, which itself does not count. */
export function addWorkingDays(date: string, days: number): string {
  let day = new Date(`${date}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    day = new Date(day.getTime() + DAY_MS);
    if (isWorking(day)) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** The last day on which the unspent rest of a year goes back: the first fifteen working days of the next, п. 5 ст. 242 БК РФ. */
export function returnDayOf(year: number): string {
  return addWorkingDays(`${year}-12-31`, RETURN_WORKING_DAYS);
}
