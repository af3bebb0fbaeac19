import { Button } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { attempt, go, readForm } from "../parts/attempt.ts";
import { Done } from "../parts/notice.tsx";
import { accessWords } from "../words.ts";
import { Handed } from "./handed.tsx";
import { Invitations } from "./invitations.tsx";
import { loadPeople } from "./people-data.ts";
import { PeopleTable } from "./people-table.tsx";

export function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return loadPeople(doors);
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const field = await readForm(args.request);
  const [intent, id, email] = [field("intent"), field("id"), field("email")];
  return attempt(doors, intent, async () => {
    if (intent === "require" || intent === "require-not") {
      await doors.run((ctx) => doors.people.requireSecondFactor(ctx, intent === "require"));
      return go(doors, paths.people);
    }
    if (intent === "withdraw") {
      await doors.run((ctx) => doors.people.withdrawInvitation(ctx, id));
      return { done: "withdrawn" as const, email };
    }
    const link = await doors.access.inviteAgain({ id, by: intent === "hand" ? "hand" : "letter" });
    return link === null ? { done: "sentTo" as const, email } : { link, email };
  });
}

/** Who holds which role here, who is invited, and what signing in asks of staff. */
export default function PeoplePage() {
  const t = useText(accessWords);
  const href = useHref();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  const holding = loaded.people.filter(({ holdings }) => holdings.length > 0).length;
  const title = t("peopleTitle", { count: holding });
  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      <ErrorSummary title={t("wrong")} errors={refused ? [{ field: "content", sentence: refused.sentence }] : []} />
      <Done>{answer && "done" in answer ? t(answer.done, { email: answer.email }) : null}</Done>
      {answer && "link" in answer && <Handed link={answer.link} email={answer.email} />}
      {loaded.people.length === 0 ? <p className="under">{t("peopleNone")}</p> : <PeopleTable loaded={loaded} />}
      {loaded.mayInvite && (
        <p className="main-action">
          <Button component="a" href={href(paths.invite)}>
            {t("invite")}
          </Button>
        </p>
      )}
      <Invitations loaded={loaded} />
      <Requirement />
    </>
  );
}

function Requirement() {
  const t = useText(accessWords);
  const { required, mayRequire } = useLoaderData<typeof loader>();
  return (
    <section className="part">
      <h2>{t("requireTitle")}</h2>
      <p className="under">{required ? t("requireOn") : t("requireOff")}</p>
      {mayRequire && (
        <Form method="post">
          <Button type="submit" variant="outline" name="intent" value={required ? "require-not" : "require"}>
            {required ? t("requireStop") : t("requireStart")}
          </Button>
        </Form>
      )}
    </section>
  );
}
