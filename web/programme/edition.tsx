import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { inEdition } from "../app/edition-link.ts";
import { useHref } from "../app/link.ts";
import { EDITION_FILES, paths } from "../app/paths.ts";
import { useRootData } from "../app/root-data.ts";
import { formatInstant } from "../ui/dates.ts";
import { formatBytes, formatCount } from "../ui/format.ts";
import { useLanguage } from "../ui/language.ts";
import { Summary } from "../ui/summary.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { SeverityCounts } from "./parts/severity-counts.tsx";
import { yearSpan } from "./view/titles.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const slug = args.params.slug ?? "";
  // Anything but a whole number names no edition.
  const number = /^\d{1,6}$/.test(args.params.edition ?? "") ? Number(args.params.edition) : 0;
  return answer(doors, async (ctx) => {
    const edition = await doors.programme.getEdition(ctx, slug, number);
    const [last] = await doors.programme.listEditions(ctx, slug);
    return { ...edition, inForce: last?.edition ?? number };
  });
}

/** One edition: what confirms it and which file it was read from. */
export default function EditionPage() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { content, programme, number } = edition;
  const years = yearSpan(content.years);
  const title = t(content.years.length === 1 ? "editionTitleOneYear" : "editionTitle", { number, years });
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.programme(programme.slug), text: t("programme") },
          { path: paths.editions(programme.slug), text: t("editionsHead") },
        ]}
        here={t("editionOf", { number })}
      />
      <h1>{title}</h1>
      <Standing />
      <p className="lead">{t("editionUnder")}</p>
      <EditionContents />
      <section className="part">
        <h2>{t("confirmedBy")}</h2>
        <EditionFacts />
      </section>
    </>
  );
}

/** Whether this edition is in force, else which one is. */
function Standing() {
  const { number, inForce, programme } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  if (number === inForce) return <p className="notice">{t("editionInForceNow")}</p>;
  return (
    <p className="notice is-past">
      {t("editionNotInForce", { inForce })}{" "}
      <a href={href(paths.edition(programme.slug, inForce))}>{t("inForceLink")}</a>.
    </p>
  );
}

/** What is in the edition. The pages of the one in force need no number. */
function EditionContents() {
  const { content, programme, findings, number, inForce } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { slug } = programme;
  const address = (path: string) => href(number === inForce ? path : inEdition(path, number));
  const figure = (path: string, count: number) => <a href={address(path)}>{formatCount(count, language)}</a>;
  const [indicators, activities] = [content.indicators.length, content.activities.length];
  const items = [
    {
      key: "indicators",
      path: paths.indicators(slug),
      count: indicators,
      words: t("indicatorsKey", { count: indicators }),
    },
    {
      key: "activities",
      path: paths.activities(slug),
      count: activities,
      words: t("activitiesKey", { count: activities }),
    },
    {
      key: "findings",
      path: paths.findings(slug),
      count: findings.length,
      words: t("findingsKey", { count: findings.length }),
    },
  ];
  return (
    <>
      <Summary items={items.map(({ key, path, count, words }) => ({ key, words, figure: figure(path, count) }))} />
      <p className="links">
        <a href={address(paths.programme(slug))}>{t("editionPassport")}</a>
        <a href={address(paths.finance(slug))}>{t("editionMoney")}</a>
      </p>
    </>
  );
}

function EditionFacts() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const language = useLanguage();
  const href = useHref();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <dl className="facts">
      <dt>{t("basis")}</dt>
      <dd>
        <Words>{edition.basis}</Words>
      </dd>
      <dt>{t("approvedAt")}</dt>
      <dd>
        {formatInstant(edition.approvedAt, timeZone, language)}, {edition.approvedBy}
      </dd>
      <dt>{t("file")}</dt>
      <dd>{t("documentOf", { name: edition.fileName, size: formatBytes(edition.fileBytes, language) })}</dd>
      <dt>{t("editionFiles")}</dt>
      <dd>
        <ul className="inline-links">
          {EDITION_FILES.map((file) => (
            <li key={file}>
              <a href={href(paths.editionFile(edition.programme.slug, edition.number, file))}>{t(`file_${file}`)}</a>
            </li>
          ))}
        </ul>
      </dd>
      <dt>{t("readAt")}</dt>
      <dd>{formatInstant(edition.readAt, timeZone, language)}</dd>
      <dt>{t("fileHash")}</dt>
      <dd className="hash">{edition.fileHash}</dd>
      <dt>{t("findingsHead")}</dt>
      <dd>
        <SeverityCounts findings={edition.findings} />
      </dd>
    </dl>
  );
}
