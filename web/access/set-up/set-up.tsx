import { Button, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, data, Form, type LoaderFunctionArgs, redirect, useActionData } from "react-router";
import { SET_UP_FIELDS, type SetUpField } from "../../../src/access/set-up/views.ts";
import { setUpOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { cookieHeaders, readForm } from "../parts/attempt.ts";
import { MunicipalityFields } from "./municipality-fields.tsx";
import { PersonFields } from "./person-fields.tsx";
import { setUpWords } from "./words.ts";

/** Once there is a municipality this page is not there any more, whatever comes after it. */
export function loader(args: LoaderFunctionArgs) {
  if (!setUpOf(args)) throw data(null, { status: 404 });
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const setUp = setUpOf(args);
  if (!setUp) throw data(null, { status: 404 });
  const field = await readForm(args.request);
  const given = Object.fromEntries(SET_UP_FIELDS.map((name) => [name, field(name)])) as Record<SetUpField, string>;
  try {
    const cookies = await setUp.finish(given);
    return redirect(inLanguage(paths.firstSteps, setUp.language), { status: 303, headers: cookieHeaders(cookies) });
  } catch (error) {
    const explained = setUp.explain(error);
    if (!explained) throw error;
    // The other of two browsers had the code too: this page is gone, and there is somebody to sign in as.
    if (explained.code === "set-up-done") return redirect(inLanguage(paths.signIn, setUp.language), 303);
    const { status, code, sentence, values } = explained;
    const fields = code === "set-up-malformed" ? String(values.fields).split(", ") : [];
    return data({ sentence, fields: fields as SetUpField[], given: { ...given, password: "" } }, { status });
  }
}

/** Code, municipality and first administrator of a clean installation. */
export default function SetUpPage() {
  const t = useText(setUpWords);
  const answer = useActionData<typeof action>();
  const refused = answer && "sentence" in answer ? answer : undefined;
  const fields = refused?.fields ?? [];
  const errors =
    refused && fields.length === 0
      ? [{ field: "code", sentence: refused.sentence }]
      : fields.map((field) => ({ field, sentence: t(`problem_${field}`) }));
  const error = (field: SetUpField) => errors.find((one) => one.field === field)?.sentence;
  const value = (field: SetUpField) => refused?.given[field] ?? "";
  return (
    <div className="narrow wider">
      <title>{t("title")}</title>
      <h1>{t("title")}</h1>
      <p className="under">{t("lead")}</p>
      <ErrorSummary title={t("wrong")} errors={errors} />
      <Form method="post" className="form" reloadDocument noValidate>
        <section className="part">
          <h2>{t("stepCode")}</h2>
          <TextInput
            id="code"
            name="code"
            label={t("code")}
            description={t("codeHint")}
            defaultValue={value("code")}
            error={error("code")}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
          />
        </section>
        <MunicipalityFields value={value} error={error} />
        <PersonFields value={value} error={error} />
        <Button type="submit">{t("submit")}</Button>
        <p className="note">{t("submitNote")}</p>
      </Form>
    </div>
  );
}
