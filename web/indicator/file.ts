import { data, type LoaderFunctionArgs } from "react-router";
import type { PlainTable } from "../../src/desk/index.ts";
import type { ActualYear } from "../../src/indicator/views.ts";
import type { Language } from "../../src/kernel/refusal.ts";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { sendTable } from "../app/send-table.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { showFigure, showPercent } from "../ui/exact.ts";
import { makeText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { readPeriod } from "./read-period.ts";
import { indicatorWords } from "./words.ts";

/** `/indicators.xlsx` and `.csv`: the rows of the year's page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { pathname } = new URL(args.request.url);
  const format = /\.(csv|xlsx)$/.exec(pathname)?.[1];
  if (!format) throw data(null, { status: 404 });
  const asked = readPeriod(args.request, doors.today);
  const sheet = await answer(doors, (ctx) => doors.indicators.listYear(ctx, asked));
  return sendTable(doors, toTable(sheet, doors.language), { name: `indicators-${sheet.until}`, format });
}

function toTable({ rows, until }: ActualYear, language: Language): PlainTable {
  const t = makeText(indicatorWords, language);
  const heads = ["name", "unit", "plan", "fact", "achieved", "records", "state"] as const;
  return {
    title: `${t("indicators")}, ${formatDate(until, language)}`,
    heads: heads.map((key) => t(key)),
    rows: rows.map(({ line, plan, value, achieved, noShare, records, state, lack }) => [
      `${line.number ?? line.position}. ${oneLine(line.name)}`,
      line.unit ?? "",
      plan === null ? "" : showFigure(plan, language),
      value === null ? (lack ? t(`lack-${lack}`) : "") : showFigure(value, language),
      achieved === null
        ? noShare && noShare !== "no-fact"
          ? t(`no-share-${noShare}`)
          : ""
        : showPercent(achieved, language),
      records,
      t(`state-${state}`),
    ]),
    totals: [`${t("total")}: ${rows.length}`, ...heads.slice(1).map(() => "")],
  };
}
