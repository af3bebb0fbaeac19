import type { ApplicationRow } from "../../../src/contest/index.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles } from "../parts/money.ts";
import { ApplicationMark } from "../parts/state.tsx";
import { contestWords } from "../words.ts";
import { callWords } from "./words.ts";

interface Props {
  readonly callId: string;
  readonly rows: readonly ApplicationRow[];
}

/** The applications of a call, a row each; a row opens its application. */
export function ApplicationTable({ callId, rows }: Props) {
  const t = useText(callWords);
  const words = useText(contestWords);
  const language = useLanguage();
  const href = useHref();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  if (rows.length === 0) return <p className="under">{t("noneApplications")}</p>;
  const add = (key: "requested" | "own") => rows.reduce((all, row) => all + (row[key] ?? 0n), 0n);
  return (
    <>
      <FigureTable
        name={t("applications")}
        columns={[
          { key: "title", head: t("title_") },
          { key: "association", head: t("association"), label: t("association") },
          { key: "state", head: words("state"), label: words("state") },
          { key: "submitted", head: t("submitted"), label: t("submitted") },
          { key: "asked", head: t("asked"), label: t("asked"), number: true },
          { key: "own", head: t("ownSum"), label: t("ownSum"), number: true },
        ]}
        rows={[
          ...rows.map((row) => ({
            key: row.id,
            cells: {
              title: (
                <a href={href(paths.application(row.id))}>
                  {row.number === null ? "" : `№ ${row.number} `}
                  <Words>{row.title || "—"}</Words>
                </a>
              ),
              association: row.association === null ? "—" : <Words>{row.association}</Words>,
              state: <ApplicationMark state={row.state} />,
              submitted: row.submittedAt === null ? "—" : formatInstant(row.submittedAt, timeZone, language),
              asked: row.requested === null ? "—" : roubles(row.requested, language),
              own: row.own === null ? "—" : roubles(row.own, language),
            },
          })),
          {
            key: "total",
            total: true,
            cells: {
              title: words("total"),
              asked: roubles(add("requested"), language),
              own: roubles(add("own"), language),
            },
          },
        ]}
      />
      <p className="links">
        <span className="soft">{words("files")}</span>
        <a href={href(paths.callFile(callId, "applications.xlsx"))}>XLSX</a>
        <a href={href(paths.callFile(callId, "applications.csv"))}>CSV</a>
        <a href={href(paths.callFile(callId, "applications.zip"))}>{t("archive")}</a>
        <a href={href(paths.callFile(callId, "applications.docx"))}>{t("printable")}</a>
      </p>
    </>
  );
}
