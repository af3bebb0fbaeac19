import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { type Doors, doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useRootData } from "../app/root-data.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate, formatDayOf, formatInstant } from "../ui/dates.ts";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { Mark } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { deskWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const programmes = await doors.run((ctx) => doors.programme.listProgrammes(ctx));
  return { today: doors.today, programmes, ...(await findReadings(doors)) };
}

/** Open readings, or the sentence that says why this person does not see them. */
async function findReadings(doors: Doors) {
  try {
    const readings = await doors.run((ctx) => doors.programme.listReadings(ctx));
    return { readings: readings.filter((reading) => reading.state === "open"), refusal: null };
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return { readings: [], refusal: explained.sentence };
  }
}

/** What waits for this person, and how to begin. */
export default function Desk() {
  const { today, readings, refusal } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const title = readings.length > 0 ? t("waiting", { count: readings.length }) : t("nothing");
  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="under">{t("today", { date: formatDate(today, language) })}</p>
      {readings.length > 0 && <Readings />}
      {readings.length === 0 && <p className="under">{refusal ?? t("uploadNext")}</p>}
      {!refusal && (
        <p className="main-action">
          <Button component="a" href={href(paths.import)}>
            {t("upload")}
          </Button>
        </p>
      )}
      <Programmes />
    </>
  );
}

function Readings() {
  const { readings } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section className="desk-list">
      <FigureTable
        name={t("document")}
        columns={[
          { key: "document", head: t("document") },
          { key: "read", head: t("read"), label: t("read") },
          { key: "found", head: t("found"), label: t("found") },
          { key: "next", head: t("next"), label: t("next") },
        ]}
        rows={readings.map((reading) => ({
          key: reading.id,
          cells: {
            document: (
              <>
                <a href={href(paths.reading(reading.id))}>{reading.fileName}</a>
                <p className="note">{t("wouldBe", { number: reading.wouldBe.edition, slug: reading.wouldBe.slug })}</p>
              </>
            ),
            read: (
              <span>
                {formatInstant(reading.readAt, timeZone, language)}
                <br />
                <span className="soft">{reading.readBy}</span>
              </span>
            ),
            found: <SeverityList counts={reading.findings} />,
            next: <a href={href(paths.reading(reading.id))}>{t("decide")}</a>,
          },
        }))}
      />
    </section>
  );
}

function SeverityList({ counts }: { readonly counts: Readonly<Record<"error" | "warning" | "note", number>> }) {
  const t = useText(deskWords);
  return (
    <ul className="counts stacked">
      {(["error", "warning", "note"] as const).map((severity) => (
        <li key={severity} className={counts[severity] === 0 ? "empty" : undefined}>
          <Mark kind={severity}>{t(severity, { count: counts[severity] })}</Mark>
        </li>
      ))}
    </ul>
  );
}

function Programmes() {
  const { programmes } = useLoaderData<typeof loader>();
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section className="part">
      <h2>{t("programmes")}</h2>
      {programmes.length === 0 ? (
        <p className="under">{t("noProgrammes")}</p>
      ) : (
        <FigureTable
          name={t("programmes")}
          columns={[
            { key: "title", head: t("programme") },
            { key: "edition", head: t("edition"), label: t("edition") },
            { key: "approvedAt", head: t("approvedAt"), label: t("approvedAt"), number: true },
          ]}
          rows={programmes.map((programme) => ({
            key: programme.slug,
            cells: {
              title: (
                <a href={href(paths.programme(programme.slug))}>
                  <Words>{programme.title}</Words>
                </a>
              ),
              edition: (
                <a className="nowrap" href={href(paths.edition(programme.slug, programme.edition))}>
                  {t("openEdition", { number: programme.edition })}
                </a>
              ),
              approvedAt: formatDayOf(programme.approvedAt, timeZone, language),
            },
          }))}
        />
      )}
    </section>
  );
}
