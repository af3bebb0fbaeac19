import { Button } from "@mantine/core";
import { type ActionFunctionArgs, Form, useActionData } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { attempt, readForm } from "./parts/attempt.ts";
import { EmailField } from "./parts/fields.tsx";
import { accessWords } from "./words.ts";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const field = await readForm(args.request);
  return attempt(doors, "ask", async () => {
    await doors.access.askReset(field("email"));
    return { sent: true };
  });
}

/** Asks for a link to set a new password; the answer is the same whoever has the address. */
export default function Forgotten() {
  const t = useText(accessWords);
  const href = useHref();
  const answer = useActionData<typeof action>();
  if (answer && "sent" in answer) {
    return (
      <div className="narrow">
        <title>{t("askSentTitle")}</title>
        <h1>{t("askSentTitle")}</h1>
        <p role="status">{t("askSent")}</p>
        <p className="note">
          <a href={href(paths.signIn)}>{t("toSignIn")}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="narrow">
      <title>{t("askTitle")}</title>
      <h1>{t("askTitle")}</h1>
      <p className="under">{t("askLead")}</p>
      <ErrorSummary title={t("wrong")} errors={answer ? [{ field: "email", sentence: answer.refused.sentence }] : []} />
      <Form method="post" className="form">
        <EmailField id="email" />
        <Button type="submit">{t("askSubmit")}</Button>
      </Form>
      <p className="note">
        <a href={href(paths.signIn)}>{t("toSignIn")}</a>
      </p>
    </div>
  );
}
