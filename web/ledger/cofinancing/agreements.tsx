import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { AgreementYearRow } from "../../../src/ledger/cofinancing/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { roubles } from "../parts/money.ts";
import { ledgerWords } from "../words.ts";
import { cofinancingWords } from "./words.ts";
import { worstOf } from "./worst.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const rows = await answer(doors, (ctx) => doors.ledger.listAgreements(ctx));
  return { rows, mayAgree: doors.may("cofinancing.agree") };
}

/** The agreements with the region, a row for each of their years. */
export default function Agreements() {
  const { rows, mayAgree } = useLoaderData<typeof loader>();
  const t = useText(cofinancingWords);
  const money = useText(ledgerWords);
  const href = useHref();
  const title = rows.length === 0 ? t("none") : t("title");
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.money(), text: money("money") }]} here={t("title")} />
      <h1>{title}</h1>
      <p className="under">{rows.length === 0 ? t("noneNext") : t("listUnder")}</p>
      {mayAgree && (
        <p className="buttons main-action">
          <Button component="a" href={href(paths.newAgreement)}>
            {t("newAgreement")}
          </Button>
        </p>
      )}
      {rows.length > 0 && (
        <div className="balance">
          <YearTable rows={rows} />
        </div>
      )}
    </>
  );
}

const SUMS = ["received", "spent", "returned", "rest"] as const;

function YearTable({ rows }: { readonly rows: readonly AgreementYearRow[] }) {
  const t = useText(cofinancingWords);
  const language = useLanguage();
  const figure = (key: string) => ({ key, head: t(key as "rest"), label: t(key as "rest"), number: true });
  return (
    <FigureTable
      name={t("title")}
      columns={[
        { key: "agreement", head: t("agreement") },
        { key: "year", head: t("year"), label: t("year"), number: true },
        figure("granted"),
        ...SUMS.map(figure),
        { key: "state", head: t("state"), label: t("state") },
      ]}
      rows={rows.map((row) => ({
        key: `${row.agreement.id} ${row.terms.year}`,
        cells: {
          agreement: <Name row={row} />,
          year: row.terms.year,
          granted: roubles(row.terms.kopecks, language),
          ...Object.fromEntries(SUMS.map((key) => [key, roubles(row[key], language)])),
          state: <State row={row} />,
        },
      }))}
    />
  );
}

function Name({ row: { agreement, terms } }: { readonly row: AgreementYearRow }) {
  const t = useText(cofinancingWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <div>
      <a href={href(paths.agreement(agreement.id, terms.year))}>
        {t("agreementOf", { date: formatDate(agreement.date, language), number: agreement.number })}
      </a>
      {agreement.endedOn && <span className="note place">{t("ended")}</span>}
    </div>
  );
}

function State({ row: { findings } }: { readonly row: AgreementYearRow }) {
  const t = useText(cofinancingWords);
  const worst = worstOf(findings);
  return <Mark kind={worst ?? "done"}>{worst ? t("findings", { count: findings.length }) : t("clean")}</Mark>;
}
