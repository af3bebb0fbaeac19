import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { FigureTable } from "../../../ui/figure-table.tsx";
import { formatCount } from "../../../ui/format.ts";
import { useLanguage } from "../../../ui/language.ts";
import { Summary } from "../../../ui/summary.tsx";
import { useText } from "../../../ui/text.ts";
import type { AttendancePage } from "../load.ts";
import { attendanceWords } from "../words.ts";

/** The totals: visits told apart from people, and a row for each site, by which one goes to it. */
export function TurnoutTable({ page }: { readonly page: AttendancePage }) {
  const { turnout, late } = page;
  const t = useText(attendanceWords);
  const language = useLanguage();
  const count = (number: number) => formatCount(number, language);
  const waiting = turnout.sites.reduce((sum, site) => sum + site.late, 0);
  return (
    <>
      <Summary
        items={[
          { key: "visits", figure: count(turnout.visits), words: t("visits") },
          { key: "distinct", figure: count(turnout.distinctNamed), words: t("distinct") },
          { key: "unnamed", figure: count(turnout.unnamed), words: t("unnamed") },
          ...(waiting > 0
            ? [
                {
                  key: "late",
                  figure: late.length > 0 ? <a href="#late">{count(waiting)}</a> : count(waiting),
                  words: t("waiting"),
                },
              ]
            : []),
        ]}
      />
      <p className="note">{t("visitsMean")}</p>
      {page.sites.length > 1 && <Sites page={page} />}
    </>
  );
}

function Sites({ page }: { readonly page: AttendancePage }) {
  const { turnout, sites, event } = page;
  const t = useText(attendanceWords);
  const language = useLanguage();
  const href = useHref();
  const kept = new Map(turnout.sites.map((site) => [site.siteId, site]));
  const say = (number: number | null | undefined, none = "0") =>
    number === null || number === undefined ? none : formatCount(number, language);
  const sum = (of: (site: (typeof turnout.sites)[number]) => number) =>
    formatCount(
      turnout.sites.reduce((all, site) => all + of(site), 0),
      language,
    );
  const number = (key: "named" | "counted" | "visits" | "late") => ({
    key,
    head: t(key),
    label: t(key),
    number: true,
  });
  return (
    <FigureTable
      name={t("attendance")}
      columns={[
        { key: "place", head: t("siteHead") },
        number("named"),
        number("counted"),
        number("visits"),
        number("late"),
      ]}
      rows={[
        ...sites.map(({ id, place }) => ({
          key: id,
          cells: {
            place: (
              <a
                href={href(paths.attendance(event.id, { site: id }))}
                {...(page.site?.id === id && { "aria-current": "true" as const })}
              >
                {place}
              </a>
            ),
            named: say(kept.get(id)?.named),
            counted: say(kept.get(id)?.counted, t("notCounted")),
            visits: say(kept.get(id)?.visits),
            late: say(kept.get(id)?.late),
          },
        })),
        {
          key: "total",
          total: true,
          cells: {
            place: t("total"),
            named: sum(({ named }) => named),
            counted: sum(({ counted }) => counted ?? 0),
            visits: sum(({ visits }) => visits),
            late: sum(({ late }) => late),
          },
        },
      ]}
    />
  );
}
