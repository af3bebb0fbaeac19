import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Section } from "../../src/programme/contract.ts";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { loadEdition } from "./load.ts";
import { GoalList, useGoalsTitle } from "./parts/goal-list.tsx";
import { PageTop } from "./parts/page-top.tsx";
import { ResolutionTable } from "./parts/resolution-table.tsx";
import { shortTitle, yearSpan } from "./view/titles.ts";
import { programmeWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadEdition(args);

/** The programme in the document's own words: passport, goal, objectives, resolutions, sections. */
export default function Overview() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { content, programme, number } = edition;
  const title = shortTitle(programme.title);
  return (
    <>
      <PageTop edition={edition} title={title} path={paths.programme(programme.slug)} here={t("programme")} />
      <p className="kicker">
        {t(content.years.length === 1 ? "kickerOneYear" : "kicker", { years: yearSpan(content.years) })},{" "}
        {t("edition", { number })}
      </p>
      <h1>
        <Words>{title}</Words>
      </h1>
      <p className="lead">{t("overviewLead")}</p>
      <div className="columns">
        <div>
          <GoalList content={content} />
          {content.passport.rows.length > 0 && <Passport />}
          {content.resolutions.length > 0 && (
            <section className="part" id="resolutions">
              <h2>{t("resolutions")}</h2>
              <ResolutionTable resolutions={content.resolutions} />
            </section>
          )}
          <SectionTexts />
        </div>
        <Contents />
      </div>
    </>
  );
}

function Passport() {
  const { passport, summary } = useLoaderData<typeof loader>().content;
  const t = useText(programmeWords);
  const isCompared = passport.finance.length > 0 && summary.length > 0;
  return (
    <section className="part" id="passport">
      <h2>{t("passport")}</h2>
      <p className="under">{t(isCompared ? "passportUnder" : "passportVerbatim")}</p>
      <dl className="facts" lang="ru">
        {passport.rows.map((row) => (
          <PassportRow
            key={`${row.label.place.table}-${row.label.place.row}-${row.label.text}`}
            label={row.label.text}
            text={row.text.text}
          />
        ))}
      </dl>
    </section>
  );
}

function PassportRow({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{oneLine(label)}</dt>
      <dd>{text.replace(/\n\s*\n+/g, "\n").trim()}</dd>
    </>
  );
}

function SectionTexts() {
  const { sections } = useLoaderData<typeof loader>().content;
  return listSections(sections).map(({ id, heading, paragraphs }) => (
    <section key={id} className="part prose" id={id} lang="ru">
      <h2>
        <Words>{heading}</Words>
      </h2>
      {paragraphs.map(({ place, text }) => (
        <p key={`${place.table}-${place.row}-${text.slice(0, 60)}`}>
          <Words>{text}</Words>
        </p>
      ))}
    </section>
  ));
}

/** Sections with their anchors and whole headings. */
function listSections(sections: readonly Section[]) {
  return sections.map(({ number, heading, paragraphs }, index) => ({
    id: `section-${index + 1}`,
    heading: [number, oneLine(heading.text)].filter((text) => text !== null).join(". "),
    paragraphs,
  }));
}

function Contents() {
  const { content } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const goals = useGoalsTitle(content);
  const entries = [
    ...(goals === null ? [] : [{ id: "goals", heading: goals }]),
    ...(content.passport.rows.length > 0 ? [{ id: "passport", heading: t("passport") }] : []),
    ...(content.resolutions.length > 0 ? [{ id: "resolutions", heading: t("resolutions") }] : []),
    ...listSections(content.sections),
  ];
  return (
    <nav className="aside" aria-label={t("contents")}>
      <h2>{t("contents")}</h2>
      <ul>
        {entries.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <Words>{heading}</Words>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
