/** The year and quarter of an address; this year where it names none. The action judges them. */
export function readPeriod(request: Request, today: string): { readonly year: string; readonly quarter: string } {
  const query = new URL(request.url).searchParams;
  return { year: query.get("year") || today.slice(0, 4), quarter: query.get("quarter") ?? "" };
}
