import { Button, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { DUTIES } from "../../../src/access/personal/duties.data.ts";
import type { DutyView } from "../../../src/access/personal/views.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { settingsWords } from "./words.ts";

interface Props {
  readonly duties: readonly DutyView[];
  readonly today: string;
  readonly mayOperate: boolean;
}

/** The operator's checklist: what is to be done, where it is written, and what shows that it was done. */
export function Duties({ duties, today, mayOperate }: Props) {
  const t = useText(settingsWords);
  const language = useLanguage();
  const done = duties.filter(({ doneOn }) => doneOn !== null).length;
  return (
    <section id="duty">
      <h2>{t("dutiesTitle")}</h2>
      <p className="note">{t("dutiesDone", { done, all: duties.length })}</p>
      {duties.map(({ item, doneOn, basis }) => {
        const duty = DUTIES.find((known) => known.item === item);
        return (
          <div key={item} className="item">
            <p>{duty?.what[language]}</p>
            <p className="note" lang="ru">
              {duty?.clause}
            </p>
            {doneOn ? (
              <Mark kind="done">{`${formatDate(doneOn, language)}: ${basis}`}</Mark>
            ) : (
              <span className="note">{t("dutyNotDone")}</span>
            )}
            {mayOperate && <DutyForm item={item} doneOn={doneOn} basis={basis} today={today} />}
          </div>
        );
      })}
    </section>
  );
}

function DutyForm({ item, doneOn, basis, today }: DutyView & { readonly today: string }) {
  const t = useText(settingsWords);
  return (
    <details>
      <summary>{t("dutyChange")}</summary>
      <Form method="post" className="form wider">
        <input type="hidden" name="item" value={item} />
        <TextInput
          id={`on-${item}`}
          name="on"
          type="date"
          max={today}
          label={t("dutyOn")}
          defaultValue={doneOn ?? ""}
        />
        <TextInput id={`basis-${item}`} name="basis" label={t("dutyBasis")} defaultValue={basis} />
        <Button type="submit" name="intent" value="duty" variant="outline">
          {t("dutyMark")}
        </Button>
      </Form>
    </details>
  );
}
