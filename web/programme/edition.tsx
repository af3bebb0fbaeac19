import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
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
  return answer(doors, (ctx) => doors.programme.getEdition(ctx, slug, number));
}

/** One edition: what confirms it and which file it was read from. */
export default function EditionPage() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { content, programme, number } = edition;
  const title = t("editionTitle", { number, years: yearSpan(content.years) });
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
      <p className="lead">{t("editionUnder")}</p>
      <EditionContents />
      <section className="part">
        <h2>{t("confirmedBy")}</h2>
        <EditionFacts />
      </section>
    </>
  );
}

function EditionContents() {
  const { content, programme, findings } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { slug } = programme;
  const figure = (path: string, count: number) => <a href={href(path)}>{formatCount(count, language)}</a>;
  const [indicators, activities] = [content.indicators.length, content.activities.length];
  return (
    <Summary
      items={[
        {
          key: "indicators",
          figure: figure(paths.indicators(slug), indicators),
          words: t("indicatorsKey", { count: indicators }),
        },
        {
          key: "activities",
          figure: figure(paths.activities(slug), activities),
          words: t("activitiesKey", { count: activities }),
        },
        {
          key: "findings",
          figure: figure(paths.findings(slug), findings.length),
          words: t("findingsKey", { count: findings.length }),
        },
      ]}
    />
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
