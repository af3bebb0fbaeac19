import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { formatDayOf, formatInstant } from "../ui/dates.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { deskWords } from "./words.ts";

/** What waits for the coordinator: documents read and not yet decided, and the programmes in force. */
export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  return answer(doors, async (ctx) => {
    const readings = await doors.programme.listReadings(ctx);
    const programmes = await doors.programme.listProgrammes(ctx);
    const { timeZone } = doors.municipality;
    return { waiting: readings.filter((reading) => reading.state === "open"), programmes, timeZone };
  });
}

type DeskData = Awaited<ReturnType<typeof loader>>;

export default function Desk() {
  const t = useText(deskWords);
  const href = useHref();
  const { waiting, programmes, timeZone } = useLoaderData<typeof loader>();
  const title = waiting.length > 0 ? t("waiting", { count: waiting.length }) : t("nothing");
  return (
    <>
      <title>{t("title")}</title>
      <h1>{title}</h1>
      {waiting.length === 0 && <p className="under">{t("nothingNext")}</p>}
      {waiting.length > 0 && <Waiting readings={waiting} timeZone={timeZone} />}
      <p className="form">
        <Button component="a" href={href(paths.import)}>
          {t("upload")}
        </Button>
      </p>
      <section className="part">
        <h2>{t("programmes")}</h2>
        {programmes.length === 0 ? (
          <p>{t("noProgrammes")}</p>
        ) : (
          <Programmes programmes={programmes} timeZone={timeZone} />
        )}
      </section>
    </>
  );
}

function Waiting({ readings, timeZone }: { readonly readings: DeskData["waiting"]; readonly timeZone: string }) {
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <section className="part">
      <h2>{t("readings")}</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t("document")}</th>
            <th scope="col">{t("read")}</th>
            <th scope="col" className="number">
              {t("findings")}
            </th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => (
            <tr key={reading.id}>
              <th scope="row">
                <a href={href(paths.reading(reading.id))}>{reading.fileName}</a>
                <br />
                <span className="note">{t("wouldBe", reading.wouldBe)}</span>
              </th>
              <td data-label={t("read")}>
                {formatInstant(reading.readAt, timeZone, language)}
                <br />
                <span className="note">{reading.readBy}</span>
              </td>
              <td className="number" data-label={t("findings")}>
                {`${reading.findings.error}, ${reading.findings.warning}, ${reading.findings.note}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Programmes({
  programmes,
  timeZone,
}: {
  readonly programmes: DeskData["programmes"];
  readonly timeZone: string;
}) {
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t("programme")}</th>
          <th scope="col">{t("edition", { edition: "" })}</th>
        </tr>
      </thead>
      <tbody>
        {programmes.map((programme) => (
          <tr key={programme.id}>
            <th scope="row">
              <a href={href(paths.programme(programme.slug))} lang="ru">
                {programme.title}
              </a>
            </th>
            <td>
              <a href={href(paths.edition(programme.slug, programme.edition))}>
                {t("edition", { edition: programme.edition })}
              </a>
              <br />
              <span className="note">
                {t("approved", { date: formatDayOf(programme.approvedAt, timeZone, language) })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
