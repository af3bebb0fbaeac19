import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { type RefusedForm, submitForm } from "../app/form.ts";
import { useHref } from "../app/link.ts";
import { MessagesLink } from "../app/messages-link.tsx";
import { inLanguage, paths } from "../app/paths.ts";
import { PeriodTabs, usePeriodName } from "../app/period-tabs.tsx";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { showFigure, showPercent } from "../ui/exact.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { chooseLineCommand } from "./line-command.ts";
import { Changes } from "./parts/changes.tsx";
import { Corrections } from "./parts/corrections.tsx";
import { LineFacts } from "./parts/line-facts.tsx";
import { PeriodForm } from "./parts/period-form.tsx";
import { RecordTable } from "./parts/record-table.tsx";
import { SignOff } from "./parts/sign-off.tsx";
import { readQuestion, takePage, writeQuestion } from "./read-question.ts";
import { indicatorWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = readQuestion(args.request, doors.today);
  const line = { kind: args.params.kind ?? "", id: args.params.id ?? "" };
  const all = await answer(doors, (ctx) => doors.indicators.getActual(ctx, { line, ...asked }));
  const { records, ...page } = takePage(all.actual.records, asked.page);
  const view = { ...all, actual: { ...all.actual, records } };
  return { view, page, asked, today: doors.today };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const line = { kind: args.params.kind ?? "", id: args.params.id ?? "" };
  const form = await args.request.formData();
  const { refused } = await submitForm<unknown>(doors, form, chooseLineCommand(doors, form, line));
  return (
    refused ??
    redirect(inLanguage(`${paths.actual(line.kind, line.id)}${new URL(args.request.url).search}`, doors.language))
  );
}

/** One figure of a year down to its records, with what was done about it. */
export default function IndicatorLine() {
  const { view, page, asked, today } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(indicatorWords);
  const href = useHref();
  const { line, actual } = view;
  const period = usePeriodName()(actual.year, view.quarter);
  const name = `${line.number ?? line.position}. ${oneLine(line.name)}`;
  return (
    <>
      <title>{`${name}: ${period}`}</title>
      <Crumbs
        above={[{ path: paths.actuals(actual.year, view.quarter), text: t("indicators") }]}
        here={line.number ?? String(line.position)}
      />
      <h1>
        <Words>{name}</Words>
      </h1>
      <Figure />
      <PeriodTabs
        {...{ today, years: view.years }}
        {...{ year: actual.year, quarter: view.quarter }}
        path={(year, quarter) => paths.actual(line.kind, line.id, year, quarter)}
      />
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: refused.intent, sentence: refused.sentence }] : []}
      />
      <div className="columns">
        <div>
          <SignOff view={view} refused={refused} />
          <section className="part">
            <RecordTable actual={actual} line={line} page={page} query={writeQuestion(asked)} />
          </section>
          {view.since && <Changes since={view.since} timeZoneDay={asked.sinceKnownOn || null} />}
          <Corrections view={view} today={today} refused={refused} />
        </div>
        <aside className="aside">
          <LineFacts view={view} knownOn={asked.knownOn || null} />
          <p className="links">
            {view.mayPassport && <a href={href(paths.actualPassport(line.kind, line.id))}>{t("changePassport")}</a>}
            <MessagesLink kind={line.kind} id={line.id} />
          </p>
          <PeriodForm view={view} asked={asked} today={today} />
        </aside>
      </div>
    </>
  );
}

function Figure() {
  const { view } = useLoaderData<typeof loader>();
  const t = useText(indicatorWords);
  const language = useLanguage();
  const periodName = usePeriodName();
  const { actual, plan, achieved, noShare, line } = view;
  const plans = plan === null ? t("noPlan") : t("planOf", { plan: showFigure(plan, language) });
  const share =
    achieved === null
      ? noShare === "zero-plan" || noShare === "zero-fact"
        ? `, ${t(`no-share-${noShare}`)}`
        : ""
      : `, ${t("achievedOf", { percent: showPercent(achieved, language) })}`;
  if (actual.value === null)
    return <p className="lead">{actual.lack ? t("lackNext", { lack: t(`lack-${actual.lack}`) }) : plans}</p>;
  return (
    <p className="one-figure">
      <span>{showFigure(actual.value, language)}</span> {line.unit && <Words>{oneLine(line.unit)}</Words>}{" "}
      {periodName(actual.year, view.quarter)}
      <br />
      <small>{plans + share}</small>
    </p>
  );
}
