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
import { type FundingSource, SOURCES } from "../../../src/programme/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { readText } from "../parts/act.ts";
import { EntryTable } from "../parts/entry-table.tsx";
import { ledgerWords } from "../words.ts";
import { StatementTable } from "./statement-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const hash = args.params.hash ?? "";
  const statement = await answer(doors, (ctx) => doors.ledger.openStatement(ctx, hash));
  return { statement, may: doors.may("ledger.pay") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const hash = args.params.hash ?? "";
  const accepted = form.getAll("line").map((line) => ({
    line: Number(line),
    commitmentId: readText(form, `commitment-${line}`),
    sums: readSums(form, String(line)),
  }));
  try {
    await doors.run((ctx) => doors.ledger.acceptStatement(ctx, { hash, accepted }));
    return redirect(inLanguage(paths.moneyStatement(hash), doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence }, { status: explained.status });
  }
}

function readSums(form: FormData, line: string): Partial<Record<FundingSource, string>> {
  return Object.fromEntries(
    SOURCES.flatMap((source) => {
      const sum = readText(form, `sum-${line}-${source}`);
      return sum === "" ? [] : [[source, sum]];
    }),
  );
}

/** What a statement says, what the ledger has of it, and what a person may record from it. */
export default function Statement() {
  const { statement, may } = useLoaderData<typeof loader>();
  const refused = useActionData<{ sentence: string }>();
  const t = useText(ledgerWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const title = t("statementTitle", { name: statement.name });
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
      <p className="under">{t("statementUnder", { at: formatInstant(statement.takenAt, timeZone, language) })}</p>
      <ErrorSummary
        title={t("statementRefused")}
        errors={refused ? [{ field: "documents", sentence: refused.sentence }] : []}
      />
      <Documents may={may} />
      <Faults />
      {statement.absent.length > 0 && (
        <section className="part">
          <h2>{t("statementAbsent")}</h2>
          <EntryTable rows={statement.absent} name={t("statementAbsent")} />
        </section>
      )}
    </>
  );
}

function Documents({ may }: { readonly may: boolean }) {
  const { statement } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const busy = useNavigation().state === "submitting";
  const hasNew = statement.rows.some(({ state }) => state === "proposed");
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
      <h2>{t("statementFaults")}</h2>
      <ul>
        {statement.faults.map(({ code, line, text }) => (
          <li key={`${code} ${line}`}>
            <Mark kind="error">{t(`fault_${code}`)}</Mark>
            {line !== null && `, ${t("faultLine", { line })}`}
            {text !== "" && `: ${text}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
