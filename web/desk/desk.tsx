import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import type { DeskView } from "../../src/desk/views.ts";
import { answer } from "../app/answer.ts";
import { countPressing, DeskSections, loadDeskSections } from "../app/desk-sections.tsx";
import { type Doors, doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { Due } from "./parts/due.tsx";
import { whoAmI } from "./parts/me.ts";
import { News } from "./parts/news.tsx";
import { Programmes } from "./parts/programmes.tsx";
import { Readings } from "./parts/readings.tsx";
import { Whose } from "./parts/whose.tsx";
import { deskWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const desk = await answer(doors, (ctx) => doors.desk.getDesk(ctx));
  const programmes = await doors.run((ctx) => doors.programme.listProgrammes(ctx));
  const rights = {
    give: doors.may("task.give"),
    oversee: doors.may("task.oversee"),
    import: doors.may("programme.import"),
    // Whoever made an installation of their own finds their way back to what comes next.
    begin: programmes.length === 0 && doors.may("person.create"),
  };
  const [readings, sections] = [await findReadings(doors), await loadDeskSections(doors)];
  return { today: doors.today, me: whoAmI(doors), desk, programmes, readings, sections, rights };
}

/** Documents that wait for a decision, for those who may see them. */
async function findReadings(doors: Doors) {
  if (!doors.may("programme.read-drafts")) return [];
  const readings = await doors.run((ctx) => doors.programme.listReadings(ctx));
  return readings.filter((reading) => reading.state === "open");
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, (ctx) => doors.desk.readNotices(ctx, null));
  return redirect(inLanguage(paths.desk, doors.language));
}

/** What waits for this person, in order of deadline. */
export default function Desk() {
  const { today, desk, readings, programmes, sections, rights } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const language = useLanguage();
  const count = desk.waiting + readings.length + countPressing(sections);
  const tail = desk.late > 0 ? t("lateTail", { count: desk.late }) : "";
  const title = count > 0 ? t("waiting", { count }) + tail : t("nothing");
  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="under">{t("today", { date: formatDate(today, language) })}</p>
      <div className="columns">
        <div className="desk-list">
          {desk.tasks.length > 0 ? <Waiting tasks={desk.tasks} /> : <p className="under">{t("nothingYet")}</p>}
          {desk.tasks.length < desk.waiting && (
            <p className="note">{t("moreTasks", { shown: desk.tasks.length, count: desk.waiting })}</p>
          )}
          <DeskLinks />
          {readings.length > 0 && <Readings readings={readings} />}
        </div>
        <News notices={desk.notices} threads={desk.threads} />
      </div>
      <DeskSections sections={sections} />
      {rights.import && <Programmes programmes={programmes} />}
    </>
  );
}

function DeskLinks() {
  const { rights } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  return (
    <>
      <p className="links">
        <a href={`${href(paths.tasks)}?mine=1`}>{t("myTasks")}</a>
        <a href={href(paths.tasks)}>{t("allTasks")}</a>
        {rights.oversee && <a href={href(paths.executors)}>{t("overview")}</a>}
        {rights.begin && <a href={href(paths.firstSteps)}>{t("firstSteps")}</a>}
        {rights.import && <a href={href(paths.import)}>{t("upload")}</a>}
      </p>
      {rights.give && (
        <p className="main-action">
          <Button component="a" href={href(paths.newTask)}>
            {t("giveTask")}
          </Button>
        </p>
      )}
    </>
  );
}

function Waiting({ tasks }: { readonly tasks: DeskView["tasks"] }) {
  const { today, me } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  return (
    <FigureTable
      name={t("tasks")}
      columns={[
        { key: "due", head: t("due") },
        { key: "task", head: t("task") },
        { key: "whose", head: t("whose"), label: t("whose") },
        { key: "next", head: t("nextStep"), label: t("nextStep") },
      ]}
      rows={tasks.map((task) => ({
        key: task.id,
        cells: {
          due: <Due task={task} today={today} />,
          task: (
            <>
              <a href={href(paths.task(task.id))}>
                <Words>{task.title}</Words>
              </a>
              {task.executor && <p className="note">{task.executor}</p>}
            </>
          ),
          whose: <Whose task={task} me={me} />,
          next: (
            <a href={`${href(paths.task(task.id))}#moves`}>
              {t(`next_${task.state === "accepted" || task.state === "cancelled" ? "done" : task.state}`)}
            </a>
          ),
        },
      }))}
    />
  );
}
