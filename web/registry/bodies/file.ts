import { data, type LoaderFunctionArgs } from "react-router";
import type { PlainTable } from "../../../src/desk/index.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import type { SeatYear, ShareTerm } from "../../../src/registry/body/views.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { sendTable } from "../../app/send-table.ts";
import { makeText } from "../../ui/text.ts";
import { sayPercent } from "./parts/percent.ts";
import { joinTerms } from "./parts/years-table.tsx";
import { bodyWords } from "./words.ts";

/** `/bodies.xlsx` and `.csv`: the share year by year with its terms, as on the page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const [, format] = /\/bodies\.(csv|xlsx)$/.exec(new URL(args.request.url).pathname) ?? [];
  if (!format) throw data(null, { status: 404 });
  const years = await answer(doors, (ctx) => doors.bodies.listSeatYears(ctx));
  return sendTable(doors, shareTable(years, doors.language), { name: `seats-${doors.today}`, format });
}

type Sums = Pick<ShareTerm, "seats" | "held" | "percent">;

function shareTable(years: readonly SeatYear[], language: Language): PlainTable {
  const t = makeText(bodyWords, language);
  const heads = [t("year"), t("body"), t("planned"), t("onDay"), t("heldOf"), t("ofSeats"), t("percent")];
  const mean = [`${t("meanDays")} (1)`, `${t("meanDays")} (2)`, t("meanPercent")];
  const figures = (end: Sums | undefined, over: Sums) => [
    ...(end ? [end.held, end.seats, sayPercent(end.percent, language)] : ["", "", ""]),
    ...[over.held, over.seats, sayPercent(over.percent, language)],
  ];
  const rows = years.flatMap(({ year, planned, yearEnd, mean: over }) => [
    ...joinTerms(yearEnd.terms, over.terms).map((term) => [
      ...[year, term.name, "", yearEnd.asOf ?? ""],
      ...figures(term.end, term.over),
    ]),
    [
      ...[year, t("yearTotal", { year }), planned === null ? "" : sayPercent(planned, language), yearEnd.asOf ?? ""],
      ...figures(yearEnd, over),
    ],
  ]);
  const totals = [`${t("total")}: ${rows.length}`, ...heads.slice(1).map(() => ""), ...mean.map(() => "")];
  return { title: t("years"), heads: [...heads, ...mean], rows, totals };
}
