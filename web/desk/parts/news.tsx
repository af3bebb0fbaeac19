import { Button } from "@mantine/core";
import { Form } from "react-router";
import type { NoticeView, UnreadThread } from "../../../src/desk/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { deskWords } from "../words.ts";

/** Notices that are new, and records with messages not yet read. */
export function News({
  notices,
  threads,
}: {
  readonly notices: readonly NoticeView[];
  readonly threads: readonly UnreadThread[];
}) {
  const t = useText(deskWords);
  const href = useHref();
  return (
    <aside className="aside">
      {threads.length > 0 && <Threads threads={threads} />}
      <h2>{t("news")}</h2>
      {notices.length === 0 ? (
        <p className="small soft">{t("newsNone")}</p>
      ) : (
        <>
          <ul>
            {notices.map((notice) => (
              <Notice key={notice.id} notice={notice} />
            ))}
          </ul>
          <Form method="post">
            <Button type="submit" variant="outline" name="intent" value="read">
              {t("markAll")}
            </Button>
          </Form>
        </>
      )}
      <p className="links">
        <a href={href(paths.notices)}>{t("newsAll")}</a>
      </p>
    </aside>
  );
}

function Threads({ threads }: { readonly threads: readonly UnreadThread[] }) {
  const t = useText(deskWords);
  const href = useHref();
  return (
    <>
      <h2>{t("unreadMessages")}</h2>
      <ul>
        {threads.map((thread) => (
          <li key={thread.href}>
            <a href={href(thread.href)}>
              <Words>{thread.title}</Words>
            </a>
            <span className="note place">{t("unread", { count: thread.count })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Notice({ notice }: { readonly notice: NoticeView }) {
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <li>
      <span className="note place">{formatInstant(notice.at, timeZone, language)}</span>
      {t(`notice_${notice.kind}`, notice.detail)}:{" "}
      <a href={href(notice.href)}>
        <Words>{notice.title}</Words>
      </a>
    </li>
  );
}
