import { Button } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import { canMoveApplication } from "../../../src/contest/application/contract.ts";
import { useRootData } from "../../app/root-data.ts";
import type { FieldError } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { sayDeadline } from "../parts/dates.ts";
import type { loader } from "./load.ts";
import { applicationWords } from "./words.ts";

/** What the applicant can do with it now: submit, take back, withdraw. */
export function SubmitPart({ faults }: { readonly faults: readonly FieldError[] }) {
  const { application, call } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { state } = application;
  const isInTime = state === "returned" || call.isOpen;
  const busy = useNavigation().state === "submitting";
  const until = sayDeadline(call.closesAt, timeZone, language);
  return (
    <section className="part" id="check">
      <h2>{t("check")}</h2>
      {!isInTime && <p className="notice">{t("closed", { until })}</p>}
      {canMoveApplication("submit", state) && isInTime && (
        <>
          {faults.length === 0 ? (
            <Mark kind="done">{t("ready")}</Mark>
          ) : (
            <>
              <p>{t("left", { count: faults.length })}</p>
              <ul className="points">
                {faults.map(({ field, sentence }) => (
                  <li key={field + sentence}>
                    <a href={`#${field}`}>{sentence}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="note">{t("submitHint")}</p>
          <Button type="submit" form="application" name="intent" value="submit" loading={busy}>
            {t(state === "returned" ? "submitAgain" : "submit")}
          </Button>
        </>
      )}
      {canMoveApplication("reopen", state) && isInTime && (
        <Deed intent="reopen" words={t("reopen")} hint={t("reopenHint")} />
      )}
      {canMoveApplication("withdraw", state) && (isInTime || state === "draft") && (
        <Deed intent="withdraw" words={t("withdraw")} hint={t("withdrawHint")} />
      )}
    </section>
  );
}

interface DeedProps {
  readonly intent: "reopen" | "withdraw";
  readonly words: string;
  readonly hint: string;
}

function Deed({ intent, words, hint }: DeedProps) {
  const { application } = useLoaderData<typeof loader>();
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" className="form narrow wider" id={intent}>
      <p className="note">{hint}</p>
      <input type="hidden" name="version" value={application.version} />
      <Button type="submit" name="intent" value={intent} variant="outline" loading={busy}>
        {words}
      </Button>
    </Form>
  );
}
