import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useRootData } from "../app/root-data.ts";
import { formatDayOf } from "../ui/dates.ts";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const slug = args.params.slug ?? "";
  return { slug, editions: await answer(doors, (ctx) => doors.programme.listEditions(ctx, slug)) };
}

/** Every approved edition, the newest first. */
export default function Editions() {
  const { slug, editions } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const title = t("editionsTitle", { count: editions.length });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.programme(slug), text: t("programme") }]} here={t("editionsHead")} />
      <h1>{title}</h1>
      <p className="lead">{t("editionsUnder")}</p>
      <section className="part">
        <FigureTable
          name={t("editionsHead")}
          columns={[
            { key: "number", head: t("editionsHead") },
            { key: "title", head: t("programme"), label: t("programme") },
            { key: "compare", head: t("compareWithPrevious"), label: t("compareWithPrevious") },
            { key: "approvedAt", head: t("approvedAt"), label: t("approvedAt"), number: true },
          ]}
          rows={editions.map((edition) => ({
            key: String(edition.edition),
            cells: {
              number: (
                <>
                  <a className="nowrap" href={href(paths.edition(slug, edition.edition))}>
                    {t("editionOf", { number: edition.edition })}
                  </a>
                  {edition === editions[0] && <span className="soft">{`, ${t("editionInForce")}`}</span>}
                </>
              ),
              title: <Words>{edition.title}</Words>,
              compare: edition.edition > 1 && (
                <a href={href(paths.compare(slug, { was: edition.edition - 1, became: edition.edition }))}>
                  {t("compareLink", { number: edition.edition - 1 })}
                </a>
              ),
              approvedAt: formatDayOf(edition.approvedAt, timeZone, language),
            },
          }))}
        />
      </section>
    </>
  );
}
