import type { EditionView, ProgrammeCard } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatBytes } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { SeverityCounts } from "../parts/severity-counts.tsx";
import { countSeverities } from "../view/places.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly edition: EditionView;
  readonly others: readonly ProgrammeCard[];
}

/** Beside the figures: what does not add up, the papers, the other programmes. */
export function HomeAside({ edition, others }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const { findings, programme, number } = edition;
  const clean = countSeverities(findings).error === 0;
  return (
    <div>
      <section className="aside">
        <h2>{t(clean ? "findingsNone" : "findingsTitle")}</h2>
        <p className="small">{t("findingsUnder", { number })}</p>
        <div className="small">
          <SeverityCounts findings={findings} />
        </div>
        <p className="links">
          <a href={href(paths.findings(programme.slug))}>{t("allFindings")}</a>
        </p>
      </section>
      <Documents edition={edition} />
      {others.length > 0 && (
        <section className="aside">
          <h2>{t("otherProgrammes")}</h2>
          <ul>
            {others.map((other) => (
              <li key={other.slug}>
                <a href={href(paths.programme(other.slug))}>
                  <Words>{other.title}</Words>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Documents({ edition }: Pick<Props, "edition">) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { slug } = edition.programme;
  return (
    <section className="aside">
      <h2>{t("documents")}</h2>
      <ul>
        <li>
          <a href={href(paths.edition(slug, edition.number))}>{t("programmeEdition", { number: edition.number })}</a>
          <br />
          <span className="soft">
            {t("documentOf", { name: edition.fileName, size: formatBytes(edition.fileBytes, language) })}
          </span>
        </li>
        <li>
          <a href={href(paths.programme(slug))}>{t("passportAndSections")}</a>
        </li>
        <li>
          <a href={href(paths.editions(slug))}>{t("allEditions")}</a>
        </li>
      </ul>
    </section>
  );
}
