import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useText } from "../../ui/text.ts";
import { whoAmI } from "../parts/me.ts";
import { deskWords } from "../words.ts";
import { isNarrowed, readFilter, readPage, writeFilter } from "./filter.ts";
import { ListFilter } from "./list-filter.tsx";
import { TaskTable } from "./task-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams;
  const filter = readFilter(asked);
  const list = await answer(doors, (ctx) => doors.desk.listTasks(ctx, filter, readPage(asked)));
  const choices = await answer(doors, (ctx) => doors.desk.listChoices(ctx));
  const rights = { give: doors.may("task.give"), oversee: doors.may("task.oversee") };
  return { today: doors.today, me: whoAmI(doors), filter, list, choices, rights };
}

/** The tasks that this person may see. */
export default function Tasks() {
  const { filter, list, choices, rights, today, me } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  const narrowed = isNarrowed(filter);
  const empty = narrowed ? t("tasksNoneFound") : t("tasksNone");
  const tail = list.late > 0 ? t("lateTail", { count: list.late }) : "";
  const title = list.total > 0 ? t("tasksCount", { count: list.total }) + tail : empty;
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.desk, text: t("desk") }]} here={t("tasks")} />
      <h1>{title}</h1>
      {list.total === 0 && <p className="under">{narrowed ? t("tasksNoneFoundNext") : t("tasksNoneNext")}</p>}
      {(rights.give || rights.oversee) && (
        <p className="buttons main-action">
          {rights.give && (
            <Button component="a" href={href(paths.newTask)}>
              {t("giveTask")}
            </Button>
          )}
          {rights.oversee && (
            <Button component="a" variant="outline" href={href(paths.executors)}>
              {t("overview")}
            </Button>
          )}
        </p>
      )}
      {(narrowed || list.total > 0) && <ListFilter filter={filter} choices={choices} />}
      {list.total > 0 && (
        <>
          <TaskTable list={list} today={today} me={me} />
          <Pages />
          <p className="links">
            <span className="soft">{t("files")}</span>
            <a href={href(paths.tasksFile("xlsx")) + writeFilter(filter)}>XLSX</a>
            <a href={href(paths.tasksFile("csv")) + writeFilter(filter)}>CSV</a>
          </p>
        </>
      )}
    </>
  );
}

function Pages() {
  const { filter, list } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  const { page, pages } = list;
  if (pages === 1) return null;
  return (
    <nav className="links" aria-label={t("page", { page, pages })}>
      <span className="soft">{t("page", { page, pages })}</span>
      {page > 1 && (
        <a href={href(paths.tasks) + writeFilter(filter, page - 1)} rel="prev">
          {t("pagePrevious")}
        </a>
      )}
      {page < pages && (
        <a href={href(paths.tasks) + writeFilter(filter, page + 1)} rel="next">
          {t("pageNext")}
        </a>
      )}
    </nav>
  );
}
