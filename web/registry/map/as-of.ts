const DAY = /^(?:19|20)\d\d-\d\d-\d\d$/;

/** The day that the address asks for; undefined of none, of what is none, and of today. */
export function readAsOf(request: Request, today: string): string | undefined {
  const asked = new URL(request.url).searchParams.get("on") ?? "";
  const isDay = DAY.test(asked) && !Number.isNaN(Date.parse(`${asked}T00:00:00Z`));
  return isDay && asked !== today ? asked : undefined;
}
