import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { loadEdition, loadPage } from "./load.ts";
import { FindingItem } from "./parts/finding-item.tsx";
import { ListPages } from "./parts/list-pages.tsx";
import { PageTop } from "./parts/page-top.tsx";
import { SeverityCounts } from "./parts/severity-counts.tsx";
import { countSeverities, groupByPart, numberFindings } from "./view/places.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const edition = await loadEdition(args);
  return { edition, page: loadPage(args, edition.findings.length) };
}

/** What is wrong in the document, part by part. */
export default function Findings() {
  const { edition, page } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const { findings, programme } = edition;
  const path = paths.findings(programme.slug);
  const groups = groupByPart(numberFindings(findings).slice(page.first - 1, page.last));
  const title = useFindingsTitle();
  return (
    <>
      <PageTop edition={edition} title={title} path={path} here={t("findingsHead")} />
      <h1>{title}</h1>
      <p className="lead">{t("findingsLead")}</p>
      <div className="severities">
        <SeverityCounts findings={findings} />
      </div>
      {groups.length === 0 && <p className="under">{t("findingsEmpty")}</p>}
      {groups.map((group) => (
        <section key={group.part} className="part">
          <h2>{capitalise(t(`part_${group.part}`))}</h2>
          <div className="finding-list">
            {group.findings.map((one) => (
              <FindingItem key={one.number} {...one} />
            ))}
          </div>
        </section>
      ))}
      <ListPages page={page} path={path} />
      <p className="links">
        <a href={href(paths.csv(programme.slug, "findings"))}>{t("csv")}</a>
      </p>
    </>
  );
}

function useFindingsTitle(): string {
  const { findings } = useLoaderData<typeof loader>().edition;
  const t = useText(programmeWords);
  if (findings.length === 0) return t("findingsHeading_nothing");
  const { error } = countSeverities(findings);
  return error === 0
    ? t("findingsHeading_clean")
    : t("findingsHeading_errors", { errors: t("error", { count: error }) });
}
