import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { TASK_MOVE_NAMES } from "../../../src/desk/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { saveSaid } from "../messages/save.ts";
import { Thread } from "../messages/thread.tsx";
import { act, type Refused, readText } from "../parts/act.ts";
import { whoAmI } from "../parts/me.ts";
import { deskWords } from "../words.ts";
import { ChangeTask } from "./change-task.tsx";
import { History } from "./history.tsx";
import { Moves } from "./moves.tsx";
import { TaskFacts } from "./task-facts.tsx";
import { fieldOf } from "./task-form.tsx";
import { readTask } from "./task-input.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const task = await answer(doors, (ctx) => doors.desk.getTask(ctx, id));
  const thread = await answer(doors, (ctx) => doors.desk.openThread(ctx, { kind: "task", id }));
  const change = task.mayChange
    ? await answer(doors, async (ctx) => ({
        owners: await doors.desk.listPossibleOwners(ctx),
        executors: (await doors.desk.listChoices(ctx)).executors,
      }))
    : null;
  return { task, thread, change, today: doors.today, me: whoAmI(doors) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const id = args.params.id ?? "";
  const here = inLanguage(paths.task(id), doors.language);
  const intent = readText(form, "intent");
  const version = Number(readText(form, "version"));
  const move = TASK_MOVE_NAMES.find((known) => known === intent);
  if (move) {
    const given = { id, version, move, reason: readText(form, "reason") };
    return (await act(doors, form, (ctx) => doors.desk.moveTask(ctx, given))) ?? redirect(here);
  }
  if (intent === "change") {
    const changed = { ...readTask(form), id, version };
    return (await act(doors, form, (ctx) => doors.desk.changeTask(ctx, changed))) ?? redirect(here);
  }
  return (await saveSaid(doors, form, { kind: "task", id })) ?? redirect(`${here}#messages`);
}

/** A refused save shows the record as it is now, which the router would not ask for by itself. */
export function shouldRevalidate(): boolean {
  return true;
}

/** One task: what it is, what can be done with it, what was said and what has happened. */
export default function Task() {
  const { task, thread, change, today, me } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(deskWords);
  return (
    <>
      <title>{task.title}</title>
      <Crumbs
        above={[
          { path: paths.desk, text: t("desk") },
          { path: paths.tasks, text: t("tasks") },
        ]}
        here={t("taskNumber", { number: task.number })}
      />
      <h1 className="title">
        <Words>{task.title}</Words>
      </h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: placeOf(refused), sentence: refused.sentence }] : []}
      />
      <div className="columns">
        <div>
          {task.details && (
            <p className="task-details">
              <Words>{task.details}</Words>
            </p>
          )}
          <TaskFacts task={task} today={today} me={me} />
          <Moves task={task} refused={refused} />
          {change && <ChangeTask task={task} refused={refused} {...change} />}
          <Thread thread={thread} refused={refused} />
        </div>
        <History task={task} seen={refused?.code === "task-changed" ? refused.version : null} />
      </div>
    </>
  );
}

/** Where a refusal leads. */
function placeOf(refused: Refused): string {
  if (refused.code === "task-changed") return "history";
  if (refused.code === "task-reason-missing") return "reason";
  if (refused.intent === "change") return fieldOf(refused);
  return refused.intent === "message" ? "text" : "moves";
}
