import { Button } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { attempt, readForm } from "./parts/attempt.ts";
import { NewPasswordField } from "./parts/fields.tsx";
import { LinkDone, LinkVoid } from "./parts/link-void.tsx";
import { accessWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  return { opens: await doorsOf(args).access.hasResetLink(args.params.secret ?? "") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const field = await readForm(args.request);
  return attempt(doors, "reset", async () => {
    await doors.access.resetPassword({ secret: args.params.secret ?? "", password: field("next") });
    return { done: true };
  });
}

/** Sets a new password by the link of a letter. */
export default function NewPassword() {
  const t = useText(accessWords);
  const href = useHref();
  const { opens } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "done" in answer) {
    return (
      <LinkDone title={t("newDoneTitle")} text={t("newDone")}>
        <a href={href(paths.signIn)}>{t("toSignIn")}</a>
      </LinkDone>
    );
  }
  if (!opens) {
    return (
      <LinkVoid>
        <a href={href(paths.forgotten)}>{t("voidReset")}</a>
      </LinkVoid>
    );
  }
  return (
    <div className="narrow">
      <title>{t("newTitle")}</title>
      <h1>{t("newTitle")}</h1>
      <ErrorSummary title={t("wrong")} errors={answer ? [{ field: "next", sentence: answer.refused.sentence }] : []} />
      <Form method="post" className="form">
        <NewPasswordField id="next" />
        <Button type="submit">{t("newSubmit")}</Button>
      </Form>
      <p className="note">{t("newNote")}</p>
    </div>
  );
}
