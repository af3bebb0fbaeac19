import { TASK_STATES } from "../../../src/desk/contract.ts";
import type { TaskChange, TaskEventView, TaskView } from "../../../src/desk/views.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { type Language, useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { type Text, type TextKey, useText } from "../../ui/text.ts";
import { roleName } from "../parts/role-name.ts";
import { deskWords } from "../words.ts";

type DeskText = Text<(typeof deskWords)["ru"]>;

/** What has happened, the newest first. `seen` is the version that the person had before them when a save was refused: what came after is marked. */
export function History({ task, seen }: { readonly task: TaskView; readonly seen: number | null }) {
  const t = useText(deskWords);
  return (
    <aside className="aside" id="history">
      <h2>{t("history")}</h2>
      <ul>
        {task.history.map((event) => (
          <Event key={event.version} event={event} isNew={seen !== null && event.version > seen} />
        ))}
      </ul>
    </aside>
  );
}

function Event({ event, isNew }: { readonly event: TaskEventView; readonly isNew: boolean }) {
  const t = useText(deskWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const changes = event.changes.filter(({ field }) => field !== "state");
  return (
    <li className={isNew ? "is-new" : undefined}>
      {isNew && <Mark kind="warning">{t("changedMeanwhile")}</Mark>}
      <span className="note place">{formatInstant(event.at, timeZone, language)}</span>
      {t(`event_${event.kind}` as TextKey<(typeof deskWords)["ru"]>)}, {event.by}
      {event.note && <q className="place quote">{event.note}</q>}
      {changes.map((change) => (
        <span key={change.field} className="place">
          {t(`field_${change.field}` as TextKey<(typeof deskWords)["ru"]>)}:{" "}
          <s>{show(change, "before", { t, language })}</s>
          {" → "}
          {show(change, "after", { t, language })}
        </span>
      ))}
    </li>
  );
}

function show(
  change: TaskChange,
  side: "before" | "after",
  { t, language }: { t: DeskText; language: Language },
): string {
  const value = change[side];
  if (value === null || value === "") return t("wasEmpty");
  if (change.field === "dueDate") return formatDate(value, language);
  if (change.field === "role") return roleName(value, language);
  const state = TASK_STATES.find((known) => known === value);
  return change.field === "state" && state ? t(`state_${state}`) : value;
}
