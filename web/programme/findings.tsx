import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Crumbs } from "../app/crumbs.tsx";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { loadEdition } from "./load.ts";
import { FindingItem } from "./parts/finding-item.tsx";
import { SeverityCounts } from "./parts/severity-counts.tsx";
import { countSeverities, groupByPart, numberFindings } from "./view/places.ts";
import { programmeWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadEdition(args);

/** What is wrong in the document, part by part. */
export default function Findings() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const { findings, programme } = edition;
  const groups = groupByPart(numberFindings(findings));
  const title = useFindingsTitle(findings);
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.programme(programme.slug), text: t("programme") }]} here={t("findingsHead")} />
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
      <p className="links">
        <a href={href(paths.csv(programme.slug, "findings"))}>{t("csv")}</a>
      </p>
    </>
  );
}

function useFindingsTitle(findings: Awaited<ReturnType<typeof loader>>["findings"]): string {
  const t = useText(programmeWords);
  if (findings.length === 0) return t("findingsHeading_nothing");
  const { error } = countSeverities(findings);
  return error === 0
    ? t("findingsHeading_clean")
    : t("findingsHeading_errors", { errors: t("error", { count: error }) });
}
