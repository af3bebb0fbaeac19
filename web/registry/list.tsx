import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { isNarrowed, readFilter, writeFilter } from "./filter.ts";
import { ListTable } from "./parts/list-table.tsx";
import { Pager } from "./parts/pager.tsx";
import { PublicFilter } from "./parts/public-filter.tsx";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const filter = readFilter(new URL(args.request.url).searchParams);
  return { filter, page: await answer(doors, (ctx) => doors.registry.listPublic(ctx, filter)) };
}

/** The register of associations, for everybody. */
export default function List() {
  const { filter, page } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  const narrowed = isNarrowed(filter);
  const none = page.count === 0;
  const title = none ? t(narrowed ? "listNone" : "listEmpty") : t("listTitle", { count: page.count });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("associations")} />
      <h1>{title}</h1>
      <p className="lead">{none ? t(narrowed ? "listNoneNext" : "listEmptyNext") : t("listLead")}</p>
      {(!none || narrowed) && <PublicFilter filter={filter} settlements={page.settlements} />}
      {!none && <ListTable page={page} />}
      <Pager at={(to) => href(paths.associations) + writeFilter(filter, to)} page={page.page} pages={page.pages} />
      {!none && (
        <p className="links">
          <span className="soft">{t("files")}</span>
          <a href={href(paths.associationsFile("xlsx")) + writeFilter(filter)}>XLSX</a>
          <a href={href(paths.associationsFile("csv")) + writeFilter(filter)}>CSV</a>
        </p>
      )}
    </>
  );
}
