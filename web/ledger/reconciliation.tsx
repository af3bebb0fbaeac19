import { Button, TextInput } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { PlanRow } from "../../src/ledger/views.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { Mark } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { readYear } from "./filter.ts";
import { roubles, sourceHead } from "./parts/money.ts";
import { ledgerWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams;
  const own = Number(doors.today.slice(0, 4));
  const year = readYear(asked, own) ?? own;
  const on = asked.get("on") || doors.today;
  const { years } = await answer(doors, (ctx) => doors.ledger.listLedgerChoices(ctx));
  return { years, plans: await answer(doors, (ctx) => doors.ledger.reconcile(ctx, { year, on })) };
}

/** The programme, the budget decision and the budget list side by side. */
export default function ReconciliationPage() {
  const { plans, years } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const { year, on, rows } = plans;
  const count = rows.filter(({ differs }) => differs).length;
  const found = count === 0 ? t("reconciliationEqual", { year }) : t("reconciliationDiffers", { year, count });
  const title = rows.length === 0 ? t("reconciliationNone", { year }) : found;
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.money(), text: t("money") }]} here={t("reconciliation")} />
      <h1>{title}</h1>
      <p className="under">{t("reconciliationUnder", { on: formatDate(on, language) })}</p>
      <Alignment />
      <nav className="tabs" aria-label={t("years")}>
        {years.map((known) => (
          <a
            key={known}
            href={href(paths.reconciliation({ year: String(known), on }))}
            aria-current={known === year ? "page" : undefined}
          >
            {t("yearTab", { year: known })}
          </a>
        ))}
      </nav>
      <form method="get" action={href(paths.reconciliation())} className="filter" aria-label={t("filter")}>
        <input type="hidden" name="year" value={year} />
        <TextInput name="on" type="date" label={t("reconciliationOn")} defaultValue={on} />
        <Button type="submit" variant="outline">
          {t("apply")}
        </Button>
      </form>
      {rows.length > 0 && <PlanTable rows={rows} />}
    </>
  );
}

function Alignment() {
  const { plans } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const language = useLanguage();
  if (!plans.hasDecision) return null;
  if (plans.isAligned) return <Mark kind="done">{t("aligned")}</Mark>;
  return <Mark kind="warning">{t("notAligned", { date: formatDate(plans.alignBy, language) })}</Mark>;
}

const SUMS = ["atStart", "programme", "decision", "list", "net"] as const;
const HEADS = {
  atStart: "planAtStart",
  programme: "planProgramme",
  decision: "planDecision",
  list: "planList",
  net: "planNet",
} as const;

function PlanTable({ rows }: { readonly rows: readonly PlanRow[] }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const show = (sum: bigint | null) => (sum === null ? "—" : roubles(sum, language));
  return (
    <FigureTable
      name={t("reconciliation")}
      columns={[
        { key: "line", head: t("activity") },
        ...SUMS.map((sum) => ({ key: sum, head: t(HEADS[sum]), label: t(HEADS[sum]), number: true })),
      ]}
      rows={rows.map((row) => ({
        key: `${row.activity.id} ${row.source}`,
        cells: {
          line: (
            <>
              <Words>{row.activity.name}</Words>
              <span className="note place">{sourceHead(row.source, language)}</span>
              {row.differs && <Mark kind="warning">{t("differs")}</Mark>}
            </>
          ),
          ...Object.fromEntries(SUMS.map((sum) => [sum, show(row[sum])])),
        },
      }))}
    />
  );
}
