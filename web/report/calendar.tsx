import { Button } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { REPORT_KINDS } from "../../src/report/contract.ts";
import type { CalendarRow } from "../../src/report/views.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { readTyped } from "../app/form.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { Mark, type MarkKind } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { reportWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const year = new URL(args.request.url).searchParams.get("year") ?? doors.today.slice(0, 4);
  return { calendar: await answer(doors, (ctx) => doors.reports.getCalendar(ctx, { year })) };
}

/** Opens a report: the one that was begun, or a new one. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { kind = "", slug = "", year = "", quarter = "", executor = "" } = readTyped(await args.request.formData());
  const id = await answer(doors, (ctx) => doors.reports.beginReport(ctx, { kind, slug, year, quarter, executor }));
  return redirect(inLanguage(paths.report(id), doors.language));
}

const isDone = ({ state }: CalendarRow) => state === "signed" || state === "accepted";

/** Which reports are due, until when, and how far each has come. */
export default function Calendar() {
  const { calendar } = useLoaderData<typeof loader>();
  const t = useText(reportWords);
  const href = useHref();
  const { rows, year, years, maySet } = calendar;
  const title =
    rows.length === 0
      ? t("calendarEmpty", { year })
      : t("calendarTitle", { year, done: rows.filter(isDone).length, all: rows.length });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("reports")} />
      <h1>{title}</h1>
      <p className="under">{rows.length === 0 ? t("calendarEmptyNext") : t("calendarUnder")}</p>
      <nav className="tabs" aria-label={t("years")}>
        {years.map((own) => (
          <a key={own} href={href(paths.reports(own))} aria-current={own === year ? "page" : undefined}>
            {t("yearTab", { year: own })}
          </a>
        ))}
      </nav>
      {rows.length > 0 && (
        <section className="part">
          <Rows />
        </section>
      )}
      <p className="links">
        <a href={href(paths.reportCharts(year))}>{t("charts")}</a>
        <a href={href(paths.methods(year))}>{t("methods")}</a>
      </p>
      {maySet && (
        <section className="part">
          <h2>{t("formsTitle")}</h2>
          <ul className="plain-list">
            {REPORT_KINDS.map((kind) => (
              <li key={kind}>
                <a href={href(paths.reportForm(kind))}>{t(`kind-${kind}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Rows() {
  const { calendar } = useLoaderData<typeof loader>();
  const t = useText(reportWords);
  const language = useLanguage();
  return (
    <FigureTable
      name={t("reports")}
      columns={[
        { key: "report", head: t("report") },
        { key: "period", head: t("period"), label: t("period") },
        { key: "due", head: t("due"), label: t("due") },
        { key: "state", head: t("state"), label: t("state") },
        { key: "open", head: "" },
      ]}
      rows={calendar.rows.map((row) => ({
        key: `${row.kind} ${row.slug} ${row.quarter} ${row.executor}`,
        cells: {
          report: (
            <div>
              <Words>{row.executor || row.title}</Words>
              <span className="note place">{t(`kind-${row.kind}`)}</span>
            </div>
          ),
          period: t(`period-${row.quarter}`).replaceAll(" ", "\u00a0"),
          due: (
            <div>
              {formatDate(row.due, language).replaceAll(" ", "\u00a0")}
              <Left row={row} />
            </div>
          ),
          state: <Mark kind={markOf(row)}>{t(`state-${row.state ?? "none"}`)}</Mark>,
          open: <Open row={row} />,
        },
      }))}
    />
  );
}

const MARKS: Readonly<Record<NonNullable<CalendarRow["state"]>, MarkKind>> = {
  draft: "note",
  signed: "done",
  accepted: "done",
  returned: "warning",
};
const markOf = ({ state, isLate }: CalendarRow): MarkKind =>
  isLate ? "warning" : state === null ? "none" : MARKS[state];

/** How long there is, or was; nothing of what is handed in. */
function Left({ row }: { readonly row: CalendarRow }) {
  const t = useText(reportWords);
  if (isDone(row)) return null;
  const count = Math.abs(row.daysLeft);
  return <span className="note place">{t(row.daysLeft < 0 ? "late" : "left", { count })}</span>;
}

function Open({ row }: { readonly row: CalendarRow }) {
  const { calendar } = useLoaderData<typeof loader>();
  const t = useText(reportWords);
  const href = useHref();
  if (row.id) return <a href={href(paths.report(row.id))}>{t("begin")}</a>;
  if (!calendar.mayWrite) return null;
  return (
    <Form method="post">
      {(["kind", "slug", "year", "quarter", "executor"] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={row[name]} />
      ))}
      <Button type="submit" size="compact-sm" variant="outline" name="intent" value="begin">
        {t("begin")}
      </Button>
    </Form>
  );
}
