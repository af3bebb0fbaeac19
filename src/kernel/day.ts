/** Whether the text is a day of the calendar, `YYYY-MM-DD`, of this century or the last: the thirty-first of February is none. */
export function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // A day that a month does not have is read as one of the next month.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** «25.05.2024» of `YYYY-MM-DD`, as papers and official texts print a day. */
export function printDay(date: string): string {
  return date.split("-").reverse().join(".");
}
