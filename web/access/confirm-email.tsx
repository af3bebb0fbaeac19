import { Button } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { attempt } from "./parts/attempt.ts";
import { LinkDone, LinkVoid } from "./parts/link-void.tsx";
import { accessWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  return { opens: await doorsOf(args).access.hasEmailLink(args.params.secret ?? "") };
}

/** Only a press of the button confirms: programs that look at mail follow links too. */
export function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  return attempt(doors, "confirm", async () => {
    await doors.access.confirmEmail(args.params.secret ?? "");
    return { done: true };
  });
}

export default function ConfirmEmail() {
  const t = useText(accessWords);
  const href = useHref();
  const { opens } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const toSignIn = <a href={href(paths.signIn)}>{t("toSignIn")}</a>;
  if (answer && "done" in answer) {
    return (
      <LinkDone title={t("confirmDoneTitle")} text={t("confirmDone")}>
        {toSignIn}
      </LinkDone>
    );
  }
  if (!opens) return <LinkVoid>{toSignIn}</LinkVoid>;
  return (
    <div className="narrow">
      <title>{t("confirmTitle")}</title>
      <h1>{t("confirmTitle")}</h1>
      <p className="under">{t("confirmLead")}</p>
      <ErrorSummary
        title={t("wrong")}
        errors={answer ? [{ field: "confirm", sentence: answer.refused.sentence }] : []}
      />
      <Form method="post" className="form">
        <Button type="submit" id="confirm">
          {t("confirmSubmit")}
        </Button>
      </Form>
    </div>
  );
}
