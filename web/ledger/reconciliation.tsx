import { Button, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { readDay, readYear } from "./filter.ts";
import { readText } from "./parts/act.ts";
import { AlignmentPart } from "./parts/alignment.tsx";
import { PlanTable } from "./parts/plan-table.tsx";
import { ledgerWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams;
  const own = Number(doors.today.slice(0, 4));
  const year = readYear(asked, own) ?? own;
  const on = readDay(asked.get("on")) ?? doors.today;
  const { years } = await answer(doors, (ctx) => doors.ledger.listLedgerChoices(ctx));
  const plans = await answer(doors, (ctx) => doors.ledger.reconcile(ctx, { year, on }));
  return { years, plans, today: doors.today, maySetUp: doors.may("ledger.set-up") };
}

/** The municipality chooses the day by which programme and budget are to agree. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const day = `${readText(form, "month")}-${readText(form, "day")}`;
  try {
    await doors.run((ctx) => doors.ledger.chooseAlignmentDay(ctx, { day, basis: readText(form, "basis") }));
    return redirect(inLanguage(paths.reconciliation({ year: readText(form, "year") }), doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    return data({ code, sentence }, { status });
  }
}

/** The programme, the budget decision, the budget list and what was spent, side by side. */
export default function ReconciliationPage() {
  const { plans, years, today, maySetUp } = useLoaderData<typeof loader>();
  const refused = useActionData<{ code: string; sentence: string }>();
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const { year, on, rows } = plans;
  const count = rows.filter(({ differences }) => differences.length > 0).length;
  const found = count === 0 ? t("reconciliationEqual", { year }) : t("reconciliationDiffers", { year, count });
  const title = rows.length === 0 ? t("reconciliationNone", { year }) : found;
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.money(), text: t("money") }]} here={t("reconciliation")} />
      <h1>{title}</h1>
      <p className="under">{t("reconciliationUnder", { on: formatDate(on, language) })}</p>
      <ErrorSummary
        title={t("alignmentProblem")}
        errors={
          refused ? [{ field: refused.code.includes("basis") ? "basis" : "day", sentence: refused.sentence }] : []
        }
      />
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
      {rows.length > 0 && <PlanTable plans={plans} />}
      {rows.length > 0 && <Files year={year} on={on} />}
      <AlignmentPart plans={plans} today={today} maySetUp={maySetUp} refused={refused} />
    </>
  );
}

function Files({ year, on }: { readonly year: number; readonly on: string }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const query = `?year=${year}&on=${on}`;
  return (
    <p className="links">
      <span className="soft">{t("files")}</span>
      <a href={href(paths.moneyFile("reconciliation", "xlsx")) + query}>XLSX</a>
      <a href={href(paths.moneyFile("reconciliation", "csv")) + query}>CSV</a>
    </p>
  );
}
