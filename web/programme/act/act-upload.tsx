import { Button } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";

/** The file of an act is chosen. */
export function ActUpload() {
  const t = useText(programmeWords);
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" encType="multipart/form-data" className="form narrow wider">
      <p>{t("takeInLead")}</p>
      <div>
        <label htmlFor="document">{t("takeInFile")}</label>
        <p className="note" id="document-hint">
          {t("takeInHint")}
        </p>
        <input id="document" name="document" type="file" aria-describedby="document-hint" required className="file" />
      </div>
      <Button type="submit" loading={busy}>
        {t("takeInRead")}
      </Button>
    </Form>
  );
}

/** An act needs a draft to go into. */
export function DraftFirst({ edition }: { readonly edition: number }) {
  const t = useText(programmeWords);
  return (
    <Form method="post" className="form narrow wider">
      <p>{t("takeInNoDraft", { number: edition })}</p>
      <Button type="submit" name="intent" value="open">
        {t("draftOpen")}
      </Button>
    </Form>
  );
}
