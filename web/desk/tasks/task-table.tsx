import type { TaskList, TaskRow } from "../../../src/desk/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { formatCount } from "../../ui/format.ts";
import { type Language, useLanguage } from "../../ui/language.ts";
import { type Text, useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { Due } from "../parts/due.tsx";
import { StateMark } from "../parts/state-mark.tsx";
import { Whose } from "../parts/whose.tsx";
import { deskWords } from "../words.ts";

interface Props {
  readonly list: Pick<TaskList, "rows" | "total" | "late">;
  readonly today: string;
  readonly me: string | null;
  /** Where the rows all have the one executor, whose name stands above them. */
  readonly ofOne?: boolean;
}

/** Tasks as rows; the last row counts all that the filter lets through, not only this page. */
export function TaskTable({ list, today, me, ofOne = false }: Props) {
  const t = useText(deskWords);
  const language = useLanguage();
  const href = useHref();
  const seen: Seen = { today, me, ofOne, t, href, language };
  const total: Row = {
    key: "total",
    total: true,
    cells: {
      number: t("total"),
      task: t("tasksCount", { count: list.total }),
      state: `${t("overdue")}: ${formatCount(list.late, language)}`,
    },
  };
  return (
    <section className="desk-list">
      <FigureTable
        name={t("tasks")}
        columns={[
          { key: "number", head: t("number") },
          { key: "task", head: t("task") },
          { key: "whose", head: t("whose"), label: t("whose") },
          { key: "due", head: t("due"), label: t("due") },
          { key: "state", head: t("state"), label: t("state") },
        ]}
        rows={[...list.rows.map((task) => ({ key: task.id, cells: cellsOf(task, seen) })), total]}
      />
    </section>
  );
}

interface Seen extends Pick<Props, "today" | "me" | "ofOne"> {
  readonly t: Text<(typeof deskWords)["ru"]>;
  readonly href: (path: string) => string;
  readonly language: Language;
}

function cellsOf(task: TaskRow, { today, me, ofOne, t, href, language }: Seen): Row["cells"] {
  return {
    number: <span className="nowrap">{task.number}</span>,
    task: (
      <>
        <a href={href(paths.task(task.id))}>
          <Words>{task.title}</Words>
        </a>
        {task.executor && !ofOne && <p className="note">{task.executor}</p>}
      </>
    ),
    whose: <Whose task={task} me={me} />,
    due: <Due task={task} today={today} />,
    state: (
      <span>
        <StateMark state={task.state} />
        {task.doneOn && (
          <small className="note place">{t("doneOn", { date: formatDate(task.doneOn, language) })}</small>
        )}
      </span>
    ),
  };
}
