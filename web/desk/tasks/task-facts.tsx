import type { TaskView } from "../../../src/desk/views.ts";
import { useHref } from "../../app/link.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Due } from "../parts/due.tsx";
import { StateMark } from "../parts/state-mark.tsx";
import { Whose } from "../parts/whose.tsx";
import { deskWords } from "../words.ts";

/** The task's fields, one under another. */
export function TaskFacts({
  task,
  today,
  me,
}: {
  readonly task: TaskView;
  readonly today: string;
  readonly me: string | null;
}) {
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { remindDays } = task;
  return (
    <dl className="facts task-facts">
      <dt>{t("fact_state")}</dt>
      <dd>
        <StateMark state={task.state} />
        {task.doneOn && <span className="soft"> {t("doneOn", { date: formatDate(task.doneOn, language) })}</span>}
      </dd>
      <dt>{t("fact_due")}</dt>
      <dd>
        <Due task={task} today={today} />
      </dd>
      <dt>{t("fact_whose")}</dt>
      <dd>
        <Whose task={task} me={me} />
      </dd>
      {task.executor && (
        <>
          <dt>{t("fact_executor")}</dt>
          <dd>{task.executor}</dd>
        </>
      )}
      {task.subject && (
        <>
          <dt>{t("fact_subject")}</dt>
          <dd>
            <a href={href(task.subject.href)}>
              {task.subject.kind === "activity" ? t("subject_activity") : t("subject_record")}
            </a>
          </dd>
        </>
      )}
      {task.basis && (
        <>
          <dt>{t("fact_basis")}</dt>
          <dd>{task.basis}</dd>
        </>
      )}
      <dt>{t("fact_remind")}</dt>
      <dd>{remindDays === 0 ? t("remindNever") : t("remindBefore", { count: remindDays })}</dd>
      <dt>{t("fact_given")}</dt>
      <dd>
        {formatInstant(task.givenAt, timeZone, language)}, {task.givenBy}
      </dd>
    </dl>
  );
}
