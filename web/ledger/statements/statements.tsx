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
import { formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { makeText, useText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return { statements: await answer(doors, (ctx) => doors.ledger.listStatements(ctx)) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const file = (await args.request.formData()).get("statement");
  if (!(file instanceof File) || file.name === "") {
    return data({ sentence: makeText(ledgerWords, doors.language)("statementFileMissing") }, { status: 422 });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    await doors.run(doors.ledger.requireTaker);
    const read = await doors.ledger.readStatement({ name: file.name, bytes });
    const hash = await doors.run((ctx) => doors.ledger.takeStatement(ctx, read));
    return redirect(inLanguage(paths.moneyStatement(hash), doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence }, { status: explained.status });
  }
}

/** A file is chosen and read; nothing is recorded here. */
export default function Statements() {
  const refused = useActionData<{ sentence: string }>();
  const t = useText(ledgerWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("statementsTitle")}</title>
      <Crumbs above={[{ path: paths.money(), text: t("money") }]} here={t("statements")} />
      <h1>{t("statementsTitle")}</h1>
      <p className="under">{t("statementsLead")}</p>
      <ErrorSummary
        title={t("statementProblem")}
        errors={refused ? [{ field: "statement", sentence: refused.sentence }] : []}
      />
      <Form method="post" encType="multipart/form-data" className="form">
        <div>
          <label htmlFor="statement">{t("statementFile")}</label>
          <p className="note" id="statement-hint">
            {t("statementFileHint")}
          </p>
          <input
            id="statement"
            name="statement"
            type="file"
            aria-describedby="statement-hint"
            required
            className="file"
          />
        </div>
        <Button type="submit" loading={busy}>
          {t("statementUpload")}
        </Button>
      </Form>
      <Taken />
    </div>
  );
}

function Taken() {
  const { statements } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section className="aside">
      <h2>{t("statementsTaken")}</h2>
      {statements.length === 0 ? (
        <p className="small soft">{t("statementsNone")}</p>
      ) : (
        <ul>
          {statements.map(({ hash, name, takenAt }) => (
            <li key={hash}>
              <a href={href(paths.moneyStatement(hash))}>{name}</a>
              <span className="note place">{formatInstant(takenAt, timeZone, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
