import { Button } from "@mantine/core";
import { Form } from "react-router";
import type { TaskView } from "../../../src/desk/views.ts";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { deskWords } from "../words.ts";
import { TaskFormFields } from "./task-form.tsx";

interface Props {
  readonly task: TaskView;
  readonly refused: Refused | undefined;
  readonly owners: Parameters<typeof TaskFormFields>[0]["owners"];
  readonly executors: readonly string[];
}

/** Folded away until it is needed; open after a refusal, with what was typed. */
export function ChangeTask({ task, refused, owners, executors }: Props) {
  const t = useText(deskWords);
  const own = refused?.intent === "change" ? refused : undefined;
  const draft = {
    title: task.title,
    details: task.details ?? "",
    executor: task.executor ?? "",
    role: task.role ?? "",
    owner: task.owner?.id ?? "",
    dueDate: task.dueDate,
    remindDays: String(task.remindDays),
    basis: task.basis ?? "",
  };
  return (
    <details className="fold" open={own !== undefined}>
      <summary>{t("change")}</summary>
      <Form method="post" className="form" key={task.version}>
        <input type="hidden" name="version" value={task.version} />
        <TaskFormFields draft={draft} refused={own} owners={owners} executors={executors} />
        <Button type="submit" name="intent" value="change">
          {t("save")}
        </Button>
      </Form>
    </details>
  );
}
