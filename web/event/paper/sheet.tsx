import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Crumbs } from "../../app/crumbs.tsx";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Paragraphs } from "../parts/paragraphs.tsx";
import { loadPaper } from "./load.ts";
import { paperWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadPaper(args);

/** «Лист регистрации» as it is printed. */
export default function PaperSheet() {
  const paper = useLoaderData<typeof loader>();
  const t = useText(paperWords);
  const language = useLanguage();
  const href = useHref();
  const { number, title, place } = paper;
  return (
    <>
      <title>{t("paperTitle", { number })}</title>
      <Crumbs
        above={[
          { path: paths.deskEvent(paper.eventId), text: title },
          { path: paths.paperSheets(paper.eventId), text: t("sheets") },
        ]}
        here={t("numberOf", { number })}
      />
      <p className="note no-print">
        {t("printHint")} <a href={href(paths.enterPaperSheet(paper.eventId, paper.id))}>{t("toEntry")}</a>
      </p>
      <h1>{t("paperTitle", { number })}</h1>
      <p>{t("organiser", { name: paper.municipality })}</p>
      <p>{t("event", { title })}</p>
      <p>{t("whenWhere", { when: formatInstant(paper.startsAt, paper.timeZone, language), place })}</p>
      <p>
        <strong>{t("signing")}</strong>
      </p>
      <Paragraphs text={paper.consent} />
      <div className="scroll">
        <table className="paper-rows">
          <thead>
            <tr>
              <th scope="col">{t("code")}</th>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("birthYear")}</th>
              <th scope="col">{t("signature")}</th>
            </tr>
          </thead>
          <tbody>
            {paper.rows.map(({ position, code, name, birthYear }) => (
              <tr key={position}>
                <th scope="row">{code}</th>
                <td>{name}</td>
                <td>{birthYear}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
