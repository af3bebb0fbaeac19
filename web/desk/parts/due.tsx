import { daysBetween, isWaiting } from "../../../src/desk/contract.ts";
import type { TaskRow } from "../../../src/desk/views.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { deskWords } from "../words.ts";

const SOON_DAYS = 7;

/** The day, and where it presses how many days are left or gone by. */
export function Due({ task, today }: { readonly task: TaskRow; readonly today: string }) {
  const t = useText(deskWords);
  const language = useLanguage();
  const left = daysBetween(today, task.dueDate);
  const presses = isWaiting(task.state) && left <= SOON_DAYS;
  return (
    <span className={presses ? "due presses" : "due"}>
      <time dateTime={task.dueDate}>{formatDate(task.dueDate, language)}</time>
      {task.daysLate > 0 && <Mark kind="warning">{t("late", { count: task.daysLate })}</Mark>}
      {presses && task.daysLate === 0 && (
        <small>{left === 0 ? t("dueToday") : left === 1 ? t("dueTomorrow") : t("inDays", { count: left })}</small>
      )}
    </span>
  );
}
