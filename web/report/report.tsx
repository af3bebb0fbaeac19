import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { type RefusedForm, submitForm } from "../app/form.ts";
import { useHref } from "../app/link.ts";
import { MessagesLink } from "../app/messages-link.tsx";
import { inLanguage, paths } from "../app/paths.ts";
import { useRootData } from "../app/root-data.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate, formatInstant } from "../ui/dates.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { Differences } from "./parts/differences.tsx";
import { DraftForm } from "./parts/draft-form.tsx";
import { Signing } from "./parts/signing.tsx";
import { StateMark } from "./parts/state-mark.tsx";
import { chooseReportCommand } from "./report-command.ts";
import { reportWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const view = await answer(doors, (ctx) => doors.reports.getReport(ctx, args.params.id ?? ""));
  return { view, today: doors.today, maySet: doors.may("report.set") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const { refused } = await submitForm<unknown>(doors, form, chooseReportCommand(doors, form, id));
  return refused ?? redirect(inLanguage(paths.report(id), doors.language));
}

/** A report of a period: its tables and texts, what is missing, and its steps. */
export default function Report() {
  const { view, today } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(reportWords);
  const language = useLanguage();
  const { content } = view;
  const { form, year, quarter, executor } = content;
  const title =
    quarter === 4
      ? t("titleYear", { title: form.title, year })
      : t("title", { title: form.title, period: t(`period-${quarter}`), year });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.reports(year), text: t("reports") }]} here={t(`kind-${content.kind}`)} />
      <h1>
        <Words>{title}</Words>
      </h1>
      <p className="under">
        {executor && (
          <>
            <Words>{executor}</Words>.{" "}
          </>
        )}
        {t("under", { until: formatDate(content.until, language) })} <MessagesLink kind="report" id={view.id} />
      </p>
      <Standing />
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused), sentence: refused.sentence }] : []}
      />
      {!view.isIntact && <p className="notice is-past">{t("broken")}</p>}
      {view.differences.length > 0 && <Differences differences={view.differences} />}
      <DraftForm view={view} refused={refused} />
      <Signing view={view} refused={refused} today={today} />
    </>
  );
}

/** A refusal leads to the form that was refused. */
const fieldOf = ({ intent }: RefusedForm) => (intent === "save" ? "draft" : intent);

/** Where it stands, and its files. */
function Standing() {
  const { view, maySet } = useLoaderData<typeof loader>();
  const t = useText(reportWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { state, content } = view;
  return (
    <>
      <p className="links">
        <StateMark state={state} />
        <span className="soft">{t("saved", { at: formatInstant(view.savedAt, timeZone, language) })}</span>
        {maySet && <a href={href(paths.reportForm(content.kind))}>{t("settings")}</a>}
      </p>
      <p className="buttons">
        <Button component="a" variant="outline" href={href(paths.reportFile(view.id, "docx"))}>
          Word
        </Button>
        <Button component="a" variant="outline" href={href(paths.reportFile(view.id, "xlsx"))}>
          Excel
        </Button>
        <Button component="a" variant="subtle" href={href(paths.reportFile(view.id, "json"))}>
          JSON
        </Button>
      </p>
    </>
  );
}
