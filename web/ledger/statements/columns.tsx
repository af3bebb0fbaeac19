import { Button, NativeSelect } from "@mantine/core";
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
import { COLUMN_ROLES } from "../../../src/ledger/statement/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { readText } from "../parts/act.ts";
import { ledgerWords } from "../words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const hash = args.params.hash ?? "";
  const table = await answer(doors, (ctx) => doors.ledger.openColumns(ctx, hash));
  return { table, may: doors.may("ledger.pay") };
}

interface Refused {
  readonly sentence: string;
  readonly roles: readonly string[];
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const hash = args.params.hash ?? "";
  const count = Number(readText(form, "columns"));
  const roles = Array.from({ length: Math.min(200, Math.max(0, count || 0)) }, (_, at) => readText(form, `role-${at}`));
  try {
    await doors.run((ctx) => doors.ledger.nameColumns(ctx, { hash, roles }));
    return redirect(inLanguage(paths.moneyStatement(hash), doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence, roles } satisfies Refused, { status: explained.status });
  }
}

/** What is in which column of a spreadsheet: said once by a person, and kept for every file with the same head. */
export default function Columns() {
  const { table, may } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(ledgerWords);
  const busy = useNavigation().state === "submitting";
  const { head, rows, roles, hash, name, from } = table;
  const columns = head.map((words, at) => ({ id: `role-${at}`, words, at }));
  return (
    <>
      <title>{t("columnsTitle")}</title>
      <Crumbs
        above={[
          { path: paths.money(), text: t("money") },
          { path: paths.moneyStatements, text: t("statements") },
          ...(from === "kept" ? [{ path: paths.moneyStatement(hash), text: name }] : []),
        ]}
        here={t("columns")}
      />
      <h1>{t("columnsTitle")}</h1>
      <p className="under">{t(from === "kept" ? "columnsKept" : "columnsByWords", { name })}</p>
      <ErrorSummary
        title={t("columnsProblem")}
        errors={refused ? [{ field: "columns", sentence: refused.sentence }] : []}
      />
      <Form method="post" id="columns">
        <input type="hidden" name="columns" value={head.length} />
        <ol className="columns-named">
          {columns.map(({ id, words, at }) => (
            <li key={id}>
              <NativeSelect
                name={id}
                label={words || t("columnNumber", { number: at + 1 })}
                defaultValue={refused?.roles[at] ?? roles[at] ?? ""}
                disabled={!may}
                data={[
                  { value: "", label: t("role_none") },
                  ...COLUMN_ROLES.map((role) => ({ value: role, label: t(`role_${role}`) })),
                ]}
              />
              <p className="note">{sample(rows, at) || t("columnEmpty")}</p>
            </li>
          ))}
        </ol>
        {may && (
          <p className="main-action">
            <Button type="submit" loading={busy}>
              {t("columnsSave")}
            </Button>
          </p>
        )}
      </Form>
    </>
  );
}

/** What stands in the first rows of a column. */
function sample(rows: readonly (readonly string[])[], at: number): string {
  const values = rows.map((row) => row[at] ?? "").filter((value) => value !== "");
  return [...new Set(values)]
    .slice(0, 3)
    .map((value) => (value.length > 60 ? `${value.slice(0, 60)}…` : value))
    .join(" · ");
}
