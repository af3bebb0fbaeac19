import { type ActionFunctionArgs, data, redirect, useActionData, useLoaderData } from "react-router";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { type RefusedForm, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { MessagesLink } from "../../app/messages-link.tsx";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Facts } from "../../ui/facts.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles, sourceName } from "../parts/money.ts";
import { contestWords } from "../words.ts";
import { AgreementPart } from "./agreement-part.tsx";
import { chooseGrantCommand } from "./command.ts";
import type { loader } from "./load.ts";
import { RefundPart } from "./refund-part.tsx";
import { UsagePart } from "./usage-part.tsx";
import { grantWords } from "./words.ts";

export { loader } from "./load.ts";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const command = await chooseGrantCommand(doors, form, id);
  if (!command) throw data(null, { status: 400 });
  const { refused } = await submitForm<unknown>(doors, form, command);
  return refused ?? redirect(inLanguage(paths.grant(id), doors.language));
}

/** A grant from its agreement to its accepted report: one page for the office and for who received it. */
export default function GrantPage() {
  const { grant } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(grantWords);
  const words = useText(contestWords);
  const language = useLanguage();
  const href = useHref();
  const title = t("title", { sum: roubles(grant.kopecks, language) });
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: words("contests") },
          { path: paths.deskCall(grant.callId), text: t("grants") },
        ]}
        here={`№ ${grant.number}`}
      />
      <p className="kicker">
        <Words>{grant.association}</Words>
      </p>
      <h1>{title}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: refused.intent, sentence: refused.sentence }] : []}
      />
      <Facts
        items={[
          [
            t("project"),
            <a key="project" href={href(paths.project(grant.applicationId))}>
              <Words>{grant.title}</Words>
            </a>,
          ],
          [
            t("awarded"),
            grant.sums.map(({ source, kopecks }) => (
              <span key={source} className="place">
                {words("roubles", { sum: roubles(kopecks, language) })} — {sourceName(source, language)}
              </span>
            )),
          ],
          [t("tax"), grant.tax > 0n && words("roubles", { sum: roubles(grant.tax, language) })],
          [
            t("application"),
            <a key="application" href={href(paths.application(grant.applicationId))}>
              № {grant.number}
            </a>,
          ],
        ]}
      />
      <p className="links">
        <MessagesLink kind="contest-grant" id={grant.applicationId} />
      </p>
      <AgreementPart refused={refused} />
      {grant.agreement && <UsagePart refused={refused} />}
      {grant.agreement && <RefundPart refused={refused} />}
    </>
  );
}
