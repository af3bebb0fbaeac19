import { Button, NativeSelect } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import type { Terms } from "../../../src/contest/call/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatBytes } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import type { loader } from "./load.ts";
import { applicationWords } from "./words.ts";

/** The attachments: each is uploaded by itself, so that nothing is lost when the connection breaks. */
export function Papers({ terms, isEdited }: { readonly terms: Terms; readonly isEdited: boolean }) {
  const { application } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const language = useLanguage();
  const href = useHref();
  const busy = useNavigation().state === "submitting";
  if (terms.papers.length === 0) return null;
  return (
    <section className="part" id="papers">
      <h2>{t("papers")}</h2>
      {isEdited && <p className="note">{t("papersUnder")}</p>}
      {application.files.length === 0 && <p className="under">{t("noFiles")}</p>}
      <ul className="plain">
        {application.files.map(({ id, paper, name, bytes }) => (
          <li key={id} className="section">
            <a href={href(paths.applicationFile(application.id, id))}>{name}</a>, {formatBytes(bytes, language)}
            <span className="note place">{terms.papers.find(({ key }) => key === paper)?.name ?? paper}</span>
            {isEdited && (
              <Form method="post">
                <input type="hidden" name="fileId" value={id} />
                <button type="submit" className="link" name="intent" value="take-off">
                  {t("takeOff")}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {isEdited && (
        <Form method="post" encType="multipart/form-data" className="form narrow wider" id="attach">
          <NativeSelect
            name="paper"
            label={t("paper")}
            data={terms.papers.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <label>
            {t("file")}
            <input type="file" name="file" className="file" />
          </label>
          <Button type="submit" name="intent" value="attach" variant="outline" loading={busy}>
            {t("attach")}
          </Button>
        </Form>
      )}
    </section>
  );
}
