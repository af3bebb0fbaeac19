import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { useText } from "../ui/text.ts";
import { readYear } from "./filter.ts";
import { EntryTable } from "./parts/entry-table.tsx";
import { useSumRows } from "./parts/sum-rows.tsx";
import { ledgerWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const own = Number(doors.today.slice(0, 4));
  const year = readYear(new URL(args.request.url).searchParams, own) ?? own;
  const { years } = await answer(doors, (ctx) => doors.ledger.listLedgerChoices(ctx));
  return { years, register: await answer(doors, (ctx) => doors.ledger.getRegister(ctx, year)) };
}

/** The payments of a year, as they are put on paper. */
export default function RegisterPage() {
  const { register, years } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  const sums = useSumRows(register);
  const { year } = register;
  const title = t("registerYear", { year });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.money(), text: t("money") }]} here={t("register")} />
      <h1>{title}</h1>
      <p className="under">
        {t("registerUnder")} <span className="off-paper">{t("print")}</span>
      </p>
      <nav className="tabs" aria-label={t("years")}>
        {years.map((known) => (
          <a
            key={known}
            href={href(paths.moneyRegister({ year: String(known) }))}
            aria-current={known === year ? "page" : undefined}
          >
            {t("yearTab", { year: known })}
          </a>
        ))}
      </nav>
      {register.rows.length === 0 ? (
        <p className="under">{t("registerNone", { year })}</p>
      ) : (
        <>
          <EntryTable rows={register.rows} name={title} sums={sums} />
          <div className="on-paper">
            <p>{t("signHead")} ____________________ / ____________________ /</p>
            <p>{t("signAccountant")} ____________________ / ____________________ /</p>
          </div>
          <p className="links">
            <span className="soft">{t("files")}</span>
            <a href={`${href(paths.moneyFile("register", "xlsx"))}?year=${year}`}>XLSX</a>
            <a href={`${href(paths.moneyFile("register", "csv"))}?year=${year}`}>CSV</a>
          </p>
        </>
      )}
    </>
  );
}
