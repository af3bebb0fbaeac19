import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { showFigure } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords, termWords } from "../words.ts";
import { methodWords } from "./words.ts";
import { YearTabs } from "./year-tabs.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const year = new URL(args.request.url).searchParams.get("year") ?? doors.today.slice(0, 4);
  return { view: await answer(doors, (ctx) => doors.reports.getMethods(ctx, { year })) };
}

/** Every method with what it gives of a year. */
export default function Methods() {
  const { view } = useLoaderData<typeof loader>();
  const t = useText(methodWords);
  const reports = useText(reportWords);
  const lacks = useText(termWords);
  const language = useLanguage();
  const href = useHref();
  const { rows, year, years, mayWrite } = view;
  const title = t("listTitle", { count: rows.length });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.reports(year), text: reports("reports") }]} here={t("methods")} />
      <h1>{title}</h1>
      <p className="under">{t("listUnder", { year })}</p>
      {mayWrite && (
        <p className="buttons main-action">
          <Button component="a" href={href(paths.newMethod())}>
            {t("newOne")}
          </Button>
        </p>
      )}
      <YearTabs years={years} year={year} path={(own) => paths.methods(own)} />
      <section className="part">
        <FigureTable
          name={t("methods")}
          columns={[
            { key: "name", head: t("name") },
            { key: "source", head: t("source"), label: t("source") },
            { key: "result", head: t("resultOf", { year }), label: t("resultOf", { year }), number: true },
            { key: "band", head: t("bandOf"), label: t("bandOf") },
          ]}
          rows={rows.map(({ card, assessed }) => {
            const { outcome } = assessed;
            const lack = outcome.terms.find((term) => term.lack)?.lack;
            const band = outcome.band === null ? undefined : card.method.bands[outcome.band];
            return {
              key: card.key,
              cells: {
                name: (
                  <div>
                    <a href={href(paths.method(card.key, year))}>
                      <Words>{card.method.name}</Words>
                    </a>
                    <span className="note place">{card.isOwn ? t("own", { version: card.version }) : t("preset")}</span>
                  </div>
                ),
                source: <Words>{card.method.source.act}</Words>,
                result: outcome.value === null ? "–" : showFigure(outcome.value, language, 4),
                band: band?.name ?? (outcome.value === null && lack ? lacks(`lack-${lack}`) : "–"),
              },
            };
          })}
        />
      </section>
    </>
  );
}
