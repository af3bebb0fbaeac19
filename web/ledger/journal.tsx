import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { JournalFilter } from "../../src/ledger/contract.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { readFilter, writeFilter } from "./filter.ts";
import { EntryTable } from "./parts/entry-table.tsx";
import { JournalFilterForm } from "./parts/journal-filter.tsx";
import { useSumRows } from "./parts/sum-rows.tsx";
import { ledgerWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams;
  const filter = readFilter(asked);
  const after = asked.get("after");
  const page = await answer(doors, (ctx) => doors.ledger.listJournal(ctx, filter, after));
  const choices = await answer(doors, (ctx) => doors.ledger.listLedgerChoices(ctx));
  return { filter, page, choices, isFirst: after === null };
}

/** Every entry, the newest first. */
export default function Journal() {
  const { filter, page, choices, isFirst } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const sums = useSumRows(page.sums);
  const none = page.rows.length === 0;
  const { reachedOn } = page;
  const isEmpty = none && isFirst && writeFilter(filter) === "";
  const [title, under] = isEmpty
    ? [t("journalEmpty"), t("journalEmptyNext")]
    : none && !reachedOn
      ? [t("journalNone"), t("journalNoneNext")]
      : [t("journalCount"), t("journalUnder")];
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.money(), text: t("money") }]} here={t("journal")} />
      <h1>{title}</h1>
      <p className="under">{under}</p>
      {!isEmpty && <JournalFilterForm filter={filter} choices={choices} />}
      {!none && <EntryTable rows={page.rows} name={t("journal")} sums={sums} />}
      {!none && page.sums === null && movesMoney(filter) && <p className="under">{t("journalSumsMany")}</p>}
      {reachedOn && <p className="notice">{t("journalReached", { day: formatDate(reachedOn, language) })}</p>}
      {(page.next || !isFirst) && (
        <nav className="links" aria-label={t("journal")}>
          {!isFirst && <a href={href(paths.moneyJournal()) + writeFilter(filter)}>{t("newer")}</a>}
          {page.next && (
            <a href={href(paths.moneyJournal()) + writeFilter(filter, page.next)} rel="next">
              {reachedOn ? t("searchOn") : t("older")}
            </a>
          )}
        </nav>
      )}
      {!none && (
        <p className="links">
          <span className="soft">{t("files")}</span>
          <a href={href(paths.moneyFile("journal", "xlsx")) + writeFilter(filter)}>XLSX</a>
          <a href={href(paths.moneyFile("journal", "csv")) + writeFilter(filter)}>CSV</a>
        </p>
      )}
    </>
  );
}

/** Of other kinds nothing is added up. */
function movesMoney({ kind }: JournalFilter): boolean {
  return kind === undefined || kind === "payment" || kind === "refund";
}
