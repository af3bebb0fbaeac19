import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { EntryTable } from "../parts/entry-table.tsx";
import { ledgerWords } from "../words.ts";
import { readChoices } from "./choice.ts";
import { listFindings } from "./findings.ts";
import { StatementTable } from "./statement-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const hash = args.params.hash ?? "";
  if (await answer(doors, (ctx) => doors.ledger.needsColumns(ctx, hash))) {
    throw redirect(inLanguage(paths.statementColumns(hash), doors.language));
  }
  const statement = await answer(doors, (ctx) => doors.ledger.openStatement(ctx, hash));
  return { statement, may: doors.may("ledger.pay") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const accepted = readChoices(await args.request.formData());
  const hash = args.params.hash ?? "";
  try {
    await doors.run((ctx) => doors.ledger.acceptStatement(ctx, { hash, accepted }));
    return redirect(inLanguage(paths.moneyStatement(hash), doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence }, { status: explained.status });
  }
}

/** What a statement says, what the ledger has of it, where they disagree, and what a person may record from it. */
export default function Statement() {
  const { statement, may } = useLoaderData<typeof loader>();
  const refused = useActionData<{ sentence: string }>();
  const t = useText(ledgerWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const title = t("statementTitle", { name: statement.name });
  const { from, to } = statement;
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.money(), text: t("money") },
          { path: paths.moneyStatements, text: t("statements") },
        ]}
        here={statement.name}
      />
      <h1>{title}</h1>
      <p className="under">
        {from && to && `${t("statementDays", { from: formatDate(from, language), to: formatDate(to, language) })} `}
        {t("statementUnder", { at: formatInstant(statement.takenAt, timeZone, language) })}
      </p>
      <ErrorSummary
        title={t("statementRefused")}
        errors={refused ? [{ field: "documents", sentence: refused.sentence }] : []}
      />
      <Findings />
      <Documents may={may} />
      <Faults />
      {statement.absent.length > 0 && (
        <section className="part" id="absent">
          <h2>{t("statementAbsent")}</h2>
          <EntryTable rows={statement.absent} name={t("statementAbsent")} />
        </section>
      )}
      <Files />
    </>
  );
}

/** The statement is an assertion: where it and the ledger disagree, somebody is wrong. */
function Findings() {
  const { statement } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const { documents, byState } = listFindings(statement);
  const { absent, faults } = statement;
  const count = documents + absent.length + faults.length;
  if (count === 0) return <Mark kind="done">{t("findingsNone")}</Mark>;
  return (
    <div className="notice is-past">
      <p>{t("findingsCount", { number: count })}</p>
      <ul>
        {byState.map((one) => (
          <li key={one.state}>{`${t(`finding_${one.state}`)}: ${one.count}`}</li>
        ))}
        {absent.length > 0 && (
          <li>
            <a href="#absent">{`${t("finding_absent")}: ${absent.length}`}</a>
          </li>
        )}
        {faults.length > 0 && (
          <li>
            <a href="#faults">{`${t("statementFaults")}: ${faults.length}`}</a>
          </li>
        )}
      </ul>
    </div>
  );
}

function Files() {
  const { statement } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  return (
    <p className="links">
      <span className="soft">{t("files")}</span>
      <a href={href(paths.statementFile(statement.hash, "xlsx"))}>XLSX</a>
      <a href={href(paths.statementFile(statement.hash, "csv"))}>CSV</a>
      {statement.isTable && <a href={href(paths.statementColumns(statement.hash))}>{t("columnsChange")}</a>}
    </p>
  );
}

function Documents({ may }: { readonly may: boolean }) {
  const { statement } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const busy = useNavigation().state === "submitting";
  const hasNew = statement.rows.some(({ state }) => state === "proposed" || state === "several");
  return (
    <Form method="post" id="documents">
      {statement.rows.length > 0 && <StatementTable rows={statement.rows} may={may} />}
      {hasNew && may ? (
        <p className="main-action">
          <Button type="submit" loading={busy}>
            {t("statementAccept")}
          </Button>
        </p>
      ) : (
        <p className="under">{t("statementNothing")}</p>
      )}
    </Form>
  );
}

function Faults() {
  const { statement } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  if (statement.faults.length === 0) return null;
  return (
    <section className="part">
      <h2 id="faults">{t("statementFaults")}</h2>
      <ul>
        {statement.faults.map(({ code, line, text }) => (
          <li key={`${code} ${line} ${text}`}>
            <Mark kind="error">{t(`fault_${code}`)}</Mark>
            {line !== null && `, ${t("faultLine", { line })}`}
            {text !== "" && `: ${text}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
