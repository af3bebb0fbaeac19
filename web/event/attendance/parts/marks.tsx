import { Form } from "react-router";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { formatInstant } from "../../../ui/dates.ts";
import { FigureTable } from "../../../ui/figure-table.tsx";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import type { AttendancePage } from "../load.ts";
import { attendanceWords } from "../words.ts";

interface Props {
  readonly page: AttendancePage;
  readonly siteId: string;
  readonly mayTakeBack: boolean;
}

/** Who was marked at a site, by name. */
export function CameList({ page, siteId, mayTakeBack }: Props) {
  const t = useText(attendanceWords);
  const language = useLanguage();
  const named = page.turnout.sites.find((site) => site.siteId === siteId)?.named ?? 0;
  const title = t("cameTitle", { count: named });
  return (
    <>
      <h3>{title}</h3>
      {page.marks.length === 0 ? (
        <p className="soft">{t("cameNone")}</p>
      ) : (
        <FigureTable
          name={title}
          columns={[
            { key: "who", head: t("who") },
            { key: "when", head: t("whenMarked"), label: t("whenMarked") },
            { key: "how", head: t("how"), label: t("how") },
            { key: "remove", head: "" },
          ]}
          rows={page.marks.map(({ id, name, birthYear, channel, markedAt }) => ({
            key: id,
            cells: {
              who: `${name || "—"}${birthYear ? `, ${t("bornIn", { year: birthYear })}` : ""}`,
              when: formatInstant(markedAt.toISOString(), page.timeZone, language),
              how: t(`channel_${channel}`),
              remove: mayTakeBack && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="site" value={siteId} />
                  <input type="hidden" name="mark" value={id} />
                  <button
                    type="submit"
                    name="intent"
                    value="unmark"
                    className="link"
                    aria-label={t("unmarkWho", { name })}
                  >
                    {t("unmark")}
                  </button>
                </Form>
              ),
            },
          }))}
        />
      )}
      <Pages page={page} siteId={siteId} />
    </>
  );
}

function Pages({ page, siteId }: Pick<Props, "page" | "siteId">) {
  const t = useText(attendanceWords);
  const href = useHref();
  const at = (number: number) => href(paths.attendance(page.event.id, { site: siteId, page: String(number) }));
  if (page.page === 1 && !page.hasMore) return null;
  return (
    <p className="links">
      {page.page > 1 && <a href={at(page.page - 1)}>{t("pageBefore")}</a>}
      {page.hasMore && <a href={at(page.page + 1)}>{t("pageNext")}</a>}
    </p>
  );
}
