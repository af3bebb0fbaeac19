import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Crumbs } from "../app/crumbs.tsx";
import { useText } from "../ui/text.ts";
import { capitalise, oneLine } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { loadEdition } from "./load.ts";
import { ResolutionTable } from "./parts/resolution-table.tsx";
import { listObjectiveNumbers, objectiveName, shortTitle, yearSpan } from "./view/titles.ts";
import { programmeWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadEdition(args);

/** The programme in the document's own words: passport, goal, objectives, resolutions, sections. */
export default function Overview() {
  const { content, programme, number } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const title = shortTitle(programme.title);
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("programme")} />
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
          <Goals />
          <section className="part" id="passport">
            <h2>{t("passport")}</h2>
            <p className="under">{t("passportUnder")}</p>
            <dl className="facts" lang="ru">
              {content.passport.rows.map((row) => (
                <PassportRow key={row.label.place.row ?? row.label.text} label={row.label.text} text={row.text.text} />
              ))}
            </dl>
          </section>
          <section className="part" id="resolutions">
            <h2>{t("resolutions")}</h2>
            <ResolutionTable resolutions={content.resolutions} />
          </section>
          <SectionTexts />
        </div>
        <Contents />
      </div>
    </>
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

function Goals() {
  const { content } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const [goal] = [...content.activityGoals, ...content.indicatorGoals, ...content.sectionGoals];
  const numbers = listObjectiveNumbers(content);
  return (
    <section className="part" id="goals">
      <h2>{t("goalAndObjectives")}</h2>
      {goal && (
        <p className="measure">
          <Words>{capitalise(oneLine(goal.name.text))}</Words>
        </p>
      )}
      <ol className="objectives">
        {numbers.map((number) => (
          <li key={number}>
            <span className="soft">{number}</span>
            <Words>{capitalise(objectiveName(content, number) ?? "")}</Words>
          </li>
        ))}
      </ol>
    </section>
  );
}

function SectionTexts() {
  const { content } = useLoaderData<typeof loader>();
  return content.sections.map((section, index) => (
    <section key={section.heading.text} className="part prose" id={`section-${index + 1}`} lang="ru">
      <h2>
        <Words>{[section.number, oneLine(section.heading.text)].filter((text) => text !== null).join(". ")}</Words>
      </h2>
      {section.paragraphs.map((paragraph) => (
        <p key={`${paragraph.place.row}-${paragraph.text.slice(0, 60)}`}>
          <Words>{paragraph.text}</Words>
        </p>
      ))}
    </section>
  ));
}

function Contents() {
  const { content } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  return (
    <nav className="aside" aria-label={t("contents")}>
      <h2>{t("contents")}</h2>
      <ul>
        <li>
          <a href="#goals">{t("goalAndObjectives")}</a>
        </li>
        <li>
          <a href="#passport">{t("passport")}</a>
        </li>
        <li>
          <a href="#resolutions">{t("resolutions")}</a>
        </li>
        {content.sections.map((section, index) => (
          <li key={section.heading.text}>
            <a href={`#section-${index + 1}`}>
              <Words>
                {[section.number, oneLine(section.heading.text)].filter((text) => text !== null).join(". ")}
              </Words>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
