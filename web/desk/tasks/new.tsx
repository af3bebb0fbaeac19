import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { act, type Refused } from "../parts/act.ts";
import { deskWords } from "../words.ts";
import { EMPTY_TASK, fieldOf, TaskFormFields } from "./task-form.tsx";
import { readTask } from "./task-input.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const owners = await answer(doors, (ctx) => doors.desk.listPossibleOwners(ctx));
  const { executors } = await answer(doors, (ctx) => doors.desk.listChoices(ctx));
  return { owners, executors };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  let id = "";
  const refused = await act(doors, form, async (ctx) => {
    id = await doors.desk.giveTask(ctx, readTask(form));
  });
  return refused ?? redirect(inLanguage(paths.task(id), doors.language));
}

/** A task given by hand. */
export default function NewTask() {
  const { owners, executors } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(deskWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("newTitle")}</title>
      <Crumbs
        above={[
          { path: paths.desk, text: t("desk") },
          { path: paths.tasks, text: t("tasks") },
        ]}
        here={t("newTitle")}
      />
      <h1>{t("newTitle")}</h1>
      <p className="under">{t("newLead")}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form">
        <TaskFormFields draft={EMPTY_TASK} refused={refused} owners={owners} executors={executors} />
        <Button type="submit" loading={busy}>
          {t("give")}
        </Button>
      </Form>
    </div>
  );
}
