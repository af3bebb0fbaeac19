import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, data, Form, type LoaderFunctionArgs, redirect, useActionData } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { chooseNext } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { languageOf } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { accessWords } from "./words.ts";

function findNext(request: Request): string {
  const url = new URL(request.url);
  return chooseNext(url.searchParams.get("next"), inLanguage(paths.desk, languageOf(url.pathname)));
}

export function loader(args: LoaderFunctionArgs) {
  if (doorsOf(args).actor.kind !== "stranger") throw redirect(findNext(args.request));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const form = await args.request.formData();
  const credentials = { email: String(form.get("email") ?? "").trim(), password: String(form.get("password") ?? "") };
  try {
    const cookies = await doors.access.signIn(credentials, args.request.headers);
    return redirect(findNext(args.request), {
      headers: cookies.map((cookie): [string, string] => ["set-cookie", cookie]),
    });
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence, email: credentials.email }, { status: explained.status });
  }
}

export default function SignIn() {
  const t = useText(accessWords);
  const refused = useActionData<typeof action>();
  const errors = refused ? [{ field: "email", sentence: refused.sentence }] : [];
  return (
    <div className="narrow">
      <title>{t("title")}</title>
      <h1>{t("title")}</h1>
      <p className="under">{t("lead")}</p>
      <ErrorSummary title={t("problem")} errors={errors} />
      <Form method="post" className="form">
        <TextInput
          id="email"
          name="email"
          type="email"
          label={t("email")}
          autoComplete="username"
          defaultValue={refused?.email ?? ""}
          required
          withAsterisk={false}
        />
        <PasswordInput
          id="password"
          name="password"
          label={t("password")}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": t("show") }}
          required
          withAsterisk={false}
        />
        <Button type="submit">{t("submit")}</Button>
      </Form>
      <p className="note">{t("forgotten")}</p>
    </div>
  );
}
