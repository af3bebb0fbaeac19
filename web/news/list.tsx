import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { useText } from "../ui/text.ts";
import { readNewsFilter, writeNewsFilter } from "./filter.ts";
import { NewsFilterForm } from "./parts/filter-form.tsx";
import { RowTable } from "./parts/row-table.tsx";
import { NewsYearsTable } from "./parts/years-table.tsx";
import { newsWords } from "./words.ts";

/** So many publications stand on a page of the list. */
const PAGE_ROWS = 50;

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams;
  const filter = readNewsFilter(asked);
  const all = await answer(doors, (ctx) => doors.news.listPublications(ctx, filter));
  const pages = Math.max(1, Math.ceil(all.length / PAGE_ROWS));
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked.get("page") ?? "1", 10) || 1));
  const rows = all.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  const { outlets } = await answer(doors, (ctx) => doors.news.listNewsChoices(ctx));
  const years = await answer(doors, (ctx) => doors.news.listNewsYears(ctx));
  const rights = { mayWrite: doors.may("news.write"), mayKeep: doors.may("outlet.keep") };
  return { filter, rows, count: all.length, page, pages, outlets, years, ...rights };
}

/** All publications, for those who write and approve them. */
export default function NewsRoom() {
  const { filter, rows, count, outlets, years, mayWrite, mayKeep } = useLoaderData<typeof loader>();
  const t = useText(newsWords);
  const href = useHref();
  const isNarrowed = Object.keys(filter).length > 0;
  const isEmpty = rows.length === 0 && !isNarrowed;
  const title = isEmpty ? t("roomNone") : t("roomTitle", { count });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("publications")} />
      <h1>{title}</h1>
      <p className="under">{isEmpty ? t("roomNoneNext") : t("roomUnder")}</p>
      <p className="links main-action">
        {mayWrite && <a href={href(paths.newPublication)}>{t("newPublication")}</a>}
        {mayKeep && <a href={href(paths.outlets)}>{t("outlets")}</a>}
      </p>
      {!isEmpty && <NewsFilterForm filter={filter} outlets={outlets} />}
      {rows.length === 0 && isNarrowed && <p className="lead">{t("roomNothingFound")}</p>}
      {rows.length > 0 && (
        <>
          <RowTable rows={rows} />
          <Pages />
          <p className="links">
            <span className="soft">{t("files")}</span>
            <a href={href(paths.newsroomFile("xlsx")) + writeNewsFilter(filter)}>XLSX</a>
            <a href={href(paths.newsroomFile("csv")) + writeNewsFilter(filter)}>CSV</a>
          </p>
        </>
      )}
      <section className="part">
        <h2>{t("years")}</h2>
        <p className="measure soft">{t("yearsUnder")}</p>
        <NewsYearsTable years={years} hrefOf={(year) => `${href(paths.newsroom)}?state=published&year=${year}`} />
      </section>
    </>
  );
}

/** The pages before and behind this one. */
function Pages() {
  const { filter, page, pages } = useLoaderData<typeof loader>();
  const t = useText(newsWords);
  const href = useHref();
  if (pages === 1) return null;
  const narrowed = writeNewsFilter(filter);
  const at = (to: number) => `${href(paths.newsroom)}${narrowed === "" ? "?" : `${narrowed}&`}page=${to}`;
  return (
    <nav className="links" aria-label={t("pages")}>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {t("newer")}
        </a>
      )}
      <span className="soft">{t("pageOf", { page, pages })}</span>
      {page < pages && (
        <a href={at(page + 1)} rel="next">
          {t("older")}
        </a>
      )}
    </nav>
  );
}
