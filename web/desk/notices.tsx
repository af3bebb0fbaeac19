import { Button, Checkbox } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { NOTICE_KINDS } from "../../src/desk/contract.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { useRootData } from "../app/root-data.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatInstant } from "../ui/dates.ts";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { Mark } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { readText } from "./parts/act.ts";
import { deskWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const before = new URL(args.request.url).searchParams.get("before");
  const page = await answer(doors, (ctx) => doors.desk.listNotices(ctx, before));
  return { page, letters: await answer(doors, (ctx) => doors.desk.loadLetterChoices(ctx)) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  await answer(doors, (ctx) =>
    readText(form, "intent") === "read"
      ? doors.desk.readNotices(ctx, null)
      : doors.desk.chooseLetters(ctx, form.getAll("kind").map(String)),
  );
  return redirect(inLanguage(paths.notices, doors.language));
}

/** Everything that the person was told, and what they want letters about. */
export default function Notices() {
  const { page, letters } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  return (
    <>
      <title>{t("noticesTitle")}</title>
      <Crumbs above={[{ path: paths.desk, text: t("desk") }]} here={t("noticesTitle")} />
      <h1>{t("noticesTitle")}</h1>
      {page.rows.length === 0 ? <p className="under">{t("noticesNone")}</p> : <Rows />}
      {page.next && (
        <p className="links">
          <a href={`${href(paths.notices)}?before=${page.next}`}>{t("older")}</a>
        </p>
      )}
      <section className="part">
        <h2>{t("letters")}</h2>
        <p className="under">{t("lettersLead")}</p>
        <Form method="post" className="form">
          {NOTICE_KINDS.map((kind) => (
            <Checkbox key={kind} name="kind" value={kind} label={t(`letter_${kind}`)} defaultChecked={letters[kind]} />
          ))}
          <Button type="submit" variant="outline" name="intent" value="letters">
            {t("save")}
          </Button>
        </Form>
      </section>
    </>
  );
}

function Rows() {
  const { page } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section className="desk-list">
      <FigureTable
        name={t("noticesTitle")}
        columns={[
          { key: "what", head: t("noticeWhat") },
          { key: "about", head: t("noticeAbout"), label: t("noticeAbout") },
          { key: "at", head: t("noticeAt"), label: t("noticeAt") },
        ]}
        rows={page.rows.map((notice) => ({
          key: notice.id,
          cells: {
            what: (
              <>
                {t(`notice_${notice.kind}`, notice.detail)}{" "}
                {!notice.isRead && <Mark kind="note">{t("noticeNew")}</Mark>}
              </>
            ),
            about: (
              <a href={href(notice.href)}>
                <Words>{notice.title}</Words>
              </a>
            ),
            at: formatInstant(notice.at, timeZone, language),
          },
        }))}
      />
      <Form method="post" className="main-action">
        <Button type="submit" variant="outline" name="intent" value="read">
          {t("markAll")}
        </Button>
      </Form>
    </section>
  );
}
