import { Button, NativeSelect } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { REQUEST_STATES } from "../../../src/ledger/request/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { roubles } from "../parts/money.ts";
import { ledgerWords } from "../words.ts";
import { readFilter, readPage, writeFilter } from "./filter.ts";
import { RequestTable } from "./request-table.tsx";
import { requestWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams;
  const filter = readFilter(asked);
  const list = await answer(doors, (ctx) => doors.ledger.listRequests(ctx, filter, readPage(asked)));
  const rights = { ask: doors.may("request.ask"), money: doors.may("ledger.read") };
  return { filter, list, rights, thisYear: Number(doors.today.slice(0, 4)) };
}

/** Payment requests: everybody's to who decides, one's own to others. */
export default function Requests() {
  const { filter, list, rights } = useLoaderData<typeof loader>();
  const t = useText(requestWords);
  const money = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const isNarrowed = Object.keys(filter).length > 0;
  const said = list.count > 0 ? t("count", { count: list.count, sum: roubles(list.kopecks, language) }) : null;
  const title = said ?? t(isNarrowed ? "noneFound" : "none");
  return (
    <>
      <title>{title}</title>
      <Crumbs above={rights.money ? [{ path: paths.money(), text: money("money") }] : []} here={t("title")} />
      <h1>{title}</h1>
      <p className="under">{said ? t("under") : t(isNarrowed ? "noneFoundNext" : "noneNext")}</p>
      {rights.ask && (
        <p className="buttons main-action">
          <Button component="a" href={href(paths.newRequest())}>
            {t("ask")}
          </Button>
        </p>
      )}
      {(said || isNarrowed) && <Filter />}
      {said && (
        <>
          <RequestTable list={list} />
          <Pages />
          <p className="links">
            <span className="soft">{t("files")}</span>
            {["xlsx", "csv"].map((format) => (
              <a key={format} href={href(paths.requestsFile(format, writeFilter(filter)))}>
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </>
      )}
    </>
  );
}

function Filter() {
  const { filter, thisYear } = useLoaderData<typeof loader>();
  const t = useText(requestWords);
  const href = useHref();
  const all = { value: "", label: t("all") };
  const years = new Set([
    ...Array.from({ length: 3 }, (_, back) => thisYear - back),
    ...(filter.year === undefined ? [] : [filter.year]),
  ]);
  return (
    <form method="get" action={href(paths.requests())} className="filter" aria-label={t("filter")}>
      <NativeSelect
        name="state"
        label={t("state")}
        data={[all, ...REQUEST_STATES.map((state) => ({ value: state, label: t(`state_${state}`) }))]}
        defaultValue={filter.state ?? ""}
      />
      <NativeSelect
        name="year"
        label={t("year")}
        data={[all, ...[...years].sort().map(String)]}
        defaultValue={String(filter.year ?? "")}
      />
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("apply")}
        </Button>
        {Object.keys(filter).length > 0 && (
          <a className="filter-clear" href={href(paths.requests())}>
            {t("clear")}
          </a>
        )}
      </div>
    </form>
  );
}

function Pages() {
  const { filter, list } = useLoaderData<typeof loader>();
  const t = useText(requestWords);
  const href = useHref();
  const { page, pages } = list;
  if (pages === 1) return null;
  return (
    <nav className="links" aria-label={t("page", { page, pages })}>
      <span className="soft">{t("page", { page, pages })}</span>
      {page > 1 && <a href={href(paths.requests(writeFilter(filter, page - 1)))}>{t("previous")}</a>}
      {page < pages && <a href={href(paths.requests(writeFilter(filter, page + 1)))}>{t("next")}</a>}
    </nav>
  );
}
