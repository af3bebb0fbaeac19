import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { BodyTable } from "./parts/body-table.tsx";
import { SeatYearsTable } from "./parts/years-table.tsx";
import { bodyWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const rows = await answer(doors, (ctx) => doors.bodies.listBodies(ctx));
  return { rows, years: await answer(doors, (ctx) => doors.bodies.listSeatYears(ctx)) };
}

/** In which councils associations sit, and their share of the seats, for everybody. */
export default function PublicBodies() {
  const { rows, years } = useLoaderData<typeof loader>();
  const t = useText(bodyWords);
  const href = useHref();
  const title =
    rows.length === 0
      ? t("bodies")
      : t("title", { count: rows.filter(({ heldByAssociations }) => heldByAssociations > 0).length });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("bodies")} />
      <h1>{title}</h1>
      <p className="lead">{rows.length === 0 ? t("none") : t("under")}</p>
      {rows.length > 0 && (
        <section className="part">
          <BodyTable rows={rows} pathOf={paths.body} showsWarnings={false} />
        </section>
      )}
      {years.length > 0 && (
        <section className="part">
          <h2>{t("years")}</h2>
          <p className="measure soft">{t("yearsUnder")}</p>
          <SeatYearsTable years={years} pathOf={paths.body} />
          <p className="links">
            <span className="soft">{t("files")}</span>
            <a href={href(paths.bodiesFile("xlsx"))}>XLSX</a>
            <a href={href(paths.bodiesFile("csv"))}>CSV</a>
          </p>
        </section>
      )}
    </>
  );
}
