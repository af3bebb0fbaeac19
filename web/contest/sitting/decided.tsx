import { Button } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { Facts } from "../../ui/facts.tsx";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { Documents } from "../grant/documents.tsx";
import { juryWords } from "../jury/words.ts";
import type { loader } from "./load.ts";

/** What the sitting that holds decided: who was there, and the file by which anybody reckons it again. */
export function Decided({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { call, decided, jury, explained } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  const href = useHref();
  if (!decided) return null;
  const names = jury.jurors.filter(({ id }) => decided.present.includes(id)).map(({ name }) => name);
  return (
    <section className="part">
      <Facts
        items={[
          [t("present"), names.join(", ")],
          [t("agenda"), decided.agenda],
          [t("basis"), decided.basis],
          [
            t("calculation"),
            explained && (
              <a key="file" href={href(paths.callFile(call.id, "calculation.json"))}>
                JSON
              </a>
            ),
          ],
          [
            t("hash"),
            explained && (
              <code key="hash" className="hash">
                {explained.hash}
              </code>
            ),
          ],
        ]}
      />
      {explained && (
        <p className="note">
          <Mark kind={explained.isSame ? "done" : "error"}>{t(explained.isSame ? "same" : "different")}</Mark>{" "}
          {t("replay")}
        </p>
      )}
      <Papers refused={refused} />
    </section>
  );
}

/** Minutes as files, and the grants that follow from the decision. */
function Papers({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { call, decided, keeps, jury, minutes, signs, applications } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  const href = useHref();
  const busy = useNavigation().state === "submitting";
  const funded = decided?.awards.filter(({ kopecks }) => kopecks > 0n) ?? [];
  return (
    <>
      <h2>{t("documents")}</h2>
      {minutes.length > 0 && <Documents callId={call.id} documents={minutes} refused={refused} maySign={signs} />}
      {keeps && jury.own === null && (
        <Form method="post" className="form narrow wider" id="minutes">
          <Button type="submit" name="intent" value="minutes" variant="outline" loading={busy}>
            {t(minutes.length > 0 ? "minutesAgain" : "minutesMake")}
          </Button>
        </Form>
      )}
      <ul className="plain">
        {funded.map(({ applicationId }) => {
          const row = applications.find(({ id }) => id === applicationId);
          return (
            row && (
              <li key={applicationId}>
                <a href={href(paths.grant(applicationId))}>
                  {t("grant")}: <Words>{row.title}</Words>
                </a>
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}
