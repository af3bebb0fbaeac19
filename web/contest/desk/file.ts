import { data, type LoaderFunctionArgs } from "react-router";
import type { ApplicationRow } from "../../../src/contest/index.ts";
import type { PlainTable } from "../../../src/desk/index.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { answer } from "../../app/answer.ts";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { sendTable } from "../../app/send-table.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";
import { makeText } from "../../ui/text.ts";
import { contestWords } from "../words.ts";
import { callWords } from "./words.ts";

/** `applications.xlsx`, `applications.csv`: the table of the page; `calculation.json`: the file of the sitting that holds. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { id = "", file = "" } = args.params;
  if (file === "calculation.json") return sendCalculation(doors, id);
  const format = /^applications\.(csv|xlsx)$/.exec(file)?.[1];
  if (!format) throw data(null, { status: 404 });
  const rows = await answer(doors, (ctx) => {
    doors.access.requirePermission(ctx, "application.read");
    return doors.contests.listApplications(ctx, id);
  });
  const { timeZone } = doors.municipality;
  const table = applicationTable(rows, { language: doors.language, timeZone });
  return sendTable(doors, table, { name: `applications-${doors.today}`, format });
}

async function sendCalculation(doors: Doors, callId: string): Promise<Response> {
  const { file } = await answer(doors, async (ctx) => {
    const sittings = await doors.contests.listSittings(ctx, callId);
    const sittingId = sittings.find(({ state }) => state === "decided")?.id ?? "";
    return doors.contests.readCalculation(ctx, { callId, sittingId });
  });
  const disposition = { "content-disposition": 'attachment; filename="calculation.json"' };
  return new Response(file, { headers: { "content-type": "application/json; charset=utf-8", ...disposition } });
}

const inRoubles = (kopecks: bigint | null) => (kopecks ?? 0n) * 10_000n;

function applicationTable(
  rows: readonly ApplicationRow[],
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): PlainTable {
  const t = makeText(callWords, language);
  const words = makeText(contestWords, language);
  const add = (key: "requested" | "own") => rows.reduce((all, row) => all + inRoubles(row[key]), 0n);
  return {
    title: t("applications"),
    heads: [t("number"), t("title_"), t("association"), words("state"), t("submitted"), t("asked"), t("ownSum")],
    rows: rows.map((row) => [
      row.number ?? "",
      row.title,
      row.association ?? "",
      words(`application-${row.state}`),
      row.submittedAt === null ? "" : formatInstant(row.submittedAt, timeZone, language),
      inRoubles(row.requested),
      inRoubles(row.own),
    ]),
    totals: [words("total"), "", "", "", "", add("requested"), add("own")],
  };
}
