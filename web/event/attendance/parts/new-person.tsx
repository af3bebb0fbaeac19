import { Button, Checkbox, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { useText } from "../../../ui/text.ts";
import type { Refused } from "../../parts/act.ts";
import { Paragraphs } from "../../parts/paragraphs.tsx";
import type { AttendancePage } from "../load.ts";
import { attendanceWords } from "../words.ts";

interface Props {
  readonly page: AttendancePage;
  readonly siteId: string;
  readonly refused: Refused | undefined;
}

/** Enters somebody for the first time, with the text of the consent before the eyes. */
export function NewPerson({ page, siteId, refused }: Props) {
  const t = useText(attendanceWords);
  const typed = refused?.intent === "enter" ? refused.typed : undefined;
  if (page.consent === null) return <p className="notice">{t("noConsentText")}</p>;
  return (
    <details className="fold" id="enter" open={typed !== undefined || (page.text !== "" && page.found.length === 0)}>
      <summary>{t("enter")}</summary>
      <Form method="post" className="form narrow wider" key={page.fresh} preventScrollReset>
        <input type="hidden" name="site" value={siteId} />
        <input type="hidden" name="participant" value={typed?.participant ?? page.fresh} />
        <TextInput name="name" label={t("name")} defaultValue={typed?.name ?? page.text} autoComplete="off" />
        <TextInput
          name="birthYear"
          label={t("birthYear")}
          description={t("birthYearHint")}
          defaultValue={typed?.birthYear ?? ""}
          inputMode="numeric"
          autoComplete="off"
        />
        <div className="callout">
          <p>
            <strong>{t("consentText")}</strong>
          </p>
          <Paragraphs text={page.consent} />
        </div>
        <Checkbox
          name="consent"
          value="yes"
          label={t("consent")}
          description={t("consentHint")}
          defaultChecked={typed?.consent === "yes"}
        />
        <Button type="submit" name="intent" value="enter">
          {t("enterAndMark")}
        </Button>
      </Form>
    </details>
  );
}
