/** The local date, `YYYY-MM-DD`, at an instant in an IANA time zone such as `Asia/Novosibirsk`. Throws RangeError for an unknown zone. */
export function localDate(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    instant,
  );
}
