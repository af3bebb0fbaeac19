import { Button, Checkbox, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { formatInstant } from "../../../ui/dates.ts";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import type { Refused } from "../../parts/act.ts";
import type { AttendancePage } from "../load.ts";
import { attendanceWords } from "../words.ts";

interface Props {
  readonly page: AttendancePage;
  readonly refused: Refused | undefined;
}

/** Marks that came after the event was closed: the coordinator takes them in, or does not, with a reason. */
export function LateMarks({ page, refused }: Props) {
  const t = useText(attendanceWords);
  const { late, mayConfirm, site } = page;
  if (late.length === 0) return null;
  const typed = refused?.intent === "accept" || refused?.intent === "refuse" ? refused.typed : undefined;
  return (
    <section className="part" id="late">
      <h2>{t("lateTitle")}</h2>
      <p>{t("lateLead")}</p>
      <Form method="post" className="form wider">
        <input type="hidden" name="site" value={site?.id ?? ""} />
        <ul className="people">
          {late.map((mark) => (
            <li key={mark.id}>
              {mayConfirm ? (
                <Checkbox name="mark" value={mark.id} defaultChecked label={<LateName page={page} mark={mark} />} />
              ) : (
                <LateName page={page} mark={mark} />
              )}
            </li>
          ))}
        </ul>
        {mayConfirm ? (
          <>
            <TextInput name="reason" label={t("lateReason")} defaultValue={typed?.reason ?? ""} />
            <div className="buttons" id="accept">
              <Button type="submit" name="intent" value="accept">
                {t("accept")}
              </Button>
              <Button type="submit" name="intent" value="refuse" variant="outline" id="refuse">
                {t("refuse")}
              </Button>
            </div>
          </>
        ) : (
          <p className="soft">{t("lateWaits")}</p>
        )}
      </Form>
    </section>
  );
}

function LateName({ page, mark }: { readonly page: AttendancePage; readonly mark: AttendancePage["late"][number] }) {
  const t = useText(attendanceWords);
  const language = useLanguage();
  const place = page.sites.find(({ id }) => id === mark.siteId)?.place ?? "—";
  const when = formatInstant(mark.markedAt.toISOString(), page.timeZone, language);
  return (
    <>
      {mark.name || "—"}{" "}
      <small className="soft">
        {place} · {when} · {t(`channel_${mark.channel}`)}
      </small>
    </>
  );
}
