import { data, type LoaderFunctionArgs } from "react-router";
import type { PlainTable } from "../../../src/desk/index.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import type { CofinancingYear } from "../../../src/ledger/cofinancing/views.ts";
import { SOURCES } from "../../../src/programme/contract.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { sendTable } from "../../app/send-table.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { makeText } from "../../ui/text.ts";
import { sourceName } from "../parts/money.ts";
import { readPeriod } from "./period.ts";
import { cofinancingWords } from "./words.ts";

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** `report.docx`, `report.xlsx`: the report to the region; `days.xlsx`, `days.csv`: the year's spending by day. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const [, name, format] = /^(report|days)\.(docx|xlsx|csv)$/.exec(args.params.file ?? "") ?? [];
  if (!name || !format) throw data(null, { status: 404 });
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const period = readPeriod(new URL(args.request.url).searchParams, doors.today);
  if (name === "days" && format !== "docx") {
    const year = await answer(doors, (ctx) => doors.ledger.getCofinancing(ctx, { id, year: period.year }));
    return sendTable(doors, dayTable(year, doors.language), { name: `subsidy-days-${period.year}`, format });
  }
  if (name !== "report" || format === "csv") throw data(null, { status: 404 });
  const kind = format === "docx" ? "docx" : "xlsx";
  const file = await answer(doors, (ctx) => doors.ledger.writeReport(ctx, { id, ...period }, kind));
  return new Response(new Uint8Array(file.bytes), {
    headers: { "content-type": TYPES[kind], "content-disposition": `attachment; filename="${file.name}"` },
  });
}

const inRoubles = (kopecks: bigint) => kopecks * 10_000n;

/** The days of the page as a file: a row for each day, paid and refunded by source. */
function dayTable(year: CofinancingYear, language: Language): PlainTable {
  const t = makeText(cofinancingWords, language);
  const of = (parts: CofinancingYear["paid"], source: string) =>
    inRoubles(parts.find((part) => part.source === source)?.kopecks ?? 0n);
  const sources = SOURCES.filter((source) => [...year.paid, ...year.refunded].some((part) => part.source === source));
  const figures = (day: Pick<CofinancingYear, "paid" | "refunded">) =>
    sources.flatMap((source) => [of(day.paid, source), of(day.refunded, source)]);
  return {
    title: t("days"),
    heads: [
      t("date"),
      ...sources.flatMap((source) => [
        t("paidOf", { source: sourceName(source, language) }),
        `${t("refundedOf")}, ${sourceName(source, language)}`,
      ]),
      t("held"),
    ],
    rows: year.days.map((day) => [formatDate(day.date, language), ...figures(day), inRoubles(day.held)]),
    totals: [t("total"), ...figures(year), ""],
  };
}
