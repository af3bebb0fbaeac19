import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { readYear } from "./filter.ts";
import { BalanceTable } from "./parts/balance-table.tsx";
import { roubles } from "./parts/money.ts";
import { ledgerWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const own = Number(doors.today.slice(0, 4));
  const year = readYear(new URL(args.request.url).searchParams, own);
  const sheet = await answer(doors, (ctx) => doors.ledger.getBalance(ctx, year));
  return {
    sheet,
    rights: {
      appropriate: doors.may("ledger.appropriate"),
      commit: doors.may("ledger.commit"),
      pay: doors.may("ledger.pay"),
      move: doors.may("programme.draft"),
    },
  };
}

/** What each activity has, owes and has paid, by source. */
export default function Balance() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const language = useLanguage();
  const { total, year } = sheet;
  const said = { paid: roubles(total.paid, language), appropriated: roubles(total.appropriated, language) };
  const filled = year === null ? t("balanceAll", said) : t("balanceYear", { ...said, year });
  const title = sheet.rows.length === 0 ? t("balanceNothing") : filled;
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("money")} />
      <h1>{title}</h1>
      <p className="under">{sheet.rows.length === 0 ? t("balanceNothingNext") : t("balanceUnder")}</p>
      {sheet.years.length > 0 && <Actions />}
      <Years />
      {total.toReturn > 0n && (
        <p className="notice is-past">{t("toReturnNotice", { sum: roubles(total.toReturn, language) })}</p>
      )}
      {sheet.rows.length > 0 && <BalanceTable sheet={sheet} leads />}
      {sheet.rows.length > 0 && <Files />}
    </>
  );
}

function Actions() {
  const { rights, sheet } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  const query: Record<string, string> = sheet.year === null ? {} : { year: String(sheet.year) };
  const links = [
    rights.appropriate && { path: paths.newAppropriation(query), text: t("newAppropriation") },
    rights.pay && { path: paths.moneyStatements, text: t("statementsTitle") },
    rights.move && { path: paths.moneyMove(query), text: t("move") },
    { path: paths.moneyJournal(query), text: t("journal") },
    { path: paths.moneyRegister(query), text: t("register") },
    { path: paths.reconciliation(query), text: t("reconciliation") },
    { path: paths.requests(), text: t("requests") },
    { path: paths.cofinancing, text: t("cofinancing") },
  ].filter((link) => link !== false);
  return (
    <>
      {rights.commit && (
        <p className="buttons main-action">
          <Button component="a" href={href(paths.newCommitment(query))}>
            {t("newCommitment")}
          </Button>
        </p>
      )}
      <p className="links">
        {links.map(({ path, text }) => (
          <a key={path} href={href(path)}>
            {text}
          </a>
        ))}
      </p>
    </>
  );
}

function Years() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  const tab = (year: number | null, text: string) => (
    <a
      key={year ?? "all"}
      href={href(paths.money({ year: String(year ?? "all") }))}
      aria-current={sheet.year === year ? "page" : undefined}
    >
      {text}
    </a>
  );
  return (
    <nav className="tabs" aria-label={t("years")}>
      {sheet.years.map((year) => tab(year, t("yearTab", { year })))}
      {tab(null, t("allYears"))}
    </nav>
  );
}

function Files() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  const query = `?year=${sheet.year ?? "all"}`;
  return (
    <p className="links">
      <span className="soft">{t("files")}</span>
      <a href={href(paths.moneyFile("balance", "xlsx")) + query}>XLSX</a>
      <a href={href(paths.moneyFile("balance", "csv")) + query}>CSV</a>
    </p>
  );
}
