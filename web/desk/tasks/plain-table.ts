import type { PlainTable } from "../../../src/desk/index.ts";
import type { TaskList } from "../../../src/desk/views.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { formatDate } from "../../ui/dates.ts";
import { makeText } from "../../ui/text.ts";
import { roleName } from "../parts/role-name.ts";
import { deskWords } from "../words.ts";

/** The list as a file has it: the rows and totals of the screen, with a column for each thing that a cell of the screen joins. */
export function makePlainTable(list: TaskList, language: Language): PlainTable {
  const t = makeText(deskWords, language);
  const heads = (["number", "task", "executor", "whose", "year", "due", "state", "daysLate"] as const).map((key) =>
    t(key),
  );
  return {
    title: t("tasks"),
    heads,
    rows: list.rows.map((task) => [
      task.number,
      task.title,
      task.executor ?? "",
      task.owner?.name ?? roleName(task.role, language),
      task.year,
      formatDate(task.dueDate, language),
      t(`state_${task.state}`),
      task.daysLate,
    ]),
    totals: [t("total"), t("tasksCount", { count: list.total }), "", "", "", "", `${t("overdue")}: ${list.late}`, ""],
  };
}
