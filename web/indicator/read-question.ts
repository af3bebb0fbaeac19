import type { ActualRecord } from "../../src/indicator/contract.ts";
import { readPeriod } from "./read-period.ts";

/** So many records stand on a page. */
const PAGE = 100;

/** What the address of a figure's page asks for; the action judges it. */
export function readQuestion(request: Request, today: string) {
  const query = new URL(request.url).searchParams;
  const read = (name: string) => query.get(name) ?? "";
  return {
    ...readPeriod(request, today),
    ...{ until: read("until"), knownOn: read("knownOn"), since: read("since"), sinceKnownOn: read("sinceKnownOn") },
    page: read("page"),
  };
}

type Question = ReturnType<typeof readQuestion>;

/** The same back for an address, without its page and without what is empty. */
export function writeQuestion({ page: _, ...asked }: Question): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
}

/** The records of a page, and how many there are in all; a page that there is not is the nearest one that there is. */
export function takePage(all: readonly ActualRecord[], asked: string) {
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = Math.min(pages, /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1);
  return {
    records: all.slice((page - 1) * PAGE, page * PAGE),
    all: all.length,
    page,
    pages,
    from: (page - 1) * PAGE + 1,
  };
}

export type RecordPage = Omit<ReturnType<typeof takePage>, "records">;
