import { Button, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { useText } from "../../../ui/text.ts";
import { eventWords } from "../../words.ts";

/** The same event on another day. */
export function CopyForm() {
  const t = useText(eventWords);
  return (
    <section className="part" id="copy">
      <h2>{t("copy")}</h2>
      <p className="soft">{t("copyHint")}</p>
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="copy" />
        <TextInput name="date" type="date" label={t("copyDay")} required />
        <Button type="submit" variant="outline">
          {t("copy")}
        </Button>
      </Form>
    </section>
  );
}
