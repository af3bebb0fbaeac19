import { Button, NativeSelect } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import { termsShape } from "../../../src/contest/call/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { sayDeadline } from "../parts/dates.ts";
import { ApplicationMark } from "../parts/state.tsx";
import { contestWords } from "../words.ts";
import type { loader } from "./load-list.ts";
import { callWords } from "./words.ts";

/** What this person has to do with contests: a seat on a jury, applications of their association, a call to apply to. */
export function OwnPart() {
  const { own, seats, associations } = useLoaderData<typeof loader>();
  const t = useText(callWords);
  const href = useHref();
  return (
    <>
      {seats.map((call) => (
        <section key={call.id} className="part">
          <h2>{t("juror")}</h2>
          <p>
            <Words>{`${call.contest.name}, ${call.year}`}</Words>
          </p>
          <p className="links">
            <a href={href(paths.callJury(call.id))}>{t("toMark")}</a>
          </p>
        </section>
      ))}
      {own.length > 0 && (
        <section className="part">
          <h2>{t("own")}</h2>
          <ul className="plain">
            {own.flatMap(({ call, rows }) =>
              rows.map((row) => (
                <li key={row.id} className="section">
                  <a href={href(paths.application(row.id))}>
                    <Words>{row.title || `${call.contest.name}, ${call.year}`}</Words>
                  </a>{" "}
                  <ApplicationMark state={row.state} />
                </li>
              )),
            )}
          </ul>
        </section>
      )}
      {associations.length > 0 && <Begin />}
    </>
  );
}

function Begin() {
  const { calls, associations } = useLoaderData<typeof loader>();
  const t = useText(callWords);
  const href = useHref();
  const words = useText(contestWords);
  const language = useLanguage();
  const busy = useNavigation().state === "submitting";
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return calls
    .filter(({ isOpen }) => isOpen)
    .map((call) => {
      const terms = termsShape.parse(call.terms);
      return (
        <section key={call.id} className="part">
          <h2>
            <Words>{`${call.contest.name}, ${call.year}`}</Words>
          </h2>
          <p className="note">
            {words("closes")} {sayDeadline(call.closesAt, timeZone, language)}
          </p>
          <Form method="post" className="form narrow wider">
            <input type="hidden" name="callId" value={call.id} />
            <NativeSelect
              name="associationId"
              label={t("beginFor")}
              data={associations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NativeSelect
              name="applicant"
              label={t("beginAs")}
              data={terms.applicants.map((kind) => ({
                value: kind,
                label: words(`applicant-${kind}`, { tax: terms.taxPercent }),
              }))}
            />
            <Button type="submit" name="intent" value="begin" loading={busy}>
              {t("begin")}
            </Button>
          </Form>
          <p className="links">
            <a href={href(paths.applyByFile(call.id))}>{t("byFile")}</a>
          </p>
        </section>
      );
    });
}
