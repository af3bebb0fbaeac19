import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { COUNT_METHODS } from "../../../../src/event/attendance/views.ts";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { formatInstant } from "../../../ui/dates.ts";
import { formatCount } from "../../../ui/format.ts";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import type { Refused } from "../../parts/act.ts";
import type { AttendancePage } from "../load.ts";
import { attendanceWords } from "../words.ts";

interface Props {
  readonly page: AttendancePage;
  readonly siteId: string;
  readonly mayCount: boolean;
  readonly refused: Refused | undefined;
}

/** How many there were by head, by which method and on what evidence. */
export function HeadCount({ page, siteId, mayCount, refused }: Props) {
  const t = useText(attendanceWords);
  return (
    <section className="part">
      <h3 id="count">{t("heads")}</h3>
      <Counted page={page} siteId={siteId} />
      {mayCount && <CountForm page={page} siteId={siteId} refused={refused} />}
    </section>
  );
}

function Counted({ page, siteId }: Pick<Props, "page" | "siteId">) {
  const t = useText(attendanceWords);
  const language = useLanguage();
  const href = useHref();
  const count = page.counts.find((one) => one.siteId === siteId);
  const paper = page.papers.find(({ id }) => id === count?.evidencePaperId);
  if (!count) return <p className="soft">{t("headsNone")}</p>;
  const when = formatInstant(count.recordedAt.toISOString(), page.timeZone, language);
  const method = t(`method_${count.method}`);
  return (
    <p>
      {t("headsNow", { people: formatCount(count.people, language), method, when })} {count.note}{" "}
      {paper && <a href={href(paths.eventFile(paper.id))}>{t("evidenceFile", { name: paper.name })}</a>}
    </p>
  );
}

function CountForm({ page, siteId, refused }: Omit<Props, "mayCount">) {
  const t = useText(attendanceWords);
  const typed = refused?.intent === "count" ? refused.typed : undefined;
  const papers = page.papers.map(({ id, name, caption }) => ({ value: id, label: caption || name }));
  return (
    <Form method="post" className="form narrow wider" preventScrollReset>
      <input type="hidden" name="site" value={siteId} />
      <p className="note">{t("headsHint")}</p>
      <TextInput name="people" label={t("people")} defaultValue={typed?.people ?? ""} inputMode="numeric" />
      <NativeSelect
        name="method"
        label={t("method")}
        defaultValue={typed?.method ?? "counted"}
        data={COUNT_METHODS.map((method) => ({ value: method, label: t(`method_${method}`) }))}
      />
      <NativeSelect
        name="evidence"
        label={t("evidence")}
        defaultValue={typed?.evidence ?? ""}
        data={[{ value: "", label: t("evidenceNone") }, ...papers]}
      />
      <TextInput name="note" label={t("note")} description={t("noteHint")} defaultValue={typed?.note ?? ""} />
      <Button type="submit" name="intent" value="count" variant="outline">
        {t("saveCount")}
      </Button>
    </Form>
  );
}
