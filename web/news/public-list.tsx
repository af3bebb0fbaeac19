import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { PublicationRow } from "../../src/news/contract.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { formatDate } from "../ui/dates.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { Picture } from "./parts/picture.tsx";
import { NewsYearsTable } from "./parts/years-table.tsx";
import { newsWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const asked = new URL(args.request.url).searchParams.get("page") ?? "";
  const page = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
  const { rows, hasNext } = await answer(doors, (ctx) => doors.news.listPublished(ctx, page));
  const years = page === 1 ? await answer(doors, (ctx) => doors.news.listNewsYears(ctx)) : [];
  return { rows, hasNext, page, years };
}

/** The news, the newest first, for everybody. */
export default function NewsList() {
  const { rows, hasNext, page, years } = useLoaderData<typeof loader>();
  const t = useText(newsWords);
  const href = useHref();
  const title = rows.length === 0 ? t("newsNone") : t("newsTitle");
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("news")} />
      <h1>{title}</h1>
      <p className="lead">{rows.length === 0 ? t("newsNoneNext") : t("newsUnder")}</p>
      <ol className="news">
        {rows.map((row) => (
          <NewsItem key={row.id} row={row} />
        ))}
      </ol>
      {(hasNext || page > 1) && (
        <nav className="links" aria-label={t("pages")}>
          {page > 1 && <a href={href(paths.newsPage(page - 1))}>{t("newer")}</a>}
          {hasNext && (
            <a href={href(paths.newsPage(page + 1))} rel="next">
              {t("older")}
            </a>
          )}
        </nav>
      )}
      {years.length > 0 && (
        <section className="part">
          <h2>{t("years")}</h2>
          <p className="measure soft">{t("yearsUnder")}</p>
          <NewsYearsTable years={years} hrefOf={() => href(paths.news)} />
          <p className="links">
            <span className="soft">{t("files")}</span>
            <a href={href(paths.newsFile("xlsx"))}>XLSX</a>
            <a href={href(paths.newsFile("csv"))}>CSV</a>
          </p>
        </section>
      )}
    </>
  );
}

function NewsItem({ row }: { readonly row: PublicationRow }) {
  const t = useText(newsWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <li>
      {row.picture && <Picture picture={row.picture} size="small" />}
      <div>
        <h2>
          <a href={href(paths.newsItem(row.number))}>
            <Words>{row.title}</Words>
          </a>
        </h2>
        {row.lead && (
          <p className="measure">
            <Words>{row.lead}</Words>
          </p>
        )}
        <p className="note">
          {row.publishedOn && <time dateTime={row.publishedOn}>{formatDate(row.publishedOn, language)}</time>},{" "}
          {t(`kind-${row.kind}`)}
          {row.outlet && `, ${row.outlet.name}`}
        </p>
      </div>
    </li>
  );
}
