import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { BalanceTable } from "./parts/balance-table.tsx";
import { roubles } from "./parts/money.ts";
import { YearTable } from "./parts/year-table.tsx";
import { sumByYear } from "./sum-by-year.ts";
import { ledgerWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const slug = args.params.slug ?? "";
  // Refuses a programme that there is not.
  await answer(doors, (ctx) => doors.programme.getEdition(ctx, slug));
  return { slug, sheet: await answer(doors, (ctx) => doors.ledger.getPublicBalance(ctx, slug)) };
}

/** What was planned, promised, paid and paid back, for everybody. */
export default function Spending() {
  const { sheet, slug } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const { total } = sheet;
  const said = { paid: roubles(total.paid, language), allocated: roubles(total.allocated, language) };
  const years = [...new Set(sheet.rows.map(({ year }) => year))].sort();
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0] ?? "");
  const title = total.paid === 0n ? t("publicNothing") : t("publicPaid", { ...said, years: span });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.programme(slug), text: t("programme") }]} here={t("spending")} />
      <h1>{title}</h1>
      <p className="lead">{t("publicUnder")}</p>
      <section className="part">
        <h2>{t("publicByYear")}</h2>
        <YearTable rows={sumByYear(sheet)} total={total} />
      </section>
      <section className="part">
        <h2>{t("publicByActivity")}</h2>
        <BalanceTable sheet={sheet} leads={false} />
        <p className="links">
          <span className="soft">{t("files")}</span>
          <a href={href(paths.spendingFile(slug, "xlsx"))}>XLSX</a>
          <a href={href(paths.spendingFile(slug, "csv"))}>CSV</a>
        </p>
      </section>
    </>
  );
}
