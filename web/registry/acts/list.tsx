import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { readActFilter, writeActFilter } from "./filter.ts";
import { ActTable } from "./parts/act-table.tsx";
import { ActFilterForm } from "./parts/filter-form.tsx";
import { YearsTable } from "./parts/years-table.tsx";
import { actWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const filter = readActFilter(new URL(args.request.url).searchParams);
  const rows = await answer(doors, (ctx) => doors.acts.listActs(ctx, filter));
  const waiting = await answer(doors, (ctx) => doors.acts.listActs(ctx, { due: true }));
  const years = await answer(doors, (ctx) => doors.acts.listActYears(ctx));
  const may = { keep: doors.may("act.keep") };
  return {
    filter,
    rows,
    waiting: waiting.map(({ revision }) => revision?.dueDate ?? ""),
    years,
    may,
    today: doors.today,
  };
}

/** The register of legal acts, for those who keep it. */
export default function ActList() {
  const { filter, rows, waiting, years, may, today } = useLoaderData<typeof loader>();
  const t = useText(actWords);
  const href = useHref();
  const language = useLanguage();
  const isNarrowed = Object.keys(filter).length > 0;
  const isEmpty = rows.length === 0 && !isNarrowed;
  const title = isEmpty ? t("listNone") : t("listTitle", { count: rows.length });
  const [next] = waiting.toSorted();
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("acts")} />
      <h1>{title}</h1>
      <p className="under">
        {isEmpty ? t("listNoneNext") : t("listUnder", { day: formatDate(filter.on ?? today, language) })}
      </p>
      {next && (
        <p className="notice is-past">
          <a href={`${href(paths.registryActs)}?due=yes`}>
            {t("waiting", { count: waiting.length, day: formatDate(next, language) })}
          </a>
        </p>
      )}
      <p className="links main-action">
        {may.keep && <a href={href(paths.newAct)}>{t("newAct")}</a>}
        <a href={href(paths.revisionRules)}>{t("rules")}</a>
      </p>
      {!isEmpty && <ActFilterForm filter={filter} />}
      {rows.length === 0 && isNarrowed && <p className="lead">{t("listNothingFound")}</p>}
      {rows.length > 0 && (
        <>
          <ActTable rows={rows} name={t("acts")} pathOf={paths.registryAct} showsRevision />
          <p className="links">
            <span className="soft">{t("files")}</span>
            <a href={href(paths.registryActsFile("xlsx")) + writeActFilter(filter)}>XLSX</a>
            <a href={href(paths.registryActsFile("csv")) + writeActFilter(filter)}>CSV</a>
          </p>
        </>
      )}
      <section className="part">
        <h2>{t("years")}</h2>
        <p className="measure soft">{t("yearsUnder")}</p>
        <YearsTable years={years} pathOf={paths.registryAct} />
      </section>
    </>
  );
}
