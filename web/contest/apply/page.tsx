import { type ActionFunctionArgs, useActionData, useLoaderData } from "react-router";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { contestWords } from "../words.ts";
import type { loader } from "./load.ts";
import { Preview } from "./preview.tsx";
import { type Step, takeStep } from "./step.ts";
import { Upload } from "./upload.tsx";
import { applyWords } from "./words.ts";

export { loader } from "./load.ts";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  // The two forms of the page: "read" and "accept".
  return takeStep(doors, form, args.params.id ?? "");
}

/** An application as a file: downloaded, filled in without a network, looked at, and taken as a draft. */
export default function ApplyPage() {
  const { call, associations } = useLoaderData<typeof loader>();
  const step = useActionData<Step>();
  const t = useText(applyWords);
  const words = useText(contestWords);
  const href = useHref();
  return (
    <>
      <title>{t("title")}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: words("contests") },
          { path: paths.deskCall(call.id), text: String(call.year) },
        ]}
        here={t("title")}
      />
      <p className="kicker">
        <Words>{`${call.contest.name}, ${call.year}`}</Words>
      </p>
      <h1>{t("title")}</h1>
      <ErrorSummary title={t("problem")} errors={step?.sentence ? [{ field: "form", sentence: step.sentence }] : []} />
      {step?.preview ? (
        <Preview step={step} preview={step.preview} />
      ) : (
        <>
          <p className="under measure">{t(call.isOpen ? "lead" : "closed")}</p>
          {call.state === "announced" && (
            <section className="part">
              <h2>{t("step1")}</h2>
              <ul className="plain">
                {(["xlsx", "docx"] as const).map((format) => (
                  <li key={format} className="section">
                    <a href={href(paths.callForm(call.id, format))}>{t(format)}</a>
                    <span className="note place">{t(`${format}Under`)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {associations.length === 0 && <p className="notice">{t("nobody")}</p>}
          {associations.length > 0 && <Upload typed={step?.typed ?? {}} />}
        </>
      )}
    </>
  );
}
