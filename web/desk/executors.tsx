import { Button, NativeSelect } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { ROLE_NAMES, ROLES } from "../../src/access/roles.ts";
import type { ExecutorLine } from "../../src/desk/views.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { FigureTable, type Row } from "../ui/figure-table.tsx";
import { formatCount } from "../ui/format.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { act, type Refused, readText } from "./parts/act.ts";
import { whoAmI } from "./parts/me.ts";
import { roleName } from "./parts/role-name.ts";
import { writeFilter } from "./tasks/filter.ts";
import { TaskTable } from "./tasks/task-table.tsx";
import { deskWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("year") ?? "";
  const year = Number(/^20\d\d$/.test(asked) ? asked : doors.today.slice(0, 4));
  const lines = await answer(doors, (ctx) => doors.desk.overseeExecutors(ctx, year));
  const { years } = await answer(doors, (ctx) => doors.desk.listChoices(ctx));
  const owners = doors.may("task.give") ? await answer(doors, (ctx) => doors.desk.listPossibleOwners(ctx)) : null;
  const appoint = searchParams.get("appoint");
  return { year, years, lines, owners, appoint, today: doors.today, me: whoAmI(doors) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const given = { name: readText(form, "name"), role: readText(form, "role"), owner: readText(form, "owner") };
  const year = new URL(args.request.url).searchParams.get("year");
  const refused = await act(doors, form, (ctx) => doors.desk.appointExecutor(ctx, given));
  return (
    refused ?? redirect(inLanguage(paths.executors, doors.language) + (year ? `?year=${encodeURIComponent(year)}` : ""))
  );
}

/** Each executor's activities of a year: what is done and what is late. */
export default function Executors() {
  const { year, years, lines, today, me } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(deskWords);
  const href = useHref();
  const title = lines.length > 0 ? t("overviewTitle", { year }) : t("overviewNone", { year });
  const errors = refused ? [{ field: "lines", sentence: refused.sentence }] : [];
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.desk, text: t("desk") }]} here={t("overview")} />
      <h1>{title}</h1>
      <p className="under">{lines.length > 0 ? t("overviewLead") : t("overviewNoneNext")}</p>
      {years.length > 1 && (
        <p className="links">
          <span className="soft">{t("year")}</span>
          {years.map((one) => (
            <a key={one} href={`${href(paths.executors)}?year=${one}`} aria-current={one === year ? "true" : undefined}>
              {one}
            </a>
          ))}
        </p>
      )}
      <ErrorSummary title={t("problem")} errors={errors} />
      {lines.length > 0 && <Counts />}
      {lines.map((line) => (
        <section key={line.executor} className="part">
          <h2>{line.executor}</h2>
          <Answering line={line} />
          {line.tasks.length > 0 && (
            <TaskTable ofOne list={{ rows: line.tasks, total: line.total, late: line.late }} today={today} me={me} />
          )}
        </section>
      ))}
      <Appointment />
    </>
  );
}

function Counts() {
  const { year, lines } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const columns = [
    ["total", "activities"],
    ["done", "done"],
    ["accepted", "accepted"],
    ["late", "overdue"],
  ] as const;
  const sum = (key: (typeof columns)[number][0]) => lines.reduce((all, line) => all + line[key], 0);
  const rows: Row[] = lines.map((line) => {
    const list = (more: object = {}) => href(paths.tasks) + writeFilter({ year, executor: line.executor, ...more });
    return {
      key: line.executor,
      cells: {
        executor: <a href={list()}>{line.executor}</a>,
        total: <a href={list()}>{formatCount(line.total, language)}</a>,
        done: formatCount(line.done, language),
        accepted: <a href={list({ state: "accepted" })}>{formatCount(line.accepted, language)}</a>,
        late: <a href={list({ late: true })}>{formatCount(line.late, language)}</a>,
      },
    };
  });
  const totals = Object.fromEntries(columns.map(([key]) => [key, formatCount(sum(key), language)]));
  return (
    <section className="desk-list" id="lines">
      <FigureTable
        name={t("overview")}
        columns={[
          { key: "executor", head: t("executor") },
          ...columns.map(([key, word]) => ({ key, head: t(word), label: t(word), number: true })),
        ]}
        rows={[...rows, { key: "sum", total: true, cells: { executor: t("total"), ...totals } }]}
      />
    </section>
  );
}

/** Who answers for the executor; the form to appoint somebody stands once, at the end. */
function Answering({ line }: { readonly line: ExecutorLine }) {
  const { owners, year } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const now = line.person?.name ?? t("whoever", { role: roleName(line.role, language) });
  const address = `${href(paths.executors)}?${new URLSearchParams({ year: String(year), appoint: line.executor })}#appoint`;
  return (
    <p className="under">
      {t("answers")}: {now}. {owners && <a href={address}>{t("appoint")}</a>}
    </p>
  );
}

function Appointment() {
  const { lines, owners, appoint } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const language = useLanguage();
  const chosen = lines.find((line) => line.executor === appoint) ?? lines[0];
  if (!owners || !chosen) return null;
  const roles = ROLES.filter((role) => role !== "resident");
  return (
    <section id="appoint" className="part">
      <h2>{t("appointTitle")}</h2>
      <p className="under">{t("appointNote")}</p>
      <Form method="post" className="form narrow" key={chosen.executor}>
        <NativeSelect
          name="name"
          label={t("executor")}
          defaultValue={chosen.executor}
          data={lines.map((line) => line.executor)}
        />
        <NativeSelect
          name="owner"
          label={t("ownerLabel")}
          description={t("ownerHint")}
          defaultValue={chosen.person?.id ?? ""}
          data={[{ value: "", label: t("ownerNone") }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <NativeSelect
          name="role"
          label={t("roleLabel")}
          defaultValue={chosen.role ?? ""}
          data={roles.map((role) => ({ value: role, label: ROLE_NAMES[role][language] }))}
        />
        <Button type="submit" variant="outline">
          {t("appoint")}
        </Button>
      </Form>
    </section>
  );
}
